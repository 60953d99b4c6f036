"""Grading of reflect; grade.js is its twin."""

from collections.abc import Mapping

from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """No points, and a verdict on what was ticked only; the answer is {"text": string, "ticks": [rubric ids]}.

    Raises:
        Unusable: another shape, or ticks that are not different ids of the rubric.
    """
    return Result(0.0, 0.0, dict.fromkeys(_ticks(key, answer), "right"))


def _ticks(key: Mapping[str, Json], answer: Json) -> list[str]:
    if not isinstance(answer, dict) or set(answer) != {"text", "ticks"} or not isinstance(answer["text"], str):
        raise Unusable("a text, and ticks at points of the rubric")
    ticks = answer["ticks"]
    if not isinstance(ticks, list) or any(name not in key["rubric"] for name in ticks):
        raise Unusable("ticks at points of the rubric: " + ", ".join(key["rubric"]))
    if len(set(ticks)) < len(ticks):
        raise Unusable("each point of the rubric once")
    return ticks
