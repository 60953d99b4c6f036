"""Grading of spot; grade.js is its twin."""

from collections.abc import Mapping

from kontuar.questions.picks import grade_picks
from kontuar.questions.question import Json
from kontuar.questions.result import Result


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """What the marked lines earn; the answer is a list of line ids.

    Raises:
        Unusable: not a list of different ids of lines that can be marked.
    """
    return grade_picks(key, answer, "line")
