"""Texts that people type, compared."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kontuar.core.text import fold, near_miss, same, strip_marks

TYPED = st.text(max_size=12)


@given(TYPED)
def test_folding_twice_is_folding_once(typed: str) -> None:
    assert fold(fold(typed)) == fold(typed)


@given(TYPED)
def test_how_a_letter_is_composed_does_not_matter(typed: str) -> None:
    assert same(unicodedata.normalize("NFD", typed), unicodedata.normalize("NFC", typed))


@given(TYPED, TYPED)
def test_a_near_miss_is_never_the_same_and_goes_both_ways(one: str, other: str) -> None:
    assert near_miss(one, other) == near_miss(other, one)
    assert not (near_miss(one, other) and same(one, other))


def test_every_polish_letter_has_its_bare_one() -> None:
    assert strip_marks("ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ") == "acelnoszz ACELNOSZZ"


def test_diacritics_count() -> None:
    assert not same("zażalenie", "zazalenie")
    assert near_miss("zażalenie", "zazalenie")


def test_another_word_is_no_near_miss() -> None:
    assert not near_miss("łódka", "wódka")
