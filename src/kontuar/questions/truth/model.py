"""truth: a statement to be called true or false; the reason teaches."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from kontuar.core.words import Whole, Words, YesNo
from kontuar.questions.question import Json, Question


class Truth(Question):
    """A statement, whether it is true, and why; one try tells the answer anyway."""

    type: Literal["truth"]
    tries: Whole | None = Field(default=1, gt=0)
    answer: YesNo
    why: Words

    def key(self) -> dict[str, Json]:
        return {"answer": self.answer, "points": self.worth}

    def public(self) -> dict[str, Json]:
        return self.head

    def reasons(self) -> Mapping[str, Words]:
        return {"answer": self.why}
