"""Every kind of page, a module each: where its pages lie, and how they are made.

A new kind is a new module here and its name in KINDS. Print views stand last, for they gather finished pages; else the
order means nothing.
"""

from collections.abc import Iterator
from typing import Protocol

from kontuar.course import Course
from kontuar.site.desk import Desk
from kontuar.site.kinds import (
    articles,
    banks,
    certificate,
    check,
    dialogues,
    exam,
    glossary,
    home,
    lessons,
    modules,
    my_course,
    my_data,
    prints,
    review,
    tests,
    types,
)
from kontuar.site.page import SitePage


class Kind(Protocol):
    """What each module here offers."""

    def uris(self, course: Course, language: str) -> Iterator[str]:
        """Where its pages lie in a language."""

    def pages(self, desk: Desk) -> Iterator[SitePage]:
        """Its pages in the desk's language."""


KINDS: tuple[Kind, ...] = (
    home,
    my_course,
    my_data,
    articles,
    modules,
    lessons,
    tests,
    exam,
    banks,
    glossary,
    review,
    certificate,
    check,
    dialogues,
    types,
    prints,
)


def uris(course: Course, language: str) -> Iterator[str]:
    """Where all pages of a language lie."""
    for kind in KINDS:
        yield from kind.uris(course, language)


def pages(desk: Desk) -> Iterator[SitePage]:
    """All pages of a language."""
    for kind in KINDS:
        yield from kind.pages(desk)
