"""The pages that show trainers each type of question at work, made from its folder: about.LANG.md and cases.yml."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from kontuar.banks import Expected, load_question
from kontuar.core.phrases import FALLBACK
from kontuar.core.problems import Problems
from kontuar.core.source import read
from kontuar.core.tree import Map, parse, place
from kontuar.questions import Question, QuestionType, types
from kontuar.questions.page import Setting, render
from kontuar.questions.types import FOLDER

INDEX_URI = "question-types/index.md"
LANGUAGES = ("pl", "en")


@dataclass(frozen=True)
class Example:
    """A question that can be tried, and the YAML that makes it."""

    html: Markup
    source: str


def uri(kind: QuestionType) -> str:
    """Where the page of a type lies."""
    return f"question-types/{kind.name}.md"


def about(kind: QuestionType, language: str) -> tuple[str, str]:
    """What a type is for: the title and the Markdown below it."""
    file = kind.folder / f"about.{language}.md"
    text = (file if file.is_file() else kind.folder / f"about.{FALLBACK}.md").read_text("utf-8")
    title, _, rest = text.partition("\n")
    return title.removeprefix("# "), rest


def examples(kind: QuestionType, language: str) -> list[Example]:
    """Every example of a type, in a language that examples are written in."""
    spoken = language if language in LANGUAGES else FALLBACK
    found = []
    for number, (question, source) in enumerate(_examples(kind), 1):
        setting = Setting(f"{kind.name}-{number}", mode="demo")
        found.append(Example(Markup(render(question, "examples", spoken, setting)), source))  # noqa: S704
    return found


def all_types() -> list[QuestionType]:
    """Every type, in alphabetical order."""
    return list(types().values())


@cache
def _examples(kind: QuestionType) -> list[tuple[Question, str]]:
    return list(_read(kind))


def _read(kind: QuestionType) -> Iterator[tuple[Question, str]]:
    problems = Problems()
    source = read(FOLDER, kind.folder / "cases.yml", problems)
    tree = parse(source, problems) if source else None
    cases = tree.get("examples") if isinstance(tree, Map) else None
    if source is None or not isinstance(tree, Map) or not isinstance(cases, Map):
        raise ValueError(f"{kind.folder}: no examples in cases.yml")
    lines = source.text.split("\n")
    starts = [place("", cases, (name,)).line for name in cases]
    following = [key for key in tree if place("", tree, (key,)).line > starts[-1]]
    ends = [start - 1 for start in starts[1:]]
    ends.append(min((place("", tree, (key,)).line for key in following), default=len(lines) + 1) - 1)
    for (name, item), start, end in zip(cases.items(), starts, ends, strict=True):
        question = load_question(item, kind.name, Expected(LANGUAGES), problems)
        if question is None:
            raise ValueError(f"{kind.folder}: example {name}: {[problem.code for problem in problems]}")
        yield question, _as_in_a_bank("\n".join(lines[start:end]))


def _as_in_a_bank(text: str) -> str:
    """The lines of an example, indented as an item of `questions:`."""
    return "  - " + textwrap.indent(textwrap.dedent(text).strip("\n"), "    ").lstrip()
