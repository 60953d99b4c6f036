"""When two typed texts are the same; text.js is its twin.

Both follow Unicode 14, the tables of the oldest Python supported: a letter that came later is compared as written
or in lower case, as the reader's tables know it.
"""

import re
import unicodedata

# Spelled out, because Python's \s and JavaScript's differ (U+001C–1F and U+0085 here, U+FEFF there).
_SPACE = re.compile(r"[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_STROKES = str.maketrans("łŁ", "lL")  # a stroke is no combining mark: NFD leaves ł alone


def fold(text: str) -> str:
    """The text as it is compared: NFC, trimmed, inner white space as one space, lower case, NFC again."""
    spaced = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    # Whether Σ becomes σ or ς depends on its neighbours, and on tables of them that differ: always σ.
    return unicodedata.normalize("NFC", spaced.lower().replace("ς", "σ"))


def same(one: str, other: str) -> bool:
    """Whether two texts are equal but for case and white space; diacritics count."""
    return fold(one) == fold(other)


def strip_marks(text: str) -> str:
    """The text without diacritics, the stroke of ł among them."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text)).translate(_STROKES)
    return unicodedata.normalize("NFC", bare)


def near_miss(one: str, other: str) -> bool:
    """Whether only diacritics keep two texts from being the same."""
    return not same(one, other) and strip_marks(fold(one)) == strip_marks(fold(other))
