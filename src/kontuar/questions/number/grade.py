"""Grading of number; grade.js is its twin."""

import re
from collections.abc import Mapping, Sequence

from kontuar.core.number import parse
from kontuar.core.text import fold
from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable, Verdict

_SIGNED = re.compile(r"([+\u2212-]?) ?(.*)")


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """All points for a number within the tolerance, else none; the answer is a text, as it was typed.

    Raises:
        Unusable: not a text.
    """
    if not isinstance(answer, str):
        raise Unusable("a number as text")
    number = typed(key["units"], answer)
    right = number is not None and fits(number, key["answer"], key["tolerance"])
    verdict: Verdict = "right" if right else "wrong" if fold(answer) else "missed"
    return Result(key["points"] if right else 0.0, key["points"], {"answer": verdict})


def typed(units: Sequence[str], text: str) -> float | None:
    """The number in a text, without a unit, with one after it, or with one before it (and after its sign)."""
    found = _SIGNED.fullmatch(fold(text))
    sign, rest = found.groups() if found else ("", "")
    for unit in ("", *units):
        number = parse(text, unit)
        if number is None and unit and rest.startswith(unit):
            number = parse(sign + rest.removeprefix(unit))
        if number is not None:
            return number
    return None


def fits(number: float, answer: float, tolerance: float) -> bool:
    """Whether a number is right; the last digits that computing may lose are not counted."""
    return abs(number - answer) <= tolerance + 1e-9 * max(1, abs(answer))


def alike(number: float, other: float) -> bool:
    """Whether two numbers are the same but for the last digits that computing may lose."""
    return abs(number - other) <= 1e-9 * abs(other)
