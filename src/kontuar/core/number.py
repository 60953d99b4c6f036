"""Numbers as people type them; number.js is its twin.

Written: an optional sign (+, - or U+2212), digits 0–9, an optional decimal comma or point that has a digit after it.
Thousands may be set apart, in threes, by spaces of any width, points or commas. When a comma or a point stands alone
it is the decimal one, whatever follows: "1,234" and "1.234" are one and a bit, in both languages. When both stand,
or one stands several times, the text has one reading only: "1.234,5", "1,234.5" and "1.234.567" are in thousands.
"""

import re

from kontuar.core.text import fold

_NUMBER = re.compile(
    r"(?P<sign>[+\u2212-]?) ?(?=[0-9.,])"
    r"(?:(?P<plain>[0-9]*)|(?P<grouped>[1-9][0-9]{0,2}(?P<mark>[ .,])[0-9]{3}(?:(?P=mark)[0-9]{3})*)(?!(?P=mark)))"
    r"(?:[.,](?P<part>[0-9]+))?"
)


def parse(text: str, unit: str = "") -> float | None:
    """The number that was typed, with or without its unit after it; None if it is not one, or not finite."""
    found = _NUMBER.fullmatch(_without(fold(unit), fold(text)))
    if not found:
        return None
    whole = re.sub("[ .,]", "", found["grouped"] or found["plain"] or "0")
    value = float(f"{whole}.{found['part'] or 0}")
    if value == float("inf"):
        return None
    return -value if found["sign"] in {"-", "−"} and value else value  # no −0


def _without(unit: str, text: str) -> str:
    return text.removesuffix(unit).removesuffix(" ")
