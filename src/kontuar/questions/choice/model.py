"""choice: options, of which one or several are correct."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from kontuar.core.schema import Fault, Strict
from kontuar.core.text import fold
from kontuar.core.words import Slug, Words, YesNo
from kontuar.questions import weak
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
    def picked(self) -> Literal["one", "many"]:
        """Whether the learner may pick one option or many."""
        return self.pick or ("one" if len(self.correct) == 1 else "many")

    @property
    def picks_one(self) -> bool:
        """Whether there is one right option to pick."""
        return self.picked == "one" and len(self.correct) == 1

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
            yield from self._weak(language)

    def _weak(self, language: str) -> Iterator[Fault]:
        """What gives the answer away in one language."""
        picks = self._read(language)
        for place in weak.too_short(picks):
            if not self.options[place].pinned:
                yield Fault("choice.short-distractor", ("options", place), {"text": picks[place].text})
        for place, pick in enumerate(picks):
            if weak.names_all(pick.text):
                yield Fault("choice.all-of-above", ("options", place), {"text": pick.text})
        if weak.is_negative(self.ask.of(language), language):
            yield Fault("choice.negative-stem", ("ask", language), {"text": self.ask.of(language)})

    def _read(self, language: str) -> tuple[weak.Pick, ...]:
        return tuple(weak.Pick(option.text.of(language), option.correct) for option in self.options)

    def picks(self, language: str) -> tuple[weak.Pick, ...]:
        return self._read(language) if self.picks_one else ()

    def key(self) -> dict[str, Json]:
        return {
            "pick": self.picked,
            "score": self.score,
            "points": self.worth,
            "options": self.ids,
            "correct": self.correct,
        }

    def public(self) -> dict[str, Json]:
        return self.head | {
            "pick": self.picked,
            "score": self.score,
            "options": [
                {"id": name, "text": dict(option.text.texts), "pinned": option.pinned}
                for name, option in zip(self.ids, self.options, strict=True)
            ],
        }

    def reasons(self) -> Mapping[str, Words]:
        return {name: option.why for name, option in zip(self.ids, self.options, strict=True)}

    def restore(self, answer: Json, ids: Mapping[str, str]) -> Json:
        if not isinstance(answer, list):
            return answer
        return [ids.get(letter, letter) if isinstance(letter, str) else letter for letter in answer]
