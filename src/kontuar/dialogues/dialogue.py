"""A dialogue as a trainer writes it: who speaks, scenes with choices, ways to mend a mistake, endings."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from kontuar.core.schema import Fault, Loc, Strict
from kontuar.core.words import Slug, Whole, Words
from kontuar.dialogues.condition import Condition, names, parse
from kontuar.questions.question import repeated

Quality = Literal["best", "ok", "weak", "harmful"]
POINTS: dict[Quality, int] = {"best": 3, "ok": 2, "weak": 1, "harmful": 0}
Outcome = Literal["success", "partial", "fail"]
END = "end"


def _condition(text: str) -> str:
    try:
        parse(text)
    except ValueError as error:
        raise PydanticCustomError("dialogue.condition", "no condition", {"part": str(error)}) from None
    return text


When = Annotated[str, AfterValidator(_condition), WithJsonSchema({"type": "string"})]


def _word_lists(value: object, info: ValidationInfo) -> tuple[Words, ...]:
    """The words of a meter, written as one list for each language, from worst to best."""
    languages = tuple((info.context or {}).get("languages", ()))
    lists: dict[str, Any] = value if isinstance(value, dict) else dict.fromkeys(languages or ("",), value)
    for language in languages:
        if language not in lists:
            raise PydanticCustomError("dialogue.words-language", "a language is missing", {"language": language})
    if not lists or not all(isinstance(words, list | tuple) and len(words) > 1 for words in lists.values()):
        raise PydanticCustomError("dialogue.words-list", "no lists of words")
    if len({len(words) for words in lists.values()}) > 1:
        raise PydanticCustomError("dialogue.words-count", "lists of different length")
    return tuple(
        Words({language: str(word) for language, word in zip(lists, row, strict=True)})
        for row in zip(*lists.values(), strict=True)
    )


WordLists = Annotated[
    tuple[Words, ...],
    PlainValidator(_word_lists),
    WithJsonSchema({"anyOf": [{"type": "array"}, {"type": "object", "additionalProperties": {"type": "array"}}]}),
]


class Customer(Strict):
    """Who stands at the counter; `hidden` is what the debrief tells."""

    name: Words
    goal: Words | None = None
    hidden: Words | None = None


class Meter(Strict):
    """A piece of the story's state, from 0 to max, told in words; never the mark."""

    start: Whole = Field(ge=0)
    max: Whole = Field(gt=0, le=20)
    label: Words
    words: WordLists

    def word(self, value: int) -> int:
        """Which of the words tells a value: they share the way from 0 to max evenly."""
        return min(len(self.words) - 1, value * len(self.words) // (self.max + 1))


class Choice(Strict):
    """What the learner may say in a scene, and what comes of it."""

    id: Slug
    say: Words
    quality: Quality
    why: Words
    reply: Words | None = None
    objective: Slug | None = None
    effects: dict[Slug, Whole] = Field(default_factory=dict)
    condition: When | None = Field(default=None, alias="if")
    recover: Slug | None = None
    goto: str | None = None
    lesson: str | None = None


class Scene(Strict):
    """One line of the customer and the answers to it; without choices it is a join. `who` is somebody else's name."""

    id: Slug
    who: Words | None = None
    customer: Words
    choices: tuple[Choice, ...] = Field(default=(), max_length=4)
    goto: str | None = None


class Ending(Strict):
    """How a talk ends; the first one whose `when` holds, or the one that `end.ID` names."""

    id: Slug
    when: When | None = None
    outcome: Outcome
    text: Words
    debrief: Words | None = None


class Dialogue(Strict):
    """One file of quizzes/dialogues/."""

    dialogue: Slug
    was: tuple[Slug, ...] = ()
    title: Words
    objectives: tuple[Slug, ...] = ()
    covers: tuple[str, ...] = ()
    role: Words
    customer: Customer
    mark: Whole = Field(default=70, ge=0, le=100, alias="pass")
    meters: dict[Slug, Meter] = Field(default_factory=dict, max_length=3)
    scenes: tuple[Scene, ...] = Field(min_length=1)
    side: tuple[Scene, ...] = ()
    endings: tuple[Ending, ...] = Field(min_length=2)

    @property
    def every(self) -> dict[str, Scene]:
        """All scenes by id, those of the trunk first."""
        return {scene.id: scene for _, scene in self.located}

    @property
    def located(self) -> tuple[tuple[Loc, Scene], ...]:
        """All scenes with where they stand in the file, those of the trunk first."""
        trunk = [(("scenes", place), scene) for place, scene in enumerate(self.scenes)]
        return (*trunk, *((("side", place), scene) for place, scene in enumerate(self.side)))

    def faults(self) -> Iterator[Fault]:
        """Names that stand twice or lead nowhere."""
        yield from self._twice()
        for at, scene in self.located:
            yield from self._scene(at, scene, at[0] == "side")
        for place, ending in enumerate(self.endings):
            yield from self._unknown_meters(ending.when, ("endings", place, "when"))
        for name, meter in self.meters.items():
            if meter.start > meter.max:
                yield Fault("dialogue.meter-start", ("meters", name, "start"), {"max": meter.max})

    def _twice(self) -> Iterator[Fault]:
        ids = [scene.id for _, scene in self.located]
        for place in repeated(ids):
            yield Fault("dialogue.same-id", (*self.located[place][0], "id"), {"id": ids[place]})
        endings = [ending.id for ending in self.endings]
        for place in repeated(endings):
            yield Fault("dialogue.same-id", ("endings", place, "id"), {"id": endings[place]})

    def _scene(self, at: Loc, scene: Scene, aside: bool) -> Iterator[Fault]:
        if len(scene.choices) == 1:
            yield Fault("dialogue.one-choice", (*at, "choices"))
        if (aside or not scene.choices) and scene.goto is None and not self._all_go(scene):
            yield Fault("dialogue.dead-end", (*at, "id"), {"id": scene.id})
        yield from self._target(scene.goto, (*at, "goto"))
        ids = [choice.id for choice in scene.choices]
        for place in repeated(ids):
            yield Fault("dialogue.same-id", (*at, "choices", place, "id"), {"id": ids[place]})
        for place, choice in enumerate(scene.choices):
            yield from self._choice((*at, "choices", place), choice)

    @staticmethod
    def _all_go(scene: Scene) -> bool:
        return bool(scene.choices) and all(choice.goto or choice.recover for choice in scene.choices)

    def _choice(self, at: Loc, choice: Choice) -> Iterator[Fault]:
        yield from self._target(choice.goto, (*at, "goto"))
        if choice.recover is not None and choice.recover not in {scene.id for scene in self.side}:
            known = ", ".join(scene.id for scene in self.side) or "–"
            yield Fault("dialogue.unknown-side", (*at, "recover"), {"id": choice.recover, "known": known})
        for name in choice.effects:
            if name not in self.meters:
                yield Fault("dialogue.unknown-meter", (*at, "effects", name), self._meters(name))
        yield from self._unknown_meters(choice.condition, (*at, "if"))

    def _target(self, goto: str | None, at: Loc) -> Iterator[Fault]:
        """A goto leads to a scene, to `end`, or to `end.ID`."""
        if goto is None or goto == END or goto in self.every:
            return
        endings = [f"{END}.{ending.id}" for ending in self.endings]
        if goto not in endings:
            known = ", ".join([*self.every, END, *endings])
            yield Fault("dialogue.unknown-scene", at, {"id": goto, "known": known})

    def _unknown_meters(self, text: str | None, at: Loc) -> Iterator[Fault]:
        for name in sorted(names(parse(text)) - set(self.meters)) if text else ():
            yield Fault("dialogue.unknown-meter", at, self._meters(name))

    def _meters(self, name: str) -> dict[str, str]:
        return {"id": name, "known": ", ".join(self.meters) or "–"}


def condition_of(text: str | None) -> Condition | None:
    """The condition that a field holds, as JSON."""
    return parse(text) if text else None
