"""Grading of text; grade.js is its twin."""

from collections.abc import Mapping

from kontuar.core.text import fold
from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable, Verdict


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """All points for an accepted text, else none; a text without a letter or a sign is no answer.

    Raises:
        Unusable: not a text.
    """
    if not isinstance(answer, str):
        raise Unusable("a text")
    typed = fold(answer)
    verdict: Verdict = "right" if typed in key["accept"] else "wrong" if typed else "missed"
    return Result(key["points"] if verdict == "right" else 0.0, key["points"], {"answer": verdict})
