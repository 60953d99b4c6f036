"""reflect: an answer in the learner's own words, compared with a model by a short rubric; it earns no points."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from kontuar.core.schema import Fault
from kontuar.core.text import fold
from kontuar.core.words import Words
from kontuar.questions.question import Json, Question, letters, repeated


class Reflect(Question):
    """Write, then see a model and tick what one's own text has of it."""

    scored: ClassVar[bool] = False

    type: Literal["reflect"]
    model: Words
    rubric: tuple[Words, ...] = Field(min_length=1, max_length=6)

    @property
    def ids(self) -> list[str]:
        """Ids of the points of the rubric: letters by their places."""
        return [letters(place) for place in range(len(self.rubric))]

    def faults(self) -> Iterator[Fault]:
        for field in ("points", "tries"):
            if field in self.model_fields_set:
                yield Fault(f"reflect.{field}", (field,))
        for language in sorted({lang for point in self.rubric for lang in point.languages} or {""}):
            for place in repeated([fold(point.of(language)) for point in self.rubric]):
                yield Fault("reflect.same-point", ("rubric", place), {"text": self.rubric[place].of(language)})

    def key(self) -> dict[str, Json]:
        return {"rubric": self.ids, "points": 0}

    def public(self) -> dict[str, Json]:
        return {"id": self.id, "type": self.type, "ask": dict(self.ask.texts)}

    def reasons(self) -> Mapping[str, Words]:
        return {"model": self.model}
