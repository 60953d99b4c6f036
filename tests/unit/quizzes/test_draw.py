"""Papers drawn from a bank."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontuar.quizzes.draw import Entry, Rules, draw, places

LEVELS = ["remember", "apply", "analyse"]
SEEDS = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8)


@st.composite
def banks(draw_one: st.DrawFn) -> tuple[Rules, list[Entry]]:
    """A bank, and rules that it can serve."""
    levels = draw_one(st.lists(st.sampled_from([*LEVELS, None]), min_size=1, max_size=20))
    bank: list[Entry] = [{"id": f"q{n}", "level": level} for n, level in enumerate(levels)]
    listed = draw_one(st.lists(st.sampled_from(LEVELS), unique=True))
    counts = {level: draw_one(st.integers(0, levels.count(level))) for level in listed}
    rest = draw_one(st.integers(0, sum(level not in listed for level in levels)))
    return {"take": sum(counts.values()) + rest, "levels": counts}, bank


@given(banks(), SEEDS, st.integers(1, 50))
def test_a_paper_has_its_size_and_holds_no_question_twice(
    given_bank: tuple[Rules, list[Entry]], seed: str, attempt: int
) -> None:
    rules, bank = given_bank
    paper = draw(rules, bank, seed, attempt)
    assert len(paper) == len(set(paper)) == rules["take"]


@given(banks(), SEEDS, st.integers(1, 50))
def test_a_paper_has_the_levels_that_the_rules_ask_for(
    given_bank: tuple[Rules, list[Entry]], seed: str, attempt: int
) -> None:
    rules, bank = given_bank
    level_of = {entry["id"]: entry["level"] for entry in bank}
    drawn = [level_of[name] for name in draw(rules, bank, seed, attempt)]
    assert {level: drawn.count(level) for level in rules["levels"]} == rules["levels"]


@given(st.integers(1, 20), st.integers(1, 20), SEEDS)
def test_nothing_repeats_until_the_bank_is_used_up(size: int, take: int, seed: str) -> None:
    take = min(size, take)
    bank: list[Entry] = [{"id": f"q{n}", "level": None} for n in range(size)]
    papers = [draw({"take": take, "levels": {}}, bank, seed, attempt) for attempt in range(1, size // take + 1)]
    seen = [name for paper in papers for name in paper]
    assert len(seen) == len(set(seen))


@given(st.integers(2, 12), SEEDS)
def test_every_question_comes_as_often_as_any_other(size: int, seed: str) -> None:
    bank: list[Entry] = [{"id": f"q{n}", "level": None} for n in range(size)]
    seen = [name for n in range(1, size + 1) for name in draw({"take": size - 1, "levels": {}}, bank, seed, n)]
    assert {seen.count(entry["id"]) for entry in bank} == {size - 1}


@given(banks(), SEEDS, st.integers(1, 9))
def test_where_a_question_stands_in_the_bank_does_not_matter(
    given_bank: tuple[Rules, list[Entry]], seed: str, attempt: int
) -> None:
    rules, bank = given_bank
    assert draw(rules, bank[::-1], seed, attempt) == draw(rules, bank, seed, attempt)


def test_a_paper_is_not_asked_stratum_by_stratum() -> None:
    bank: list[Entry] = [{"id": f"{level}{n}", "level": level} for level in LEVELS for n in range(5)]
    rules: Rules = {"take": 9, "levels": {"remember": 3, "apply": 3}}
    assert draw(rules, bank, "7K2M-04QX", 1) != places(rules, bank, "7K2M-04QX", 1)


def test_attempts_of_one_seed_differ() -> None:
    bank: list[Entry] = [{"id": f"q{n}", "level": None} for n in range(8)]
    papers = [draw({"take": 8, "levels": {}}, bank, "7K2M-04QX", attempt) for attempt in range(1, 9)]
    assert all(one != other for one, other in pairwise(papers))


def test_a_level_with_none_asked_for_stays_out_of_the_paper() -> None:
    bank: list[Entry] = [{"id": "a", "level": "apply"}, {"id": "b", "level": None}]
    assert draw({"take": 1, "levels": {"apply": 0}}, bank, "seed", 1) == ["b"]


def test_a_bank_that_is_too_small_is_named() -> None:
    bank: list[Entry] = [{"id": "a", "level": "apply"}]
    with pytest.raises(ValueError, match='takes 2 questions at level "apply", but the bank has 1'):
        draw({"take": 2, "levels": {"apply": 2}}, bank, "seed", 1)
