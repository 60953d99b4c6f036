"""Comments that silence a rule at one place, with a reason.

In Markdown `<!-- prose: long-sentence – the Act's own title -->` stands on a line of its own above a paragraph, a list,
a table or a heading, and holds up to the next empty line. In YAML, front matter included, `# prose: banned – a bad
example` stands above a field or an item, or behind it, and holds for all that is in it; above the first field of a
file it holds for the whole file, the body of the page included. Several rules are parted by commas.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kontuar.core.problems import Place, Problem, catalogue
from kontuar.core.source import Source
from kontuar.course.fences import blanked, fences

IN_MARKDOWN = re.compile(r"[ \t]*(<!--[ \t]*prose:(.*?)-->)[ \t]*")
IN_YAML = re.compile(r"(?:^|(?<=[ \t]))(#[ \t]*prose:(.*))$")
REMARK = re.compile(r"[ \t]*#")
DASH = re.compile(r"[ \t]+[–—-]+[ \t]*|[ \t]*[–—:][ \t]*")
ITEM = re.compile(r"[ ]*(?:-[ ]+)*")
KIND = "prose."
ABOUT_SILENCE = ("no-reason", "needless", "unknown-rule")


@dataclass(frozen=True)
class Silence:
    """One comment: the rules that it silences, and the lines of the file for which it does."""

    place: Place
    rules: tuple[str, ...]
    reason: str
    lines: range

    def covers(self, problem: Problem) -> bool:
        return problem.code.removeprefix(KIND) in self.rules and problem.place.line in self.lines


def unsilenced(found: Iterable[Problem], silences: Sequence[Silence]) -> Iterator[Problem]:
    """The problems that no comment silences, and what is wrong with the comments."""
    used: set[tuple[Silence, str]] = set()
    for problem in found:
        covering = [silence for silence in silences if silence.covers(problem)]
        used.update((silence, problem.code.removeprefix(KIND)) for silence in covering)
        if not covering:
            yield problem
    for silence in silences:
        yield from _judged(silence, [rule for rule in silence.rules if (silence, rule) in used])


def _judged(silence: Silence, used: Sequence[str]) -> Iterator[Problem]:
    known = rules()
    if not silence.reason:
        yield Problem(silence.place, "prose.no-reason")
    for rule in silence.rules:
        if rule not in known:
            yield Problem(silence.place, "prose.unknown-rule", {"rule": rule, "rules": ", ".join(known)})
        elif rule not in used:
            yield Problem(silence.place, "prose.needless", {"rule": rule})


def rules() -> list[str]:
    """The names of all rules that can be silenced: their codes without the kind."""
    names = (code.removeprefix(KIND) for code in sorted(catalogue()) if code.startswith(KIND))
    return [name for name in names if name not in ABOUT_SILENCE]


def in_markdown(body: Source) -> Iterator[Silence]:
    """The comments of a page's body; those in its fences are examples."""
    lines = blanked(body.text, list(fences(body.text)))
    for number, line in enumerate(lines):
        if found := IN_MARKDOWN.fullmatch(line):
            first = number + 1
            while first < len(lines) and (not lines[first].strip() or IN_MARKDOWN.fullmatch(lines[first])):
                first += 1
            last = next((at for at in range(first, len(lines)) if not lines[at].strip()), len(lines))
            yield _silence(found, body.path, body.first_line + number, range(first, last), body.first_line)


def in_yaml(source: Source, stop: int | None = None) -> Iterator[Silence]:
    """The comments of a YAML file, or of the first `stop` lines of a page."""
    lines = source.text.split("\n")[:stop]
    content = [number for number, line in enumerate(lines) if _is_content(line)]
    for number, line in enumerate(lines):
        if found := IN_YAML.search(line):
            yield _silence(found, source.path, number + 1, _field(lines, content, number), 1)


def _field(lines: Sequence[str], content: Sequence[int], number: int) -> range:
    """The lines, from 0, of the field or item that a comment in a line belongs to."""
    first = next((at for at in content if at >= number), None)
    if first is None:
        return range(0)
    if first > number and first == content[0]:
        return range(2**31)  # the whole file
    depth = _depth(lines[first]) if first > number else _key_depth(lines[first])
    last = next((at for at in content if at > first and _depth(lines[at]) <= depth), len(lines))
    return range(first, last)


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not REMARK.match(line) and line.rstrip() != "---"


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key_depth(line: str) -> int:
    item = ITEM.match(line)
    return item.end() if item else 0


def _silence(found: re.Match[str], path: str, line: int, lines: range, first_line: int) -> Silence:
    names, reason = (*DASH.split(found[2].strip(), maxsplit=1), "")[:2]
    place = Place(path, line, found.start(1) + 1, found.end(1) + 1)
    covered = range(lines.start + first_line, lines.stop + first_line)
    return Silence(place, tuple(name.strip() for name in names.split(",")), reason.strip(), covered)
