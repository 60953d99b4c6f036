"""Grading of sort; grade.js is its twin."""

from collections.abc import Mapping

from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable, Verdict


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """The share of items in their bin; the answer is {item: bin}, where items may be missing.

    Raises:
        Unusable: not an object, or one with an unknown item or bin.
    """
    items = key["items"]
    if not isinstance(answer, dict) or not all(item in items and bin_ in key["bins"] for item, bin_ in answer.items()):
        raise Unusable("an object of items and their bins: " + ", ".join(key["bins"]))
    parts: dict[str, Verdict] = dict.fromkeys(items, "missed")
    parts |= {item: "right" if bin_ == items[item] else "wrong" for item, bin_ in answer.items()}
    right = sum(verdict == "right" for verdict in parts.values())
    return Result(key["points"] * (right / len(items)), key["points"], parts)
