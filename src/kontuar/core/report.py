"""Problems as people, GitHub and programs read them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kontuar.core.characters import visible
from kontuar.core.frame import frame
from kontuar.core.phrases import Phrases
from kontuar.core.problems import Problem
from kontuar.core.source import lines_of

ROWS = 500  # of a summary: GitHub takes 1 MB for all steps of a job


def text(problems: Iterable[Problem], lang: str, root: Path) -> str:
    """Each problem with the line it is about, and at the end how many there are."""
    found, phrases = list(problems), Phrases(lang)
    lines = cache(lambda path: lines_of(root, path))
    blocks = [_block(problem, lang, phrases, lines(problem.place.path)) for problem in found]
    return "\n\n".join([*blocks, summary(found, lang)])


def summary(problems: Iterable[Problem], lang: str) -> str:
    """How many errors and warnings in how many files, e.g. "2 errors, 1 warning in 1 file"."""
    found, phrases = list(problems), Phrases(lang)
    if not found:
        return phrases["core.clean"]
    errors = sum(problem.severity == "error" for problem in found)
    counts = (("core.errors", errors), ("core.warnings", len(found) - errors))
    counted = ", ".join(phrases.count(key, number) for key, number in counts if number)
    return f"{counted} {phrases.count('core.files', len({problem.place.path for problem in found}))}"


def github(problems: Iterable[Problem], lang: str) -> str:
    """Workflow commands, one a line, which GitHub shows beside the lines of a pull request."""
    return "\n".join(_command(problem, lang) for problem in problems)


def step_summary(problems: Iterable[Problem], lang: str) -> str:
    """A Markdown table for the summary page of a GitHub workflow."""
    found, phrases = list(problems), Phrases(lang)
    lines = [f"**{summary(found, lang)}**", ""]
    if found:
        head = (phrases["core.where"], phrases["core.what"], phrases["core.mend"])
        lines += [_row(head), "| --- | --- | --- |", *(_problem_row(problem, lang) for problem in found[:ROWS])]
    if len(found) > ROWS:
        lines += ["", phrases.count("core.more", len(found) - ROWS)]
    return "\n".join(lines) + "\n"


def as_json(problems: Iterable[Problem], lang: str) -> list[dict[str, str | int]]:
    """Plain objects, ready for `json.dumps`."""
    return [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "col": problem.place.col,
            "end": problem.place.end,
            "severity": problem.severity,
            "code": problem.code,
            "says": problem.says(lang),
            "help": problem.help(lang),
        }
        for problem in problems
    ]


def _block(problem: Problem, lang: str, phrases: Phrases, lines: list[str]) -> str:
    place = problem.place
    kind = phrases[f"core.{problem.severity}"]
    shown = [f"{_position(problem)}: {kind}[{problem.code}]: {problem.says(lang)}"]
    if 0 < place.line <= len(lines):
        shown.append(frame(lines[place.line - 1], place))
    return "\n".join([*shown, f"   {phrases['core.help']}: {problem.help(lang)}"])


def _position(problem: Problem) -> str:
    return f"{visible(problem.place.path)}:{problem.place.line}:{problem.place.col}"


def _command(problem: Problem, lang: str) -> str:
    place = problem.place
    fields = {
        "file": place.path,
        "line": place.line,
        "col": place.col,
        "endColumn": place.end,
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    advice = f"{Phrases(lang)['core.help']}: {problem.help(lang)}"
    message = f"{problem.says(lang)}\n{advice}"
    return f"::{problem.severity} {properties}::{_data(message)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _problem_row(problem: Problem, lang: str) -> str:
    kind = f"{Phrases(lang)[f'core.{problem.severity}']}[{problem.code}]"
    return _row((_position(problem), f"{kind}: {problem.says(lang)}", problem.help(lang)))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(value: str) -> str:
    """Text in a table of GitHub's Markdown: nothing in it may become markup."""
    plain = value.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    return re.sub(r"([\\`*_\[\]|~])", r"\\\1", plain)
