"""Texts to try the rules of style on."""

from collections.abc import Callable, Iterator

from kontuar.core.problems import Problem
from kontuar.core.source import Source
from kontuar.prose.pieces import Passage, Piece


def passage(markdown: str, language: str = "pl", field: tuple[str, ...] = ()) -> Passage:
    """A text as the body of a page."""
    return Passage(markdown, Source("page.md", markdown), language, field)


def found(rule: Callable[[Piece], Iterator[Problem]], markdown: str, language: str = "pl") -> list[str]:
    """The stretches of a text that a rule marks, as they are written."""
    problems = [problem for piece in passage(markdown, language).pieces for problem in rule(piece)]
    lines = markdown.split("\n")
    return [lines[at.line - 1][at.col - 1 : at.end - 1] for at in (problem.place for problem in problems)]
