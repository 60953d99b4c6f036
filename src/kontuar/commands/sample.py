"""Questions picked by chance, written out whole in every language, for a second reader."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from kontuar.core.chance import order
from kontuar.core.words import Words
from kontuar.course import Course
from kontuar.questions import Question

UNTOLD = ("id", "type", "was", "objective", "level", "covers", "rev")


def sample(course: Course, count: int, seed: str) -> str:
    """Some questions of all banks; the same seed always picks the same ones, as long as the banks are the same."""
    banks = course.banks.values()
    known = {f"{bank.id}/{name}": question for bank in banks for name, question in bank.questions.items()}
    picked = order(sorted(known), seed)[:count]
    return "\n\n".join(_written(name, known[name], course.languages) for name in picked)


def _written(name: str, question: Question, languages: tuple[str, ...]) -> str:
    facts = ", ".join(str(fact) for fact in (question.type, question.level, question.objective) if fact)
    lines = [f"== {name} ({facts})"]
    for language in languages:
        lines.append(f"-- {language}")
        lines += [f"{field}: {text}" for field, text in _fields(question, language, "")]
    return "\n".join(lines)


def _fields(value: Any, language: str, name: str) -> Iterator[tuple[str, str]]:
    """Every text and every mark of a question, with the names that lead to it."""
    if isinstance(value, Words):
        yield name, value.of(language)
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            if (name or field not in UNTOLD) and field in value.model_fields_set:
                yield from _fields(getattr(value, field), language, f"{name}.{field}".lstrip("."))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, language, f"{name}.{key}")
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value, 1):
            yield from _fields(inner, language, f"{name}.{number}")
    elif value is not None:
        yield name, "yes" if value is True else "no" if value is False else str(value)
