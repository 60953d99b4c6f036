"""What all types of question share: ids, objective, level, stem, hints, and the key apart from the public part."""

import hashlib
import json
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field

from kontuar.core.schema import Fault, Strict
from kontuar.core.words import Decimal, Slug, Whole, Words
from kontuar.questions.weak import Pick

Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Json = Any  # plain JSON: None, bool, number, str, list, dict


class Question(Strict):
    """One question of a bank; each type adds its own fields in its own folder."""

    scored: ClassVar[bool] = True
    shuffled: ClassVar[tuple[str, ...]] = ()
    """Names of the lists in public() whose order in the file would give the key away."""
    lettered: ClassVar[tuple[str, ...]] = ()
    """Names of the lists in public() whose order is no secret, but whose ids might be."""

    id: Slug
    type: str
    was: tuple[Slug, ...] = ()
    objective: Slug | None = None
    level: Level | None = None
    covers: tuple[str, ...] = ()
    ask: Words
    hints: tuple[Words, ...] = ()
    tries: Whole | None = Field(default=None, gt=0)
    points: Decimal = Field(default=1.0, gt=0)
    rev: Whole = 1

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the question as a whole, once every field is right by itself."""
        yield from ()

    @abstractmethod
    def key(self) -> dict[str, Json]:
        """What grading needs, as JSON: ids in file order, which are right, points."""

    @abstractmethod
    def public(self) -> dict[str, Json]:
        """What a learner may see before answering, as JSON; texts as maps by language."""

    @property
    def head(self) -> dict[str, Json]:
        """The public part that every graded type has, for its public()."""
        return {"id": self.id, "type": self.type, "ask": dict(self.ask.texts), "points": self.worth}

    @abstractmethod
    def reasons(self) -> Mapping[str, Words]:
        """The explanations by the id of the part that they explain."""

    def restore(self, answer: Json, ids: Mapping[str, str]) -> Json:
        """An answer to the public part, told in the author's ids again; ids maps letters to them."""
        del ids
        return answer

    def picks(self, language: str) -> tuple[Pick, ...]:
        """The options out of which just one is right, in the order of the file; none in questions of other kinds."""
        del language
        return ()

    @property
    def worth(self) -> int | float:
        """The points as a plain number."""
        return plain(self.points)

    @property
    def hash(self) -> str:
        """Fingerprint of what is graded: type, revision and key, never the wording."""
        return fingerprint([self.type, self.rev, self.key()])


def dealt(ids: Iterable[str], salt: str) -> list[str]:
    """Ids in an order that tells nothing about the one in the file: that of SHA-256(salt + id)."""
    return sorted(ids, key=lambda name: hashlib.sha256((salt + name).encode()).hexdigest())


def plain(number: float) -> int | float:
    """A number as JSON has it in any language: whole ones without a decimal point."""
    return int(number) if number.is_integer() else number


def fingerprint(value: Json, length: int = 12) -> str:
    """The first characters of the SHA-256 of a JSON value in canonical form."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def letters(position: int) -> str:
    """The id of a part without one: a, b, … z, aa, ab … by its place in the file.

    >>> [letters(n) for n in (0, 25, 26, 27)]
    ['a', 'z', 'aa', 'ab']
    """
    text = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def repeated(ids: list[str]) -> Iterator[int]:
    """Positions at which an id stands that stood before."""
    seen: set[str] = set()
    for position, name in enumerate(ids):
        if name in seen:
            yield position
        seen.add(name)
