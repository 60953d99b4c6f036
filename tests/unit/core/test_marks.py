"""Points and pass marks."""

from hypothesis import given
from hypothesis import strategies as st

from kontuar.core.marks import passes, share

POINTS = st.floats(min_value=0, max_value=1e6)


@given(POINTS, POINTS)
def test_a_share_lies_between_nothing_and_all(points: float, possible: float) -> None:
    assert 0 <= share(points, possible) <= 1


def test_thirds_that_were_added_up_still_pass() -> None:
    points = sum([1 / 3] * 6)
    assert points < 2  # a rounding error
    assert passes(points, 2, 100)


def test_a_hair_below_the_mark_does_not_pass() -> None:
    assert not passes(7.9999, 10, 80)


@given(POINTS, POINTS, st.floats(min_value=0, max_value=100))
def test_more_points_never_fail_what_fewer_pass(points: float, possible: float, mark: float) -> None:
    assert passes(points + 1, possible, mark) >= passes(points, possible, mark)
