"""Numbers that people type, read."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontuar.core.number import parse

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4)


@given(DECIMALS, st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"]))
def test_a_number_is_read_as_it_is_written_in_polish(value: object, space: str) -> None:
    written = f"{value:,.4f}".replace(",", space).replace(".", ",")
    assert parse(written) == float(f"{value:f}")


@given(DECIMALS)
def test_a_number_is_read_as_it_is_written_in_english(value: object) -> None:
    assert parse(f"{value:,.4f}") == float(f"{value:f}")


@given(st.text(max_size=10), st.text(max_size=3))
def test_whatever_is_typed_gives_a_finite_number_or_none(typed: str, unit: str) -> None:
    read = parse(typed, unit)
    assert read is None or math.isfinite(read)


def test_minus_nothing_is_nothing() -> None:
    assert math.copysign(1, parse("-0,0") or 0.0) == 1


def test_more_than_a_double_holds_is_no_number() -> None:
    assert parse("9" * 400) is None


@pytest.mark.parametrize("typed", ["1,234", "1.234"])
def test_a_mark_alone_is_the_decimal_one(typed: str) -> None:
    assert parse(typed) == 1.234


def test_the_unit_may_stand_there_or_not() -> None:
    assert parse("12,5 kg", "kg") == parse("12,5kg", "kg") == parse("12,5", "kg") == 12.5


def test_another_unit_is_not_read_over() -> None:
    assert parse("12,5 dag", "kg") is None
