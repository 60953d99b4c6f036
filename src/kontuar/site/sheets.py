"""The templates of the pages that the course makes, and Markdown with slots for finished HTML."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kontuar.core.markup import inline, json_for_html
from kontuar.core.phrases import Phrases


class Sheet:
    """Markdown in the making: text, and lines `kt-slot-N` where HTML goes after Markdown ran."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.slots: list[str] = []
        self.papers: list[str] = []

    def slot(self, html: str, indent: str = "", paper: str | None = None) -> str:
        """The line that stands for a piece of HTML; `paper` is what stands there in a print view, if not the same."""
        self.slots.append(html)
        self.papers.append(html if paper is None else paper)
        return f"{indent}kt-slot-{len(self.slots) - 1}"

    def html(self, html: str, paper: str | None = None) -> "Sheet":
        """Adds a piece of HTML below what is there."""
        self.lines += ["", self.slot(html, paper=paper), ""]
        return self

    def text(self, markdown: str) -> "Sheet":
        """Adds Markdown below what is there."""
        self.lines.append(markdown)
        return self

    @property
    def markdown(self) -> str:
        """All of it, as MkDocs gets it."""
        return "\n".join(self.lines)


def fill(template: str, language: str, **values: Any) -> str:
    """The HTML of a template in site/templates/."""
    environment, words = _environment(language)
    return environment.get_template(f"{template}.html").render(words=words, **values)


@cache
def _environment(language: str) -> tuple[Environment, Phrases]:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"inline": inline, "json": json_for_html}
    words = Phrases(language)
    environment.globals["words"] = words
    return environment, words
