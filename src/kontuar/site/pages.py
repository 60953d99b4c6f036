"""Every page of one language: lessons, articles, and the pages that the course makes by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kontuar.banks import Bank
from kontuar.core.markup import json_for_html
from kontuar.core.phrases import Phrase, Phrases
from kontuar.course import Course, Lesson, Module
from kontuar.course.articles import HOME
from kontuar.course.front import HomeFront
from kontuar.course.links import rewritten
from kontuar.course.pages import Page
from kontuar.course.quizzes import Quiz
from kontuar.questions import types
from kontuar.questions.page import render
from kontuar.questions.question import plain
from kontuar.site import plan
from kontuar.site.glossary import by_letter, entries, linked
from kontuar.site.page import SitePage
from kontuar.site.plan import Plan
from kontuar.site.sheets import Sheet, fill
from kontuar.site.typography import typeset

STYLES = {
    "article": ("site/look/lesson.css",),
    "glossary": ("site/look/glossary.css",),
    "home": ("site/look/home.css",),
    "module": ("site/look/home.css",),
    "lesson": ("site/look/lesson.css",),
    "test": ("site/look/question.css",),
    "bank": ("site/look/question.css",),
    "certificate": ("site/look/certificate.css",),
}
QUESTION_STYLE = "site/look/question.css"
OUTLINED = ("home", "module", "certificate")  # the whole course on a page: not for each of a thousand lessons
PROBLEM_STYLE = "site/look/problem.css"


@dataclass(frozen=True)
class Pages:
    """The pages of one language of a course; notice is HTML that stands on top of each (problems, in serve)."""

    course: Course
    language: str
    uris: dict[Path, str]
    notice: str = ""

    def all(self) -> Iterator[SitePage]:
        """Every page, the home page first."""
        yield self._home()
        for name, pages in self.course.articles.items():
            if name != HOME and self.language in pages:
                yield self._article(f"{name}.md", pages[self.language])
        for module in self.course.modules:
            yield self._module(module)
            for number, lesson in enumerate(module.lessons, 1):
                if self.language in lesson.pages:
                    yield self._lesson(module, number, lesson)
            if plan.has_test(module):
                yield self._test(module)
        for bank in self.course.banks.values():
            yield self._bank(bank)
        if self.course.glossary:
            yield self._glossary()
        if self.course.has_certificate:
            yield self._certificate()

    def _sheet(self) -> Sheet:
        sheet = Sheet()
        return sheet.html(self.notice) if self.notice else sheet

    def _fill(self, template: str, plan: Plan, **values: Any) -> str:
        outline = plan.outline() if template in OUTLINED else None
        return fill(template, self.language, outline=outline, **values)

    def _page(self, uri: str, title: str, kind: str, sheet: Sheet, **more: Any) -> SitePage:
        """A page with the words and the styles that its kind and its slots need."""
        questions = any("data-hash=" in slot for slot in sheet.slots)
        styles = STYLES.get(kind, ())
        if questions and QUESTION_STYLE not in styles:
            styles = (*styles, QUESTION_STYLE)
        if self.notice:
            styles = (*styles, PROBLEM_STYLE)
        folders = {"progress"} | ({"questions", *types()} if questions or kind == "test" else set())
        folders |= {"test": {"quizzes"}, "certificate": {"certificates"}}.get(kind, set())
        phrases = Phrases(self.language).starting(*sorted(folders))
        words = json_for_html({key: self._set(phrase) for key, phrase in phrases.items()})
        sheet.html(f'<template id="kt-words">{words}</template>')
        data = {"done": Phrases(self.language)["progress.lesson-done"]}
        title = typeset(title, self.language)
        return SitePage(uri, title, sheet.markdown, tuple(sheet.slots), kind=kind, styles=styles, data=data, **more)

    def _set(self, phrase: Phrase) -> Phrase:
        """A phrase for scripts, typeset as the page around it."""
        if isinstance(phrase, str):
            return typeset(phrase, self.language)
        return {form: typeset(text, self.language) for form, text in phrase.items()}

    def _home(self) -> SitePage:
        view = Plan(self.course, self.language, "index.md")
        page = self.course.articles.get(HOME, {}).get(self.language)
        front = page.front if page and isinstance(page.front, HomeFront) else self._plain_home()
        sheet = self._sheet()
        modules = view.modules()
        lessons = [lesson for module in modules for lesson in module["lessons"]]
        if lessons:
            minutes = sum(module["minutes"] for module in modules)
            values = {"front": front, "modules": modules, "first": lessons[0], "lessons": len(lessons)}
            sheet.html(self._fill("home", view, minutes=minutes, **values))
        if page:
            self._body(sheet, page, "index.md")
        sheet.html(self._fill("home-foot", view))
        more = {"hide": ("navigation", "toc"), "description": front.description or front.lead}
        return self._page("index.md", Phrases(self.language)["site.home"], "home", sheet, **more)

    def _plain_home(self) -> HomeFront:
        outline = self.course.outline
        return HomeFront(title=outline.title.of(self.language) if outline else "Kontuar", lead="")

    def _article(self, uri: str, page: Page[Any]) -> SitePage:
        sheet = self._sheet()
        self._body(sheet, page, uri)
        source, description = self.course.root / page.path, page.front.description
        return self._page(uri, page.front.title, "article", sheet, source=source, description=description)

    def _module(self, module: Module) -> SitePage:
        uri = plan.module_uri(module)
        view = Plan(self.course, self.language, uri)
        values = view.module(module)
        sheet = self._sheet().html(self._fill("module", view, module=values))
        return self._page(uri, values["title"], "module", sheet, description=values["about"])

    def _lesson(self, module: Module, number: int, lesson: Lesson) -> SitePage:
        uri, page = plan.lesson_uri(lesson), lesson.pages[self.language]
        view = Plan(self.course, self.language, uri)
        values = {"module": view.module(module), "lesson": view.lesson(lesson), "number": number}
        sheet = self._sheet().html(self._fill("lesson-top", view, **values))
        self._body(sheet, page, uri, module.entry.bank_id)
        sheet.html(self._fill("lesson-foot", view, **values))
        source, description = self.course.root / page.path, page.front.description
        return self._page(uri, page.front.title, "lesson", sheet, source=source, description=description)

    def _test(self, module: Module) -> SitePage:
        uri, rules = plan.test_uri(module), module.entry.test
        view = Plan(self.course, self.language, uri)
        taken: dict[str, Any] = {"objectives": view.objectives()}
        if rules:
            taken |= {"take": rules.draw, "levels": rules.levels, "mark": plain(rules.mark)}
        entry = view.module(module)
        values = {"module": entry, "version": self.course.version, "rules": taken}
        sheet = self._sheet().html(self._fill("test", view, **values))
        title = f"{Phrases(self.language)['site.test']}: {entry['title']}"
        return self._page(uri, title, "test", sheet)

    def _bank(self, bank: Bank) -> SitePage:
        uri = plan.bank_uri(bank.id)
        view = Plan(self.course, self.language, uri)
        titles = [module["title"] for module in view.modules() if module["bank"] == bank.id]
        title = titles[0] if titles else bank.id
        questions = [Markup(render(q, bank.id, self.language, anchor=q.id)) for q in bank.questions.values()]  # noqa: S704
        sheet = self._sheet().html(self._fill("bank", view, title=title, questions=questions))
        return self._page(uri, Phrases(self.language)["site.bank"].format(title=title), "bank", sheet)

    def _glossary(self) -> SitePage:
        words, view = Phrases(self.language), Plan(self.course, self.language, plan.GLOSSARY_URI)
        letters = by_letter(entries(self.course, view))
        sheet = self._sheet().html(self._fill("glossary", view, letters=letters))
        title, about = words["site.glossary"], words["site.glossary-about"]
        return self._page(plan.GLOSSARY_URI, title, "glossary", sheet, description=about, hide=("toc",))

    def _certificate(self) -> SitePage:
        view = Plan(self.course, self.language, plan.CERTIFICATE_URI)
        words, outline = Phrases(self.language), self.course.outline
        required = set(view.outline()["required"])
        modules = [module for module in view.modules() if module["id"] in required]
        minutes = sum(module["minutes"] for module in modules)
        signatory = outline.certificate.signatory if outline and outline.certificate else None
        values = {
            "course": outline.title.of(self.language) if outline else "",
            "modules": modules,
            "lessons": sum(len(module["lessons"]) for module in modules),
            "scope": _scope(words, minutes),
            "version": self.course.version,
            "signatory": signatory.of(self.language) if signatory else "",
        }
        sheet = self._sheet().html(self._fill("certificate", view, **values))
        return self._page(plan.CERTIFICATE_URI, words["site.certificate"], "certificate", sheet, hide=("toc",))

    def _body(self, sheet: Sheet, page: Page[Any], uri: str, own: str | None = None) -> None:
        """The text of a page, with its quizzes in slots and its links to files made into links to pages."""
        lines = rewritten(page.body, list(page.links), lambda file: self._link(uri, file)).split("\n")
        for quiz in reversed(page.quizzes):
            slot = sheet.slot(self._quiz(quiz, own), quiz.fence.indent)
            lines[quiz.fence.first : quiz.fence.last + 1] = ["", slot, ""]  # a paragraph would swallow the form
        sheet.text("\n".join(lines))
        if terms := linked(self.course, page):
            view = Plan(self.course, self.language, uri)
            meanings = [(term.id, term.term.of(self.language), term.means.of(self.language)) for term in terms]
            sheet.html(self._fill("meanings", view, meanings=meanings))

    def _quiz(self, quiz: Quiz, own: str | None) -> str:
        banks = self.course.banks
        found = [(bank, banks[bank].questions.get(question)) for bank, question in quiz.items if bank in banks]
        questions = [(bank, question) for bank, question in found if question]
        return "".join(
            render(question, bank, self.language, anchor=_anchor(bank, question.id, own), number=n, of=len(questions))
            for n, (bank, question) in enumerate(questions, 1)
        )

    def _link(self, page: str, file: Path) -> str | None:
        """The address of a file from a page, as MkDocs wants it: relative from source to source."""
        uri = self.uris.get(file)
        if uri is None:
            return None
        depth = page.count("/")
        return "../" * depth + uri


def _anchor(bank: str, question: str, own: str | None) -> str:
    """A question's id on a page: questions of another bank than the page's own carry its name."""
    return f"q-{question}" if bank == own else f"q-{bank}-{question}"


def _scope(words: Phrases, minutes: int) -> str:
    if minutes < 90:
        return words["certificates.scope-minutes"].format(n=minutes)
    hours = f"{minutes / 60:.1f}".removesuffix(".0")
    return words["certificates.scope-hours"].format(n=hours.replace(".", "," if words.language == "pl" else "."))
