"""Source files as text: what can be read, what cannot, and where it goes wrong."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kontuar.core.characters import name, suspects
from kontuar.core.problems import Place, Problems

MAX_BYTES = 5_000_000
REPEATS = 50  # of one mistake in one file: enough to see how far it goes; a binary file would bring thousands

_UNREADABLE = ("char.control", "char.line-break")  # YAML refuses them, or counts other lines than an editor
_BYTE_ORDER_MARK = "\ufeff"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONFLICT = re.compile(r"^(?:(<{7})|(\|{7})|(={7})|(>{7}))(?=[ \n]|\Z).*$", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """A file's text, or a part of it that begins at `first_line`; line feeds only, no byte order mark."""

    path: str
    text: str
    first_line: int = 1

    def at(self, start: int, stop: int | None = None) -> Place:
        """The place between two characters counted from 0, as far as it lies on its first line."""
        start = min(start, len(self.text))
        line = self.text.count("\n", 0, start)
        col = start - self.text.rfind("\n", 0, start)
        length = min(self.line_end(start), stop if stop is not None else start + 1) - start
        return Place(self.path, line + self.first_line, col, col + max(1, length))

    def line_end(self, index: int) -> int:
        end = self.text.find("\n", index)
        return end if end >= 0 else len(self.text)


def read(root: Path, file: Path, problems: Problems) -> Source | None:
    """Read a file, given with its root or from it on; None after an error that makes its text unusable.

    Characters that do not belong in a text are reported; those that nobody can read on with become spaces, so that
    every place stays true.
    """
    full = file if file.is_relative_to(root) else root / file
    at, top = full.absolute(), root.absolute()
    path = at.relative_to(top).as_posix() if at.is_relative_to(top) else full.name
    try:
        raw = _bytes(root, full)
    except _Refused as refused:
        problems.add(refused.code, Place(path), limit=MAX_BYTES // 1_000_000)
        return None
    text = _decode(raw, path, problems)
    if text is None:
        return None
    source = Source(path, one_line_end(text))
    if _conflicts(source, problems):
        return None
    return Source(path, _without_suspects(source, problems))


def lines_of(root: Path, path: str) -> list[str]:
    """The lines of a file for showing them beside a problem; none of a file that cannot be shown."""
    try:
        raw = _bytes(root, root / path)
    except _Refused:
        return []
    encoding = "utf-16" if _looks_like_utf_16(raw) else "utf-8-sig"
    return one_line_end(raw.decode(encoding, "replace")).split("\n")


def one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Refused(Exception):
    def __init__(self, code: str) -> None:
        self.code = code


def _bytes(root: Path, full: Path) -> bytes:
    try:
        _admit(root, full)
        with full.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise _Refused("file.unreadable") from error
    if len(raw) > MAX_BYTES:
        raise _Refused("file.too-big")
    return raw


def _admit(root: Path, full: Path) -> None:
    if not full.resolve().is_relative_to(root.resolve()):
        raise _Refused("file.outside")
    if not full.exists():
        raise _Refused("file.not-found")
    if not full.is_file():
        raise _Refused("file.unreadable")


def _decode(raw: bytes, path: str, problems: Problems) -> str | None:
    if _looks_like_utf_16(raw):
        problems.add("file.encoding", Place(path), guess="utf-16", letter="")
        return None
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        before = one_line_end(raw[: error.start].decode())
        letter = raw[error.start : error.start + 1].decode("cp1250", "replace")
        guess = "windows" if letter.isalpha() else "unknown"
        problems.add("file.encoding", Source(path, before).at(len(before)), guess=guess, letter=letter)
        return None


def _looks_like_utf_16(raw: bytes) -> bool:
    """With its byte order mark, or with every second byte of its beginning empty."""
    halves = raw[0:64:2], raw[1:64:2]
    return raw.startswith(_UTF_16) or any(half.count(0) * 2 > len(half) > 1 for half in halves)


def _conflicts(source: Source, problems: Problems) -> bool:
    """Report each block between conflict markers.

    A line of equals signs alone underlines a heading in Markdown: it takes two kinds of marker, in their order.
    """
    places = list(islice(_conflict_places(source), REPEATS))
    for place in places:
        problems.add("file.merge-conflict", place)
    return bool(places)


def _conflict_places(source: Source) -> Iterator[Place]:
    first, rank = None, 0
    for match in _CONFLICT.finditer(source.text):
        kind = match.lastindex or 0
        if kind == 1 or first is None:
            first, rank = match, kind
        elif kind > rank:
            yield source.at(first.start(), first.start() + 7)
            rank = 4  # the rest of this block says nothing new


def _without_suspects(source: Source, problems: Problems) -> str:
    chars: list[str] = []
    counts: dict[str, int] = {}
    for index, code in suspects(source.text):
        chars = chars or list(source.text)
        counts[code] = counts.get(code, 0) + 1
        if counts[code] <= REPEATS:
            problems.add(code, source.at(index), char=name(source.text[index]))
        if code in _UNREADABLE or source.text[index] == _BYTE_ORDER_MARK:
            chars[index] = " "
    return "".join(chars) or source.text
