"""A question as HTML: a native form, the key to read, and the data that its element needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

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


@dataclass(frozen=True)
class Setting:
    """Where a question stands on a page: its id there, its place among others, and what is special about it.

    `mode` is "demo" where nothing that is answered is kept; `certainty` asks how sure the learner is.
    """

    anchor: str
    number: int = 1
    of: int = 1
    certainty: bool = False
    mode: Literal["", "demo"] = ""


def render(question: Question, bank: str, language: str, setting: Setting) -> str:
    """The HTML block of a question of a bank."""
    return _fill("question.html", question, bank, language, setting)


def render_on_paper(question: Question, language: str) -> tuple[Markup, Markup]:
    """A question to be answered with a pen, and its key."""
    setting = Setting(question.id)
    sheet, key = (_fill(frame, question, "", language, setting) for frame in ("sheet.html", "key.html"))
    return Markup(sheet), Markup(key)  # noqa: S704


def _fill(frame: str, question: Question, bank: str, language: str, setting: Setting) -> str:
    template = _environment(language)[0].get_template(f"{question.type}/template.html")
    return template.render(frame=frame, **_values(question, bank, language, setting))


def _values(question: Question, bank: str, language: str, setting: Setting) -> dict[str, Any]:
    return {
        **vars(setting),
        "question": question,
        "id": f"{bank}/{question.id}",
        "language": language,
        "ask": Stem(*parts(question.ask.of(language))),
        "words": _environment(language)[1],
    }


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
