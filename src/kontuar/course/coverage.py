"""What the lessons teach and the questions test of the points in course/atoms.yml."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kontuar.core.words import Words
from kontuar.course.load import Course


@dataclass(frozen=True)
class Covered:
    """One point: the lessons and articles that teach it, the questions that test it, by full id."""

    id: str
    text: Words | None
    taught: tuple[str, ...]
    tested: tuple[str, ...]


def coverage(course: Course) -> list[Covered]:
    """Every point of course/atoms.yml in its order; none without that file."""
    taught, tested = list(_taught(course)), list(_tested(course))
    return [Covered(atom, text, _of(atom, taught), _of(atom, tested)) for atom, text in (course.atoms or {}).items()]


def as_json(points: list[Covered], language: str) -> dict[str, Any]:
    """Plain objects by id, ready for `json.dumps`."""
    return {
        point.id: {
            "text": point.text.of(language) if point.text else "",
            "taught": list(point.taught),
            "tested": list(point.tested),
        }
        for point in points
    }


def _of(atom: str, found: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(where for covered, where in found if covered == atom))


def _taught(course: Course) -> Iterator[tuple[str, str]]:
    for module in course.modules:
        for lesson in module.lessons:
            yield from ((atom, lesson.full_id) for page in lesson.pages.values() for atom in page.front.covers)
    for name, pages in course.articles.items():
        yield from ((atom, name) for page in pages.values() for atom in page.front.covers)


def _tested(course: Course) -> Iterator[tuple[str, str]]:
    for bank in course.banks.values():
        for question in bank.questions.values():
            yield from ((atom, f"{bank.id}/{question.id}") for atom in question.covers)
    for name, found in course.dialogues.items():
        yield from ((atom, name) for atom in found.dialogue.covers)
