"""Fenced blocks of a Markdown page, with their lines; examples inside longer fences are left alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kontuar.core.problems import Place, Problems

OPENING = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*([^\s`{]*)")


@dataclass(frozen=True)
class Fence:
    """One fenced block; first and last are its fence lines, counted from 0 in the body."""

    kind: str
    first: int
    last: int
    indent: str
    text: str


def fences(body: str) -> Iterator[Fence]:
    """All fenced blocks of a body; one that is never closed has last = -1."""
    lines = body.split("\n")
    number = 0
    while number < len(lines):
        opening = OPENING.match(lines[number])
        if not opening:
            number += 1
            continue
        indent, marks, kind = opening.groups()
        last = _closing(lines, number + 1, marks)
        yield Fence(kind, number, last, indent, "\n".join(lines[number + 1 : last if last > 0 else None]) + "\n")
        number = last + 1 if last > 0 else len(lines)


def _closing(lines: list[str], start: int, marks: str) -> int:
    closing = re.compile(rf"^[ \t]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
    return next((number for number in range(start, len(lines)) if closing.match(lines[number])), -1)


def unclosed(found: list[Fence], path: str, first_line: int, problems: Problems) -> None:
    """Reports a fence without an end: everything after it would be shown as code."""
    for fence in found:
        if fence.last < 0:
            col = len(fence.indent) + 1
            problems.add("fence.not-closed", Place(path, first_line + fence.first, col, col + 3))


def blanked(body: str, found: list[Fence]) -> list[str]:
    """The lines of a body with all fenced blocks emptied, for checks that must not look into code."""
    lines = body.split("\n")
    for fence in found:
        last = fence.last if fence.last > 0 else len(lines) - 1
        lines[fence.first : last + 1] = [""] * (last + 1 - fence.first)
    return lines
