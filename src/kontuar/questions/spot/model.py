"""spot: a conversation, in which the lines where service went wrong are to be marked."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from kontuar.core.schema import Fault, Strict
from kontuar.core.text import fold
from kontuar.core.words import Slug, Words, YesNo
from kontuar.questions.question import Json, Question, letters, repeated


class Line(Strict):
    """Who says what; a line with a reason can be marked, one without is context."""

    id: Slug | None = None
    who: Words
    text: Words
    fault: YesNo = False
    why: Words | None = None

    @property
    def markable(self) -> bool:
        """Whether the learner may mark the line."""
        return self.why is not None

    @property
    def speaker(self) -> dict[str, str]:
        """Who speaks, to be compared with other lines."""
        return {language: fold(name) for language, name in self.who.texts.items()}


class Spot(Question):
    """Mark every line that is a fault; marks on good ones take points away."""

    lettered = ("lines",)

    type: Literal["spot"]
    score: Literal["partial", "all-or-nothing"] = "partial"
    lines: tuple[Line, ...] = Field(min_length=2)

    @property
    def ids(self) -> list[str]:
        """Ids of all lines in file order."""
        return [line.id or letters(place) for place, line in enumerate(self.lines)]

    @property
    def markable(self) -> list[str]:
        """Ids of the lines that can be marked."""
        return [name for name, line in zip(self.ids, self.lines, strict=True) if line.markable]

    @property
    def faulty(self) -> list[str]:
        """Ids of the lines to be found."""
        return [name for name, line in zip(self.ids, self.lines, strict=True) if line.fault and line.markable]

    @property
    def mine(self) -> list[bool]:
        """Whether each line stands on the learner's side, in file order.

        That is the side of those whose lines can be marked; where these are all, of everybody but the first speaker.
        """
        first = self.lines[0].speaker
        judged = [line.speaker for line in self.lines if line.markable]
        everybody = all(line.speaker in judged for line in self.lines)
        return [line.speaker != first if everybody else line.speaker in judged for line in self.lines]

    def faults(self) -> Iterator[Fault]:
        for place, line in enumerate(self.lines):
            if line.fault and not line.markable:
                yield Fault("spot.no-why", ("lines", place))
        if not any(line.fault for line in self.lines):
            yield Fault("spot.no-fault", ("lines",))
        if len([line for line in self.lines if line.markable or line.fault]) < 2:
            yield Fault("spot.one-line", ("lines",))
        elif all(line.fault for line in self.lines if line.markable):
            yield Fault("spot.only-faults", ("lines",))
        for place in repeated(self.ids):
            yield Fault("spot.same-id", ("lines", place), {"id": self.ids[place]})
        yield from self._echoes()

    def _echoes(self) -> Iterator[Fault]:
        """Lines to be marked that repeat an earlier one, of the same speaker, word for word."""
        judged = [(place, line) for place, line in enumerate(self.lines) if line.markable]
        for language in sorted({lang for _, line in judged for lang in line.text.languages} or {""}):
            for at in repeated([f"{line.speaker} {fold(line.text.of(language))}" for _, line in judged]):
                place, line = judged[at]
                yield Fault("spot.same-text", ("lines", place), {"text": line.text.of(language)})

    def key(self) -> dict[str, Json]:
        return {
            "pick": "many",
            "score": self.score,
            "points": self.worth,
            "options": self.markable,
            "correct": self.faulty,
        }

    def public(self) -> dict[str, Json]:
        return self.head | {
            "score": self.score,
            "lines": [
                {"id": name, "who": dict(line.who.texts), "text": dict(line.text.texts), "markable": line.markable}
                for name, line in zip(self.ids, self.lines, strict=True)
            ],
        }

    def reasons(self) -> Mapping[str, Words]:
        return {name: line.why for name, line in zip(self.ids, self.lines, strict=True) if line.why}

    def restore(self, answer: Json, ids: Mapping[str, str]) -> Json:
        if not isinstance(answer, list):
            return answer
        return [ids.get(letter, letter) if isinstance(letter, str) else letter for letter in answer]
