"""The line of a source with carets under a marked stretch, as it stands in a terminal."""

from __future__ import annotations

import unicodedata

from kontuar.core.characters import cells
from kontuar.core.problems import Place

WIDTH = 100  # cells of a line that are shown
_LEAD = 40  # cells that stay in front of the mark when a line is cut
_TAB = "→   "
_CUT = "…"


def frame(line: str, place: Place) -> str:
    """Two lines: the source with its number, and the carets."""
    shown, carets = _window([_TAB if cell == "\t" else cell for cell in cells(line)], place.col - 1, place.end - 1)
    number = f"{place.line:5}"
    return f"{number} | {shown}".rstrip() + f"\n{' ' * len(number)} | {carets}"


def _window(cells: list[str], start: int, end: int) -> tuple[str, str]:
    """The cells around a mark, and a line of carets below it."""
    start = min(start, len(cells))
    end = max(start + 1, min(end, len(cells)))
    first = _first(cells, start, end)
    last = _last(cells, first)
    head = _CUT if first else ""
    tail = _CUT if last < len(cells) else ""
    space = width(head + "".join(cells[first:start]))
    marked = width("".join(cells[start : min(end, last)])) or 1
    return head + "".join(cells[first:last]) + tail, " " * space + "^" * marked


def _first(cells: list[str], start: int, end: int) -> int:
    """Where the window begins: at 0 as long as the whole mark then fits."""
    if width("".join(cells[:end])) <= WIDTH:
        return 0
    first, room = start, _LEAD
    while first > 0 and room > 0:
        first -= 1
        room -= width(cells[first])
    return first


def _last(cells: list[str], first: int) -> int:
    last, room = first, WIDTH
    while last < len(cells) and room >= width(cells[last]):
        room -= width(cells[last])
        last += 1
    return last


def width(text: str) -> int:
    """Columns that a terminal takes up for a text."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
