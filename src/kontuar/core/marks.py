"""Points and pass marks; marks.js is its twin."""

TOLERANCE = 1e-9  # a third of the points, three times, must not fail for the last bit


def share(points: float, possible: float) -> float:
    """The part of the points that was earned, 0 to 1; 0 where there was nothing to earn."""
    return min(1.0, max(0.0, points / possible)) if possible > 0 else 0.0


def passes(points: float, possible: float, mark: float) -> bool:
    """Whether the points reach a pass mark in per cent."""
    return share(points, possible) * 100 >= mark - TOLERANCE
