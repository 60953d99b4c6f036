"""The order of the glossary, and the terms of a page."""

import pytest

from kontuar.site.glossary import alphabetical, by_letter


@pytest.mark.parametrize(
    ("language", "sorted_terms"),
    [
        ("pl", ["adres", "ławka", "łza", "ósmy", "sąd", "sądowy", "ścieżka", "zupa", "źrebię", "żaba"]),
        ("en", ["Apple", "banana", "CES", "complaint", "needs", "needs diagnosis"]),
    ],
)
def test_terms_stand_in_the_order_of_the_alphabet(language: str, sorted_terms: list[str]) -> None:
    shuffled = sorted(sorted_terms, key=lambda term: term[::-1])
    assert shuffled != sorted_terms
    assert sorted(shuffled, key=lambda term: alphabetical(term, language)) == sorted_terms


def test_terms_are_grouped_under_their_first_letter() -> None:
    entries = [{"term": term} for term in ("CES", "complaint", "łaska")]
    assert [(letter, len(group)) for letter, group in by_letter(entries)] == [("C", 2), ("Ł", 1)]
