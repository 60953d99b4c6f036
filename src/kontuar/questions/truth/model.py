"""truth: a statement to be called true or false; the reason teaches."""

from collections.abc import Mapping
from typing import Literal

from kontuar.core.words import Words, YesNo
from kontuar.questions.question import Json, Question


class Truth(Question):
    """A statement, whether it is true, and why."""

    type: Literal["truth"]
    answer: YesNo
    why: Words

    def key(self) -> dict[str, Json]:
        return {"answer": self.answer, "points": self.worth}

    def public(self) -> dict[str, Json]:
        return {"id": self.id, "type": self.type, "ask": dict(self.ask.texts), "points": self.worth}

    def reasons(self) -> Mapping[str, Words]:
        return {"answer": self.why}
