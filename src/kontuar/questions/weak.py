"""What makes a question easy for those who know nothing: habits of whoever writes options."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kontuar.core.text import fold

ENOUGH = 5  # questions with one right option before a habit is called one
HABIT = 0.8
SHORT = 1 / 3  # of the right option's length
LONG = 40  # characters: beside a short right option nothing is implausibly short

ALL_OF_THEM = re.compile(
    r"(?:all|none) of the above|(?:wszystkie|żadn\w+)(?: z)?(?: odpowiedzi)? (?:po|wy)\w*żej\w*|wszystkie powyższe"
)
NEGATIVE = {
    "pl": re.compile(r"\b(?:któr\w+|czego|co|kto|komu|kiedy|gdzie|jak\w*)\b[^.?!„”*]*\bnie\b[^.?!„”]*\?", re.I),
    "en": re.compile(
        r"\b(?:which|what|who|when|where)\b[^.?!“”*]*(?:\b(?:not|never|except)\b|n['’]t\b)[^.?!“”]*\?", re.I
    ),
}


@dataclass(frozen=True)
class Pick:
    """One option as it is read in one language."""

    text: str
    right: bool


def is_negative(stem: str, language: str) -> bool:
    """Whether a stem asks for what is not so, without a word that stands out."""
    pattern = NEGATIVE.get(language)
    return bool(pattern and pattern.search(stem))


def names_all(text: str) -> bool:
    """Whether an option speaks of the others above it: shuffled, they are no longer there."""
    return bool(ALL_OF_THEM.search(fold(text)))


def too_short(picks: Sequence[Pick]) -> Iterator[int]:
    """Places of wrong options that nobody will take for right, they are so short beside the right ones."""
    right = [len(pick.text) for pick in picks if pick.right]
    if right and min(right) >= LONG:
        yield from (n for n, pick in enumerate(picks) if not pick.right and len(pick.text) < min(right) * SHORT)


def longest(questions: Iterable[Sequence[Pick]]) -> tuple[int, int] | None:
    """In how many of how many questions the one right option is the longest, where that is a habit."""
    told = [max(picks, key=lambda pick: len(pick.text)).right for picks in questions]
    return (sum(told), len(told)) if len(told) >= ENOUGH and sum(told) >= HABIT * len(told) else None


def same_place(questions: Iterable[Sequence[Pick]]) -> tuple[int, int, int] | None:
    """The place, from 1, where the one right option stands in how many of how many questions, where that is a habit."""
    places = [[pick.right for pick in picks].index(True) for picks in questions]
    if len(places) < ENOUGH:
        return None
    place = max(set(places), key=places.count)
    count = places.count(place)
    return (place + 1, count, len(places)) if count >= HABIT * len(places) else None
