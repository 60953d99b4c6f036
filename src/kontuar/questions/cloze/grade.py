"""Grading of cloze; grade.js is its twin."""

from collections.abc import Mapping

from kontuar.core.text import fold
from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable, Verdict


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """Each gap filled right earns its share of the points; the answer is {gap: text or option id}, gaps may be missing.

    Raises:
        Unusable: not an object, or one with other gaps, other options or anything but texts.
    """
    gaps: Mapping[str, Json] = key["gaps"]
    filled = _usable(gaps, answer)
    parts = {name: _verdict(gap, filled.get(name, "")) for name, gap in gaps.items()}
    right = list(parts.values()).count("right")
    return Result(key["points"] * (right / len(parts)), key["points"], parts)


def _verdict(gap: Mapping[str, Json], text: str) -> Verdict:
    """What a gap earns; one without anything but white space is empty."""
    if not fold(text):
        return "missed"
    right = text in gap["correct"] if "correct" in gap else fold(text) in gap["accept"]
    return "right" if right else "wrong"


def _usable(gaps: Mapping[str, Json], answer: Json) -> dict[str, str]:
    if not isinstance(answer, dict) or not all(
        name in gaps and isinstance(text, str) and text in ("", *gaps[name].get("options", [text]))
        for name, text in answer.items()
    ):
        raise Unusable(f"an object with a text or an option id for each gap: {', '.join(gaps)}")
    return answer
