"""Phrases that the style guide speaks against, listed by language in banned-pl.yml and banned-en.yml.

In a phrase `*` stands for any ending, `(a|b)` for one of two, and `…` for up to two words in between; between words
there may be any white space. Nothing is found inside a longer word.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kontuar.core.phrases import load_map
from kontuar.core.problems import Problem
from kontuar.prose.pieces import Piece

FOLDER = Path(__file__).parent
SIGNS = {"*": r"\w*", "(": "(?:", ")": ")", "|": "|"}
BETWEEN = r"(?:\w+\s+){0,2}"


def banned(piece: Piece) -> Iterator[Problem]:
    pattern, instead = _list(piece.language)
    for found in pattern.finditer(piece.text) if instead else ():
        said = " ".join(found[0].split())
        better = instead[(found.lastindex or 1) - 1]
        yield piece.problem("prose.banned", *found.span(), found=said, better=better)


def phrase(text: str) -> str:
    """The regular expression of a listed phrase, without its borders.

    >>> phrase("dokon* … (naprawy|zakupu)")
    'dokon\\\\w*\\\\s+(?:\\\\w+\\\\s+){0,2}(?:naprawy|zakupu)'
    """
    pattern = r"\s+".join(map(_word, text.split()))
    return pattern.replace(r"…\s+", BETWEEN)


def _word(text: str) -> str:
    return "".join(SIGNS.get(sign) or re.escape(sign) if sign != "…" else sign for sign in text)


@cache
def _list(language: str) -> tuple[re.Pattern[str], list[str]]:
    """One pattern with a group for each phrase, and what to write instead of each."""
    file = FOLDER / f"banned-{language}.yml"
    listed = load_map(file) if file.is_file() else {}
    groups = "|".join(f"({phrase(text)})" for text in listed)
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)", re.I), [str(better) for better in listed.values()]
