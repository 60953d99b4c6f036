"""Chance that can be told again: an order that a seed decides; chance.js is its twin.

A seed is any text. FNV-1a makes 32 bits of its UTF-8 bytes, “mulberry32” (Tommy Ettinger, public domain) draws
numbers of 32 bits from them, and Fisher and Yates's shuffle deals from the end of the list. A place is the high part
of number × places, so that over a list of a thousand no order is likelier than another by more than 1 in 4 million.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

_BITS = 0xFFFFFFFF


def order(items: Iterable[T], seed: str) -> list[T]:
    """The items in the order that the seed gives.

    Raises:
        UnicodeEncodeError: the seed holds half a surrogate pair.
    """
    dealt = list(items)
    draw = _numbers(_hash(seed))
    for last in range(len(dealt) - 1, 0, -1):
        other = draw() * (last + 1) >> 32
        dealt[last], dealt[other] = dealt[other], dealt[last]
    return dealt


def _hash(seed: str) -> int:
    """FNV-1a, 32 bits."""
    value = 0x811C9DC5
    for byte in seed.encode():
        value = (value ^ byte) * 0x01000193 & _BITS
    return value


def _numbers(state: int) -> Callable[[], int]:
    """mulberry32: each call gives the next number from 0 to 2³² − 1."""

    def draw() -> int:
        nonlocal state
        state = state + 0x6D2B79F5 & _BITS
        mixed = (state ^ state >> 15) * (state | 1) & _BITS
        mixed ^= mixed + (mixed ^ mixed >> 7) * (mixed | 61) & _BITS
        return mixed ^ mixed >> 14

    return draw
