"""Grading of choice; grade.js is its twin."""

from collections.abc import Mapping

from kontuar.questions.picks import grade_picks
from kontuar.questions.question import Json
from kontuar.questions.result import Result


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """What the picked options earn; the answer is a list of option ids.

    Raises:
        Unusable: not a list of different ids of this question, or several where one is asked for.
    """
    return grade_picks(key, answer)
