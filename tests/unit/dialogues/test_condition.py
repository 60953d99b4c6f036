"""Conditions: what they say, and what is no condition."""

import re

import pytest

from kontuar.dialogues.condition import holds, names, parse


@pytest.mark.parametrize(
    ("text", "meters", "expected"),
    [
        ("trust >= 4", {"trust": 4}, True),
        ("trust > 4", {"trust": 4}, False),
        ("trust = 4", {"trust": 4}, True),
        ("trust == 4", {"trust": 3}, False),
        ("trust != 4", {"trust": 3}, True),
        ("not trust < 2", {"trust": 2}, True),
        ("trust >= 1 and time >= 1 or time = 0", {"trust": 0, "time": 0}, True),
        ("trust >= 1 and (time >= 1 or time = 0)", {"trust": 0, "time": 0}, False),
        ("not (trust < 2 or time > 3)", {"trust": 5, "time": 3}, True),
        ("not trust < 2 and time > 3", {"trust": 5, "time": 3}, False),
    ],
)
def test_a_condition_means_what_it_says(text: str, meters: dict[str, int], expected: bool) -> None:
    assert holds(parse(text), meters) is expected


def test_no_condition_always_holds() -> None:
    assert holds(None, {})


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("trust >= high", "high"),
        ("trust", "…"),
        ("trust => 4", ">"),
        ("4 <= trust", "4"),
        ("trust >= 4 and", "…"),
        ("trust >= 4 trust", "trust"),
        ("(trust >= 4", ")"),
        ("and >= 4", "and"),
        ("trust >= 4; import os", ";"),
        ("not", "…"),
    ],
)
def test_what_is_no_condition_is_refused_at_the_part_that_is_wrong(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(part)}$"):
        parse(text)


def test_the_meters_of_a_condition_are_known() -> None:
    assert names(parse("trust >= 4 and not (time < 2 or trust = 6)")) == {"trust", "time"}
