"""A question as HTML: a native form, the key to read, and the data that its element needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kontuar.core.markup import block, inline, is_said, json_for_html, parts
from kontuar.core.phrases import Phrases
from kontuar.core.words import Words
from kontuar.questions.question import Question
from kontuar.questions.types import FOLDER


@dataclass(frozen=True)
class Stem:
    """The text of a question: its first paragraph, and what follows it."""

    first: Markup
    rest: Markup


def render(question: Question, bank: str, language: str, *, anchor: str, number: int = 1, of: int = 1) -> str:
    """The HTML block of a question of a bank; anchor is its id on the page, number its place among `of`."""
    environment, words = _environment(language)
    return environment.get_template(f"{question.type}/template.html").render(
        question=question,
        id=f"{bank}/{question.id}",
        anchor=anchor,
        number=number,
        all=of,
        ask=Stem(*parts(question.ask.of(language))),
        words=words,
    )


@cache
def _environment(language: str) -> tuple[Environment, Phrases]:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def in_language(text: Words | str) -> str:
        return text.of(language) if isinstance(text, Words) else text

    def said(text: Words) -> Any:
        return Markup(' class="kt-said"') if is_said(in_language(text)) else ""

    filters: dict[str, Callable[[Any], Any]] = {
        "inline": lambda text: inline(in_language(text)),
        "block": lambda text: block(in_language(text)),
        "said": said,
        "json": json_for_html,
    }
    environment.filters |= filters
    return environment, Phrases(language)
