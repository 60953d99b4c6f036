"""Straight quotation marks that would reach the reader.

The site curls those of English texts, wherever they come from; only what is no HTML text stays as it is written.
"""

import re
from collections.abc import Iterator

from kontuar.core.problems import Problem
from kontuar.prose.pieces import Piece

QUOTED = re.compile(r"""(?<!\w)'[^'"\n]+'(?!\w)|"[^"\n]*"|\"""")
AS_WRITTEN = ("description",)  # it goes into the head of a page, for search engines
LANGUAGES = ("pl", "en")


def straight_quotes(piece: Piece) -> Iterator[Problem]:
    """One problem for each quotation; an apostrophe is none."""
    if piece.language not in LANGUAGES or (piece.language == "en" and piece.passage.field[-1:] != AS_WRITTEN):
        return
    for quoted in QUOTED.finditer(piece.text):
        yield piece.problem("prose.straight-quotes", *quoted.span(), language=piece.language)
