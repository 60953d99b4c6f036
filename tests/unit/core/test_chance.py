"""Orders that a seed decides."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kontuar.core.chance import _hash, _numbers, order


def test_the_hash_is_the_published_fnv_1a() -> None:
    assert [_hash(seed) for seed in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]


def test_the_numbers_are_the_published_mulberry32() -> None:
    draw = _numbers(0)
    assert [draw() / 2**32 for _ in range(3)] == [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]


@given(st.lists(st.integers()), st.text(st.characters(codec="utf-8")))
def test_nothing_is_lost_and_nothing_added(items: list[int], seed: str) -> None:
    assert sorted(order(items, seed)) == sorted(items)


def test_the_list_that_was_given_stays_as_it_was() -> None:
    items = [1, 2, 3, 4]
    order(items, "seed")
    assert items == [1, 2, 3, 4]


def test_no_order_is_favoured() -> None:
    counts = Counter("".join(order("abcd", str(seed))) for seed in range(12_000))
    expected = 12_000 / 24
    assert len(counts) == 24
    assert sum((count - expected) ** 2 / expected for count in counts.values()) < 49.7  # chi², 23 degrees, p = 0.001
