"""Where the pages of one language are made: sheets to write on, and what every page needs around its content."""

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from kontuar.core.links import rewritten
from kontuar.core.markup import json_for_html
from kontuar.core.phrases import Phrase, Phrases
from kontuar.course import Course
from kontuar.course.fences import Fence
from kontuar.course.pages import Page
from kontuar.questions import types
from kontuar.site.glossary import linked
from kontuar.site.page import SitePage
from kontuar.site.plan import Plan
from kontuar.site.practice import Practice, styles
from kontuar.site.sheets import Sheet, fill
from kontuar.site.talks import STYLES as TALK_STYLES
from kontuar.site.talks import Talks
from kontuar.site.typography import typeset

PROBLEM_STYLE = "site/look/problem.css"


@dataclass(frozen=True)
class Desk:
    """The course in one language, for the kinds of page; notice is HTML on top of each (problems, in serve)."""

    course: Course
    language: str
    uris: dict[Path, str]
    notice: str = ""

    @property
    def words(self) -> Phrases:
        """The phrases of this language."""
        return Phrases(self.language)

    def view(self, uri: str) -> Plan:
        """The course as a page sees it."""
        return Plan(self.course, self.language, uri)

    def practice(self, uri: str) -> Practice:
        """Questions as they stand on a page."""
        return Practice(self.course, self.view(uri), self.uris)

    def talks(self, uri: str) -> Talks:
        """Dialogues as they stand on a page."""
        return Talks(self.course, self.view(uri))

    def sheet(self) -> Sheet:
        """An empty page, but for the notice."""
        sheet = Sheet()
        return sheet.html(self.notice, paper="") if self.notice else sheet

    def fill(self, template: str, **values: Any) -> str:
        """The HTML of a template in site/templates/."""
        return fill(template, self.language, **values)

    def page(
        self,
        uri: str,
        title: str,
        kind: str,
        sheet: Sheet,
        looks: tuple[str, ...] = (),
        speaks: tuple[str, ...] = (),
        **more: Any,
    ) -> SitePage:
        """A finished page.

        `looks` are its own style sheets, by their path in the package; `speaks` names the folders whose phrases
        its scripts say. What questions and dialogues on the page need comes by itself; so does what all pages need.
        """
        questions = any("data-hash=" in slot for slot in sheet.slots)
        spoken = any("<kt-dialogue" in slot for slot in sheet.slots)
        every = (*looks, *styles(sheet.slots), *(TALK_STYLES if spoken else ()))
        every = (*every, PROBLEM_STYLE) if self.notice else every
        folders = {"progress", *speaks} | ({"questions", "quizzes", *types()} if questions else set())
        folders |= {"dialogues", "quizzes"} if spoken else set()
        phrases = self.words.starting(*sorted(folders))
        words = json_for_html({key: self._set(phrase) for key, phrase in phrases.items()})
        sheet.html(f'<template id="kt-words">{words}</template>', paper="")
        data = {"done": self.words["progress.lesson-done"]}
        title = typeset(title, self.language)
        more |= {"styles": tuple(dict.fromkeys(every)), "data": data}
        return SitePage(uri, title, sheet.markdown, tuple(sheet.slots), tuple(sheet.papers), kind=kind, **more)

    def body(self, sheet: Sheet, page: Page[Any], uri: str, own: str | None = None) -> None:
        """Writes the text of a file on a sheet: quizzes and talks in slots, links to files as links to pages.

        `own` is the bank that needs no name in ids on this page.
        """
        lines = rewritten(page.body, list(page.links), lambda file: self._link(uri, file)).split("\n")
        practice, talks = self.practice(uri), self.talks(uri)
        firsts = accumulate((len(quiz.items) for quiz in page.quizzes), initial=1)
        blocks: list[tuple[Fence, str, str | None]] = [
            (quiz.fence, practice.quiz(quiz, own), practice.asked(quiz, first))
            for quiz, first in zip(page.quizzes, firsts, strict=False)
        ]
        blocks += [(talk.fence, talks.block(talk.dialogue), None) for talk in page.talks]
        for fence, html, paper in sorted(blocks, key=lambda block: -block[0].first):
            slot = sheet.slot(html, fence.indent, paper)
            lines[fence.first : fence.last + 1] = ["", slot, ""]  # a paragraph would swallow the form
        sheet.text("\n".join(lines))
        if terms := linked(self.course, page):
            meanings = [(term.id, term.term.of(self.language), term.means.of(self.language)) for term in terms]
            sheet.html(self.fill("meanings", meanings=meanings), paper="")

    def _link(self, page: str, file: Path) -> str | None:
        """The address of a file from a page, as MkDocs wants it: relative from source to source."""
        uri = self.uris.get(file)
        return None if uri is None else "../" * page.count("/") + uri

    def _set(self, phrase: Phrase) -> Phrase:
        """A phrase for scripts, typeset as the page around it."""
        if isinstance(phrase, str):
            return typeset(phrase, self.language)
        return {form: typeset(text, self.language) for form, text in phrase.items()}
