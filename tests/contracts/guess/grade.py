"""Grading of guess."""

from collections.abc import Mapping

from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """All points for the number as it is typed."""
    if not isinstance(answer, str):
        raise Unusable("digits")
    right = answer.strip() == str(key["number"])
    return Result(key["points"] if right else 0, key["points"], {"answer": "right" if right else "wrong"})
