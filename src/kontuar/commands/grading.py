"""Grading from a command line: one answer to one question of any bank file."""

import json
from pathlib import Path
from typing import Any

from kontuar import banks
from kontuar.banks import Bank, Expected
from kontuar.core import report
from kontuar.core.phrases import Phrases
from kontuar.core.problems import Problems
from kontuar.questions import Question, Unusable, types


class Ungraded(Exception):
    """Why an answer could not be graded, in the words for a trainer."""


def grade_one(file: Path, name: str, answer: str, says: str) -> dict[str, Any]:
    """What the Python grader gives for an answer in JSON: {"score", "max", "parts"}.

    Raises:
        Ungraded: the file, the question or the answer can't be used.
    """
    words = Phrases(says)
    question = _question(file, name, says)
    try:
        given = json.loads(answer, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Ungraded(words["commands.grade-json"].format(error=error)) from None
    try:
        result = types()[question.type].grade(question.key(), given)
    except Unusable as error:
        raise Ungraded(words["commands.grade-shape"].format(type=question.type, expected=error)) from None
    return {"score": result.points, "max": result.max, "parts": dict(result.parts)}


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _bank(file: Path, problems: Problems, says: str) -> Bank:
    if not file.is_file():
        raise Ungraded(Phrases(says)["commands.grade-no-file"].format(file=file))
    bank = banks.load(file.parent, file, Expected(()), problems)
    if bank is None:
        raise Ungraded(report.text(problems, says, file.parent))
    return bank


def _question(file: Path, name: str, says: str) -> Question:
    problems = Problems()
    bank = _bank(file, problems, says)
    if name in bank.broken:
        raise Ungraded(report.text(problems, says, file.parent))
    if name not in bank.questions:
        ids = ", ".join(bank.questions)
        raise Ungraded(Phrases(says)["commands.grade-no-question"].format(id=name, ids=ids))
    return bank.questions[name]
