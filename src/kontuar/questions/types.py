"""The types of question: every folder beside this file that holds a model.py.

A folder `choice` holds model.py with the class `Choice`, grade.py and grade.js with `grade(key, answer)`,
template.html, element.js, cases.yml and about.LANG.md; problems.yml, words.yml and style.css when needed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from kontuar.questions.question import Json, Question
from kontuar.questions.result import Result

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class QuestionType:
    """One type of question: its model, its grader and the folder with all the rest."""

    name: str
    model: type[Question]
    grade: Callable[[Mapping[str, Json], Json], Result]

    @property
    def folder(self) -> Path:
        """Where everything about this type stands."""
        return FOLDER / self.name


@cache
def types() -> dict[str, QuestionType]:
    """All types by name, in alphabetical order."""
    return {file.parent.name: _load(file.parent.name) for file in sorted(FOLDER.glob("*/model.py"))}


def _load(name: str) -> QuestionType:
    model = getattr(import_module(f"kontuar.questions.{name}.model"), name.capitalize())
    grade = import_module(f"kontuar.questions.{name}.grade").grade
    return QuestionType(name, model, grade)
