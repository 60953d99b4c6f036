"""Grading of truth; grade.js is its twin."""

from collections.abc import Mapping

from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """All points or none; the answer is true, false, or null for none given.

    Raises:
        Unusable: anything else.
    """
    if answer is None:
        return Result(0.0, key["points"], {"answer": "missed"})
    if not isinstance(answer, bool):
        raise Unusable("true or false")
    right = answer == key["answer"]
    return Result(key["points"] if right else 0.0, key["points"], {"answer": "right" if right else "wrong"})
