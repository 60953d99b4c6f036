"""guess: say a whole number; a type that only the tests know."""

from collections.abc import Mapping
from typing import Literal

from kontuar.core.words import Whole, Words
from kontuar.questions.question import Json, Question


class Guess(Question):
    """A number to be guessed."""

    type: Literal["guess"]
    number: Whole
    why: Words

    def key(self) -> dict[str, Json]:
        return {"number": self.number, "points": self.worth}

    def public(self) -> dict[str, Json]:
        return {"id": self.id, "type": self.type, "ask": dict(self.ask.texts)}

    def reasons(self) -> Mapping[str, Words]:
        return {"answer": self.why}
