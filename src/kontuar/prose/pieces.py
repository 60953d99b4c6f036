"""Pieces of a text: paragraphs, items of lists, cells of tables, titles; each is read by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from kontuar.core.problems import Place, Problem
from kontuar.prose.markdown import text_only, without_code
from kontuar.prose.sentences import WORD, Sentence, sentences

BLOCK = re.compile(r"(?:^.*\S.*(?:\n|\Z))+", re.M)
OPENING = re.compile(
    r"^[ \t]*(?:(?P<heading>#{1,6}[ \t]+)|(?P<box>(?:!!!|\?\?\?\+?|===[!+]?)[ \t].*)"
    r"|(?P<item>(?:[-+*:]|\d{1,9}[.)])[ \t]+))",
    re.M,
)
TITLE = re.compile(r'"(.*)"')
RULED = re.compile(r"^.*\n(?=.*\|)(?P<rule>[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*)$", re.M)
UNDERLINED = re.compile(r"\n[ \t]*(?:=+|-+)[ \t]*\n?\Z")
CELL = re.compile(r"(?:[^|\\\n]|\\.)+")
Span = tuple[int, int, bool]  # where a piece begins and ends, and whether it is a title


class Origin(Protocol):
    """Whatever a text was read from, and can tell the place of its characters."""

    def at(self, start: int, stop: int | None = None) -> Place: ...


@dataclass(frozen=True)
class Passage:
    """A Markdown text in one language; `field` names what holds it in its file, and is empty for a page's body."""

    markdown: str
    origin: Origin
    language: str
    field: tuple[str, ...] = ()

    @cached_property
    def visible(self) -> str:
        """The Markdown without its code and comments."""
        return without_code(self.markdown)

    @cached_property
    def pieces(self) -> tuple["Piece", ...]:
        """The pieces that hold words, in order."""
        text = text_only(self.visible)
        titled = self.field[-1:] in (("title",), ("term",))
        found = (Piece(text[start:stop], start, self, title or titled) for start, stop, title in _spans(text))
        return tuple(piece for piece in found if WORD.search(piece.text))


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage from `start` on; a title does not count as a sentence of the page."""

    text: str
    start: int
    passage: Passage
    title: bool

    @property
    def language(self) -> str:
        return self.passage.language

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentences(self.text, self.language))

    def problem(self, code: str, start: int, stop: int, **args: str | int) -> Problem:
        """A problem between two characters of the piece."""
        return Problem(self.passage.origin.at(self.start + start, self.start + stop), code, args)


def _spans(text: str) -> Iterator[Span]:
    for block in BLOCK.finditer(text):
        start, stop = block.span()
        table = RULED.search(text, start, stop)
        if table:
            yield from _paragraphs(text, start, table.start())
            yield from _cells(text, table, stop)
        else:
            yield from _paragraphs(text, start, stop)


def _cells(text: str, head: re.Match[str], stop: int) -> Iterator[Span]:
    for cell in CELL.finditer(text, head.start(), stop):
        in_rule = head.start("rule") <= cell.start() < head.end()
        if not in_rule:
            yield *cell.span(), cell.start() < head.start("rule")


def _paragraphs(text: str, start: int, stop: int) -> Iterator[Span]:
    """The titles, items and paragraphs of lines without an empty one between them."""
    openings = {opening.start(): opening for opening in OPENING.finditer(text, start, stop)}
    titles = {_line_end(text, at, stop) for at, opening in openings.items() if not opening["item"]}
    cuts = sorted({start, *openings, *titles, stop})
    for begin, end in pairwise(cuts):
        opening = openings.get(begin)
        if opening and opening["box"]:
            title = TITLE.search(text, begin, end)
            yield (*title.span(1), True) if title else (end, end, True)
        elif opening:
            yield opening.end(), end, bool(opening["heading"])
        else:
            yield begin, end, UNDERLINED.search(text, begin, end) is not None


def _line_end(text: str, start: int, stop: int) -> int:
    end = text.find("\n", start, stop)
    return end if end >= 0 else stop
