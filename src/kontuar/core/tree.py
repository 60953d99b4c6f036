"""YAML as a tree of texts with places; no value is ever guessed from its look."""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from kontuar.core.nodes import Map, Seq, Text, Tree, child, place
from kontuar.core.problems import Place, Problem, Problems
from kontuar.core.reader import Reader
from kontuar.core.slips import even_indents
from kontuar.core.source import Source
from kontuar.core.syntax import FIELD, explain

__all__ = ["Map", "Seq", "Text", "Tree", "child", "parse", "place", "split_front_matter"]

_CONTENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


def parse(source: Source, problems: Problems, *, first_line: int = 1) -> Tree | None:
    """The tree of a YAML text, or None after an error of syntax, which leaves nothing to rely on.

    `first_line` is the line of the file in which the text begins.
    """
    even = even_indents(replace(source, first_line=first_line), problems)
    reader = Reader(even)
    refused = _refused(reader, even)
    lines = {problem.place.line for problem in refused}
    problems.extend(refused)
    problems.extend(slip for slip in reader.slips.noted if slip.place.line not in lines)
    if reader.root is None and not reader.broken and not refused:
        problems.add("yaml.empty", Place(source.path, first_line))
    return None if reader.broken or refused else reader.root


def _refused(reader: Reader, source: Source) -> list[Problem]:
    """Read to the end, or to an error of syntax."""
    try:
        reader.read()
    except yaml.YAMLError as error:
        return explain(source, error, reader.quoted)
    return []


def split_front_matter(source: Source, problems: Problems) -> tuple[Tree | None, str, int]:
    """The front matter's tree, the body, and the number of lines before the body.

    Without front matter the tree is None and nothing is reported; an empty one is an empty map.
    """
    lines = source.text.split("\n")
    if not _is_fence(lines[0], "---"):
        return None, source.text, 0
    close = next((n for n, line in enumerate(lines[1:], 1) if _is_fence(line, "---", "...")), 0)
    if not close:
        return _unclosed(source, lines, problems)
    front = Source(source.path, "\n".join(lines[1:close]))
    body = "\n".join(lines[close + 1 :])
    if not _CONTENT.search(front.text):
        return Map(), body, close + 1
    return parse(front, problems, first_line=2), body, close + 1


def _is_fence(line: str, *fences: str) -> bool:
    return line.rstrip() in fences


def _unclosed(source: Source, lines: list[str], problems: Problems) -> tuple[Tree | None, str, int]:
    """A first line `---` opens a front matter only when a field follows; else it is a rule across the page."""
    if not (len(lines) > 1 and FIELD.match(lines[1])):
        return None, source.text, 0
    problems.add("front.unclosed", Place(source.path, 1, 1, 4))
    before = next((n for n, line in enumerate(lines) if n and not line.strip()), len(lines))
    return None, "\n".join(lines[before:]), before
