"""A paper: which questions of a bank a learner gets at which attempt; draw.js is its twin.

The bank falls into strata: one for each level that the rules count, and the rest. The seed puts each stratum in one
order for good, and attempt n takes its next places, going round: nothing repeats until a stratum is used up, a paper
never shrinks and never holds a question twice. Seed and attempt rebuild a paper, as long as the bank is the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypedDict

from kontuar.core.chance import order


class Rules(TypedDict):
    """How many questions a paper takes, and how many of them at each level; the others come from the rest."""

    take: int
    levels: Mapping[str, int]


class Entry(TypedDict):
    """What drawing has to know about a question; the id is the full one, with its bank."""

    id: str
    level: str | None


def draw(rules: Rules, bank: Iterable[Entry], seed: str, attempt: int) -> list[str]:
    """The ids of one paper, in the order in which they are asked.

    Raises:
        ValueError: a stratum is too small, the rules contradict themselves, or there is no such attempt.
    """
    return draw_all([(rules, bank)], seed, attempt)


def draw_all(parts: Iterable[tuple[Rules, Iterable[Entry]]], seed: str, attempt: int) -> list[str]:
    """The ids of a paper over several banks, each with its rules: what they give together, shuffled.

    Raises:
        ValueError: as draw().
    """
    given = [name for rules, bank in parts for name in places(rules, bank, seed, attempt)]
    return order(given, f"{seed}/{attempt}")


def places(rules: Rules, bank: Iterable[Entry], seed: str, attempt: int) -> list[str]:
    """The ids that one set of rules gives to a paper, stratum by stratum; attempts count from 1.

    Raises:
        ValueError: as draw().
    """
    if attempt < 1:
        raise ValueError("attempts count from 1")
    entries = list(bank)
    return [
        name
        for stratum, count in _counts(rules)
        for name in _turn(_members(entries, stratum, rules["levels"]), stratum, count, seed, attempt)
    ]


def _counts(rules: Rules) -> Iterator[tuple[str, int]]:
    """Each stratum and how many questions it gives; the rest has no name."""
    rest = rules["take"] - sum(rules["levels"].values())
    if rest < 0:
        raise ValueError(f"the levels ask for {rules['take'] - rest} questions, but the paper takes {rules['take']}")
    yield from rules["levels"].items()
    yield "", rest


def _members(bank: Sequence[Entry], stratum: str, levels: Mapping[str, int]) -> list[str]:
    named = [entry["id"] for entry in bank if _stratum(entry, levels) == stratum]
    return sorted(named, key=lambda name: name.encode("utf-16-be"))  # as JavaScript sorts


def _stratum(entry: Entry, levels: Mapping[str, int]) -> str:
    level = entry["level"]
    return level if level is not None and level in levels else ""


def _turn(members: Sequence[str], stratum: str, count: int, seed: str, attempt: int) -> list[str]:
    if count > len(members):
        where = f'at level "{stratum}"' if stratum else "at the other levels"
        raise ValueError(f"the paper takes {count} questions {where}, but the bank has {len(members)}")
    dealt = order(members, f"{seed}/{stratum}")
    first = (attempt - 1) * count
    return [dealt[place % len(dealt)] for place in range(first, first + count)]
