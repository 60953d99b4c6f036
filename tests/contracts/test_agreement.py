"""Both graders of every type give the same for a thousand answers made by chance, good, bad and of no use."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from kontuar.questions import QuestionType, Unusable, types
from tests.node import ask
from tests.solutions import solution

from .cases import Vector, examples, vectors

ANSWERS = 1000
SHARE = 0.1  # at least, of each kind of result that a type has
STRANGE: list[Any] = [None, True, False, 0, -1, 1.5, 10**30, "", " ", "a", "__proto__", "constructor", "zażółć", "🎓"]
STRANGE += [[], {}, [[]], [None], {"a": None}, {"__proto__": "a"}, ["a", ["a"]], {"text": 1, "ticks": "a"}]


def leaves(value: Any) -> Iterator[Any]:
    """Every text and number somewhere in a piece of JSON, names of fields included."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@dataclass
class Maker:
    """Answers to one question: parts of the right one and of those in cases.yml, mixed, cut, filled up and spoilt."""

    chooser: random.Random
    seeds: list[Any]
    words: list[Any] = field(default_factory=list)

    def answer(self) -> Any:
        """One answer; the further one goes, the less it is like a good one."""
        made = json.loads(json.dumps(self.chooser.choice(self.seeds)))
        for _ in range(self.chooser.choice([0, 1, 1, 1, 2, 3])):
            made = self.chooser.choice([self.mixed, self.mixed, self.mixed, self.cut, self.changed, self.spoilt])(made)
        return made

    def mixed(self, made: Any) -> Any:
        if isinstance(made, list):
            return self.chooser.sample(made, len(made))
        if isinstance(made, dict) and made:
            values = list(made.values())
            return dict(zip(made, self.chooser.sample(values, len(values)), strict=True))
        return self.typed(made)

    def cut(self, made: Any) -> Any:
        if isinstance(made, list | dict) and made:
            kept = self.chooser.sample(list(made), self.chooser.randrange(len(made) + 1))
            return {name: made[name] for name in made if name in kept} if isinstance(made, dict) else kept
        return made[: self.chooser.randrange(len(made) + 1)] if isinstance(made, str) else made

    def changed(self, made: Any) -> Any:
        word = self.chooser.choice(self.words)
        if isinstance(made, list):
            return [*made, word] if not made or self.chooser.random() < 0.5 else [word, *made[1:]]
        if isinstance(made, dict) and made:
            return {**made, self.chooser.choice(list(made)): word}
        return not made if isinstance(made, bool) else word

    def spoilt(self, made: Any) -> Any:
        strange = self.chooser.choice(STRANGE)
        if isinstance(made, dict) and self.chooser.random() < 0.5:
            return {**made, self.chooser.choice([*made, "strange"]): strange}
        return [*made, strange] if isinstance(made, list) and self.chooser.random() < 0.5 else strange

    def typed(self, made: Any) -> Any:
        """A text as somebody else would type it."""
        if not isinstance(made, str):
            return made
        changed = self.chooser.choice([made.upper(), made.title(), f"  {made} ", made])
        return changed.replace(" ", self.chooser.choice([" ", "\u00a0", "  "]))


def kind_of(result: Any) -> str:
    if "error" in result:
        return "unusable"
    if result["points"] == 0:
        return "zero"
    return "full" if result["points"] == result["max"] else "partial"


def ours(vector: Vector) -> Any:
    try:
        return vector.kind.grade(vector.question.key(), vector.answer).as_json()
    except Unusable as error:
        return {"error": str(error)}


def answers(kind: QuestionType) -> list[Vector]:
    """Answers to the examples of a type; once a kind of result has its share, more of it are taken only by need."""
    chooser = random.Random(kind.name)
    known = [vector for vector in vectors() if vector.kind is kind]
    wanted = {kind_of(ours(vector)) for vector in known}
    makers = []
    for question in examples(kind).values():
        key = question.key()
        told = [vector.answer for vector in known if vector.question.id == question.id]
        words = [leaf for leaf in leaves([key, *told]) if leaf is not None]
        makers.append((question, Maker(chooser, [solution(kind.name, key), *told], words)))
    made, counts = [], Counter[str]()
    most = ANSWERS if len(wanted) == 1 else ANSWERS * (1 - SHARE * len(wanted)) / (len(wanted) - 1) + ANSWERS * SHARE
    for _ in range(200 * ANSWERS):
        question, maker = chooser.choice(makers)
        vector = Vector(kind, question, maker.answer(), None, "")
        result = kind_of(ours(vector))
        if counts[result] < most:
            counts[result] += 1
            made.append(vector)
        if len(made) >= ANSWERS and all(counts[name] >= SHARE * len(made) for name in wanted):
            return made
    raise AssertionError(f"{kind.name}: too few of some kind in {counts}")


@pytest.mark.parametrize("kind", types().values(), ids=lambda kind: kind.name)
def test_both_graders_give_the_same_for_a_thousand_answers_by_chance(kind: QuestionType) -> None:
    made = answers(kind)
    theirs = ask([(f"questions/{kind.name}/grade.js", "grade", [row.question.key(), row.answer]) for row in made])
    results = [ours(row) for row in made]
    both = zip(made, results, theirs, strict=True)
    unlike = [f"{row}: {one} in Python, {other} in JavaScript" for row, one, other in both if one != other]
    assert not unlike, "\n".join([f"{len(unlike)} of {len(made)} differ", *unlike[:10]])
    assert len(made) >= ANSWERS
    assert all(0 <= result["points"] <= result["max"] for result in results if "error" not in result)
    shares = {name: count / len(made) for name, count in Counter(map(kind_of, results)).items()}
    promised = {kind_of(ours(vector)) for vector in vectors() if vector.kind is kind}
    assert {name for name in promised if shares.get(name, 0) < SHARE} == set(), shares
