"""What grading gives: points earned, points possible, and a verdict on each part of the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["right", "wrong", "missed"]


@dataclass(frozen=True)
class Result:
    """Points earned out of points possible; parts tells by id what was right, wrong or missed."""

    points: float
    max: float
    parts: Mapping[str, Verdict]

    def as_json(self) -> dict[str, object]:
        """The shape that the graders in JavaScript give too."""
        return {"points": self.points, "max": self.max, "parts": dict(self.parts)}


class Unusable(ValueError):
    """An answer that is not in the shape of its question's type; its text says what was expected."""
