"""Pictures that say nothing to those who cannot see them."""

import re
from collections.abc import Iterator

from kontuar.core.problems import Problem
from kontuar.prose.pieces import Passage

EMPTY = re.compile(r"!\[\s*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
TAG = re.compile(r"<img\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.I)
ALT = re.compile(r"\salt\b", re.I)
VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")


def without_text(passage: Passage) -> Iterator[Problem]:
    """Pictures without a text in their place; in HTML an empty `alt` says that the picture only decorates."""
    bare = (tag.span() for tag in TAG.finditer(passage.visible) if not ALT.search(VALUE.sub("", tag[0])))
    for span in (*(empty.span() for empty in EMPTY.finditer(passage.visible)), *bare):
        yield Problem(passage.origin.at(*span), "prose.no-alt")
