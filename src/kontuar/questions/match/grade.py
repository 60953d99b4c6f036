"""Grading of match; grade.js is its twin."""

from collections.abc import Mapping

from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable, Verdict


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """Each right pair earns its share of the points; the answer is {left: right}, where lefts may be missing.

    Raises:
        Unusable: not an object, or one with ids that the question doesn't have.
    """
    chosen = _usable(key, answer)
    pairs: Mapping[str, str] = key["pairs"]
    parts: dict[str, Verdict] = {}
    for left in key["lefts"]:
        parts[left] = "missed" if left not in chosen else "right" if chosen[left] == pairs[left] else "wrong"
    right = list(parts.values()).count("right")
    return Result(key["points"] * (right / len(parts)), key["points"], parts)


def _usable(key: Mapping[str, Json], answer: Json) -> dict[str, str]:
    lefts, rights = key["lefts"], key["rights"]
    if not isinstance(answer, dict) or any(one not in lefts or other not in rights for one, other in answer.items()):
        raise Unusable(f"an object of left ids ({', '.join(lefts)}) and right ids ({', '.join(rights)})")
    return answer
