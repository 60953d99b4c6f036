"""Conditions on meters: comparisons joined by and, or, not; no scripting.

    trust >= 4 and not (patience < 2 or trust = 6)

A condition is kept as JSON, so that the browser needs no parser: ["trust", ">=", 4], ["not", c], ["and", c, d …].
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Condition = list[Any]

TOKEN = re.compile(r"\s*(?:(>=|<=|!=|==|=|>|<|\(|\))|(\d+)|([a-z][a-z0-9-]*))")
COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
    "!=": operator.ne,
}


def parse(text: str) -> Condition:
    """The condition in a text.

    Raises:
        ValueError: it is none; the message is the part at which it goes wrong.
    """
    tokens = list(_tokens(text))
    condition, rest = _either(tokens)
    if rest:
        raise ValueError(rest[0])
    return condition


def holds(condition: Condition | None, meters: Mapping[str, int]) -> bool:
    """Whether a condition is true of the meters; none is always true."""
    if condition is None:
        return True
    if condition[0] == "not":
        return not holds(condition[1], meters)
    if condition[0] == "and":
        return all(holds(part, meters) for part in condition[1:])
    if condition[0] == "or":
        return any(holds(part, meters) for part in condition[1:])
    return COMPARE[condition[1]](meters[condition[0]], condition[2])


def names(condition: Condition) -> set[str]:
    """The meters that a condition asks."""
    if condition[0] in ("not", "and", "or"):
        return set().union(*(names(part) for part in condition[1:]))
    return {condition[0]}


def _tokens(text: str) -> Iterator[str]:
    place, text = 0, text.rstrip()
    while place < len(text):
        found = TOKEN.match(text, place)
        if found is None:
            raise ValueError(text[place:].split()[0])
        yield found[0].strip()
        place = found.end()


def _either(tokens: list[str]) -> tuple[Condition, list[str]]:
    return _joined("or", _both, tokens)


def _both(tokens: list[str]) -> tuple[Condition, list[str]]:
    return _joined("and", _one, tokens)


def _joined(
    word: str, inner: Callable[[list[str]], tuple[Condition, list[str]]], tokens: list[str]
) -> tuple[Condition, list[str]]:
    first, tokens = inner(tokens)
    parts = [first]
    while tokens[:1] == [word]:
        more, tokens = inner(tokens[1:])
        parts.append(more)
    return (first if len(parts) == 1 else [word, *parts]), tokens


def _one(tokens: list[str]) -> tuple[Condition, list[str]]:
    if tokens[:1] == ["not"]:
        inner, rest = _one(tokens[1:])
        return ["not", inner], rest
    if tokens[:1] == ["("]:
        inner, rest = _either(tokens[1:])
        if rest[:1] != [")"]:
            raise ValueError(rest[0] if rest else ")")
        return inner, rest[1:]
    return _comparison(tokens)


def _comparison(tokens: list[str]) -> tuple[Condition, list[str]]:
    wanted = (re.compile(r"(?!and$|or$|not$)[a-z][a-z0-9-]*"), re.compile(r"[<>=!]+"), re.compile(r"\d+"))
    for number, pattern in enumerate(wanted):
        if number >= len(tokens) or not pattern.fullmatch(tokens[number]):
            raise ValueError(tokens[number] if number < len(tokens) else "…")
    name, sign, value = tokens[:3]
    return [name, "=" if sign == "==" else sign, int(value)], tokens[3:]
