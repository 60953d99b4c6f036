"""A question in two halves: a public part without any trace of the key, and the key.

In the public part ids become letters in the order of SHA-256(salt + id), and the parts stand in that order
(pinned ones last), so that the order in the file, which is the key of some types, does not show.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kontuar.core.words import Words
from kontuar.questions.question import Json, Question, dealt, letters


@dataclass(frozen=True)
class Public:
    """What may be published before an exam is graded."""

    content: Mapping[str, Json]


@dataclass(frozen=True)
class Key:
    """What stays with the trainer: grading, explanations, hints and the author's id behind each letter."""

    grading: Mapping[str, Json]
    reasons: Mapping[str, Words]
    hints: tuple[Words, ...]
    ids: Mapping[str, str]


def split(question: Question, salt: str) -> tuple[Public, Key]:
    """The public part and the key of a question; the same salt always gives the same parts."""
    content = dict(question.public())
    ids: dict[str, str] = {}
    for name in question.shuffled:
        content[name] = _relabel(_shuffled(content[name], salt), ids)
    for name in question.lettered:
        content[name] = _relabel(content[name], ids)
    return Public(content), Key(question.key(), question.reasons(), question.hints, ids)


def _shuffled(parts: list[dict[str, Json]], salt: str) -> list[dict[str, Json]]:
    order = dealt([part["id"] for part in parts], salt)
    return sorted(parts, key=lambda part: (bool(part.get("pinned")), order.index(part["id"])))


def _relabel(parts: list[dict[str, Json]], ids: dict[str, str]) -> list[dict[str, Json]]:
    ordered = []
    for part in parts:
        letter = letters(len(ids))
        ids[letter] = part["id"]
        ordered.append({**part, "id": letter})
    return ordered
