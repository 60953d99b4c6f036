"""The graders in JavaScript and in Python give the same for every answer of every cases.yml."""

from typing import Any

import pytest

from kontuar.questions import QuestionType, Unusable, types
from tests.node import ask

from .cases import Vector, vectors


@pytest.mark.parametrize("kind", types().values(), ids=lambda kind: kind.name)
def test_both_graders_give_the_same_for_every_vector(kind: QuestionType) -> None:
    rows = [vector for vector in vectors() if vector.kind is kind]
    asked = [(f"questions/{kind.name}/grade.js", "grade", [row.question.key(), row.answer]) for row in rows]
    theirs = dict(zip(map(str, rows), ask(asked), strict=True))
    assert theirs == {str(row): ours(row) for row in rows}


def ours(row: Vector) -> dict[str, Any]:
    try:
        return row.kind.grade(row.question.key(), row.answer).as_json()
    except Unusable as error:
        return {"error": str(error)}
