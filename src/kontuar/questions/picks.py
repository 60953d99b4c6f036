"""Grading of picks among parts: of one, or of many with what is wrong taken off; picks.js is its twin."""

from collections.abc import Mapping

from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable, Verdict


def grade_picks(key: Mapping[str, Json], answer: Json, part: str = "option") -> Result:
    """One: all points or none. Many: max(0, (right − wrong) / number correct), or all or nothing.

    The answer is a list of ids out of key["options"]. The rule for many is H5P's “multi choice” with equal weights.

    Raises:
        Unusable: not a list of different ids of this question, or several where one is asked for.
    """
    picked = _picked(key, answer, part)
    correct = key["correct"]
    right = [name for name in picked if name in correct]
    parts: dict[str, Verdict] = {name: "right" if name in correct else "wrong" for name in picked}
    parts |= {name: "missed" for name in correct if name not in picked}
    if key["pick"] == "one" or key["score"] == "all-or-nothing":
        share = 1.0 if sorted(picked) == sorted(correct) else 0.0
    else:
        share = max(0.0, (2 * len(right) - len(picked)) / len(correct))
    return Result(key["points"] * share, key["points"], parts)


def _picked(key: Mapping[str, Json], answer: Json, part: str) -> list[str]:
    if not isinstance(answer, list) or any(name not in key["options"] for name in answer):
        raise Unusable(f"a list of {part} ids: " + ", ".join(key["options"]))
    if len(set(answer)) < len(answer) or (key["pick"] == "one" and len(answer) > 1):
        raise Unusable(f"each {part} once" if key["pick"] == "many" else f"one {part}")
    return answer
