"""choice: options, of which one or several are correct."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from kontuar.core.schema import Fault, Strict
from kontuar.core.text import fold
from kontuar.core.words import Slug, Words, YesNo
from kontuar.questions.question import Json, Question, letters, repeated


class Option(Strict):
    """One option; pinned ones (“none of these”) keep their place at the end when options are shuffled."""

    id: Slug | None = None
    text: Words
    correct: YesNo = False
    pinned: YesNo = False
    why: Words


class Choice(Question):
    """Pick one option or many; `pick` says which, and follows from the number of correct options when left out."""

    shuffled = ("options",)

    type: Literal["choice"]
    pick: Literal["one", "many"] | None = None
    score: Literal["partial", "all-or-nothing"] = "partial"
    options: tuple[Option, ...] = Field(min_length=2)

    @property
    def ids(self) -> list[str]:
        """Ids of the options in file order."""
        return [option.id or letters(place) for place, option in enumerate(self.options)]

    @property
    def correct(self) -> list[str]:
        """Ids of the correct options."""
        return [name for name, option in zip(self.ids, self.options, strict=True) if option.correct]

    @property
    def picks(self) -> Literal["one", "many"]:
        """Whether the learner may pick one option or many."""
        return self.pick or ("one" if len(self.correct) == 1 else "many")

    def faults(self) -> Iterator[Fault]:
        if not self.correct:
            yield Fault("choice.no-correct", ("options",))
        if self.pick == "one" and len(self.correct) > 1:
            yield Fault("choice.many-correct", ("pick",), {"count": len(self.correct)})
        for place in repeated(self.ids):
            yield Fault("choice.same-id", ("options", place), {"id": self.ids[place]})
        for language in sorted({lang for option in self.options for lang in option.text.languages} or {""}):
            for place in repeated([fold(option.text.of(language)) for option in self.options]):
                yield Fault("choice.same-text", ("options", place), {"text": self.options[place].text.of(language)})

    def key(self) -> dict[str, Json]:
        return {
            "pick": self.picks,
            "score": self.score,
            "points": self.worth,
            "options": self.ids,
            "correct": self.correct,
        }

    def public(self) -> dict[str, Json]:
        return {
            "id": self.id,
            "type": self.type,
            "ask": dict(self.ask.texts),
            "pick": self.picks,
            "score": self.score,
            "points": self.worth,
            "options": [
                {"id": name, "text": dict(option.text.texts), "pinned": option.pinned}
                for name, option in zip(self.ids, self.options, strict=True)
            ],
        }

    def reasons(self) -> Mapping[str, Words]:
        return {name: option.why for name, option in zip(self.ids, self.options, strict=True)}

    def restore(self, answer: Json, ids: Mapping[str, str]) -> Json:
        return [ids.get(letter, letter) for letter in answer] if isinstance(answer, list) else answer
