"""number: a number to type, with a unit or without; near ones with a word of their own."""

import decimal
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from kontuar.core.number import parse
from kontuar.core.schema import Fault, Strict
from kontuar.core.text import fold
from kontuar.core.words import Decimal, Words
from kontuar.questions.number.grade import alike, fits
from kontuar.questions.question import Json, Question, plain

CLOSE = ("%", "‰", "°")
"""Units that begin with one of these follow their number without a space."""


class Near(Strict):
    """A wrong number that many give, and what is wrong with it."""

    answer: Decimal
    why: Words


class Number(Question):
    """Right is whatever is no further from the answer than the tolerance."""

    type: Literal["number"]
    answer: Decimal
    tolerance: Decimal = Field(default=0.0, ge=0)
    unit: Words | None = None
    near: tuple[Near, ...] = ()
    why: Words

    def unit_in(self, language: str) -> str:
        """The unit, or nothing."""
        return self.unit.of(language).strip() if self.unit else ""

    def after(self, language: str) -> str:
        """What stands after a number: the unit with the space before it, or nothing."""
        unit = self.unit_in(language)
        return f"\u00a0{unit}" if unit and not unit.startswith(CLOSE) else unit

    def told(self, number: float, language: str) -> str:
        """A number of this question as it is read: with its unit, and never such as 1e-7."""
        digits = f"{decimal.Decimal(str(plain(number))):f}".replace("-", "\u2212")
        return (digits.replace(".", ",") if language == "pl" else digits) + self.after(language)

    @property
    def keys(self) -> Literal["decimal", "text"]:
        """The keys that a phone shows: those for numbers have no minus on many."""
        signed = any(number < 0 for number in (self.answer, *(near.answer for near in self.near)))
        return "text" if signed else "decimal"

    def faults(self) -> Iterator[Fault]:
        for text in self.unit.texts.values() if self.unit else ():
            if parse(text) is not None:
                yield Fault("number.unit-is-number", ("unit",), {"unit": text})
        for place, near in enumerate(self.near):
            yield from self._near_faults(place, near.answer)

    def _near_faults(self, place: int, number: float) -> Iterator[Fault]:
        at = ("near", place, "answer")
        told = {"near": str(plain(number)), "answer": str(plain(self.answer))}
        if fits(number, self.answer, 0):
            yield Fault("number.near-right", at, told)
        elif fits(number, self.answer, self.tolerance):
            yield Fault("number.near-in-tolerance", ("tolerance",), told | {"tolerance": str(plain(self.tolerance))})
        elif any(alike(number, earlier.answer) for earlier in self.near[:place]):
            yield Fault("number.same-near", at, told)

    def key(self) -> dict[str, Json]:
        units = self.unit.texts.values() if self.unit else ()
        return {
            "answer": plain(self.answer),
            "tolerance": plain(self.tolerance),
            "units": list(dict.fromkeys(map(fold, units))),
            "near": [plain(near.answer) for near in self.near],
            "points": self.worth,
        }

    def public(self) -> dict[str, Json]:
        return self.head | {
            "unit": dict(self.unit.texts) if self.unit else None,
        }

    def reasons(self) -> Mapping[str, Words]:
        return {"answer": self.why} | {f"near-{place}": near.why for place, near in enumerate(self.near)}
