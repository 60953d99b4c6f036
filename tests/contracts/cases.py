"""The cases.yml of every type of question, read once for all contract tests."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kontuar.banks import Expected, load_question
from kontuar.core.phrases import load_map
from kontuar.core.problems import Problems
from kontuar.core.source import Source
from kontuar.core.tree import parse
from kontuar.questions import Question, QuestionType, types

LANGUAGES = ("pl", "en")
EXPECTED = Expected(LANGUAGES)


@dataclass(frozen=True)
class Vector:
    """An answer to an example, with the points it earns, or with words of the message when it is unusable."""

    kind: QuestionType
    question: Question
    answer: Any
    points: float | None
    unusable: str

    def __str__(self) -> str:
        return f"{self.kind.name} {self.question.id} {json.dumps(self.answer, ensure_ascii=False)}"


def cases(kind: QuestionType) -> Any:
    """A type's cases.yml."""
    return load_map(kind.folder / "cases.yml")


def examples(kind: QuestionType) -> dict[str, Question]:
    """The example questions of a type, which must be without problems."""
    problems = Problems()
    found = {}
    for name, tree in cases(kind)["examples"].items():
        question = load_question(tree, f"{kind.name}/cases.yml", EXPECTED, problems)
        assert question, [problem.code for problem in problems]
        found[str(name)] = question
    assert not problems, [problem.code for problem in problems]
    return found


def all_examples() -> Iterator[tuple[QuestionType, Question]]:
    """Every example of every type."""
    for kind in types().values():
        yield from ((kind, question) for question in examples(kind).values())


def vectors() -> Iterator[Vector]:
    """Every answer of every cases.yml."""
    for kind in types().values():
        known = examples(kind)
        for row in cases(kind)["answers"]:
            points = float(row["points"]) if "points" in row else None
            answer = json.loads(row["give"])
            yield Vector(kind, known[row["of"]], answer, points, str(row.get("unusable", "")))


def wrong_samples() -> Iterator[tuple[QuestionType, str, str]]:
    """Every wrong sample: its type, its text and the hand-written `code line:col`."""
    for kind in types().values():
        for sample in cases(kind)["wrong"]:
            yield kind, str(sample["file"]), str(sample["says"])


def problems_of(text: str) -> list[str]:
    """What a question written by itself is told, as `code line:col`."""
    problems = Problems()
    tree = parse(Source("sample.yml", text), problems)
    if tree is not None:
        load_question(tree, "sample.yml", EXPECTED, problems)
    return [f"{problem.code} {problem.place.line}:{problem.place.col}" for problem in problems]


ROOT = Path(__file__).parents[2]
