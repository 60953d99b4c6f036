"""Every page of one language: lessons, articles, and the pages that the course makes by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kontuar.banks import Bank
from kontuar.core.links import rewritten
from kontuar.core.markup import json_for_html
from kontuar.core.phrases import Phrase, Phrases
from kontuar.course import Course, Lesson, Module
from kontuar.course.articles import HOME
from kontuar.course.front import HomeFront
from kontuar.course.pages import Page
from kontuar.questions import types
from kontuar.questions.question import plain
from kontuar.site import examples, plan, talks
from kontuar.site.glossary import by_letter, entries, linked
from kontuar.site.page import SitePage
from kontuar.site.plan import Plan
from kontuar.site.practice import Practice, styles
from kontuar.site.sheets import Sheet, fill
from kontuar.site.talks import Talks
from kontuar.site.typography import typeset

STYLES = {
    "article": ("site/look/lesson.css",),
    "glossary": ("site/look/glossary.css",),
    "home": ("site/look/home.css",),
    "module": ("site/look/home.css",),
    "dialogues": ("site/look/home.css",),
    "lesson": ("site/look/lesson.css",),
    "sheet": ("site/look/sheet.css",),
    "type": ("site/look/lesson.css",),
    "certificate": ("site/look/certificate.css",),
}
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
            yield from self._bank(bank)
        if self.course.glossary:
            yield self._glossary()
        if self.course.has_certificate:
            yield self._certificate()
        yield from self._dialogues()
        yield from self._types()

    def _sheet(self) -> Sheet:
        sheet = Sheet()
        return sheet.html(self.notice) if self.notice else sheet

    def _fill(self, template: str, plan: Plan, **values: Any) -> str:
        outline = plan.outline() if template in OUTLINED else None
        return fill(template, self.language, outline=outline, **values)

    def _page(self, uri: str, title: str, kind: str, sheet: Sheet, bank: Bank | None = None, **more: Any) -> SitePage:
        """A page with the words and the styles that its kind, its slots and the questions of its bank need."""
        questions = any("data-hash=" in slot for slot in sheet.slots)
        spoken = any("<kt-dialogue" in slot for slot in sheet.slots)
        looks = (*STYLES.get(kind, ()), *styles(sheet.slots, bank), *(talks.STYLES if spoken else ()))
        looks = tuple(dict.fromkeys(looks))
        if self.notice:
            looks = (*looks, PROBLEM_STYLE)
        folders = {"progress"} | ({"questions", "quizzes", *types()} if questions or kind == "test" else set())
        folders |= {"dialogues", "quizzes"} if spoken else set()
        folders |= {"certificate": {"certificates"}}.get(kind, set())
        phrases = Phrases(self.language).starting(*sorted(folders))
        words = json_for_html({key: self._set(phrase) for key, phrase in phrases.items()})
        sheet.html(f'<template id="kt-words">{words}</template>')
        data = {"done": Phrases(self.language)["progress.lesson-done"]}
        title = typeset(title, self.language)
        return SitePage(uri, title, sheet.markdown, tuple(sheet.slots), kind=kind, styles=looks, data=data, **more)

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
        more: dict[str, Any] = {"hide": ("navigation", "toc"), "description": front.description or front.lead}
        return self._page("index.md", Phrases(self.language)["site.home"], "home", sheet, **more)

    def _plain_home(self) -> HomeFront:
        outline = self.course.outline
        return HomeFront(title=outline.title.of(self.language) if outline else "Kontuar", lead="")

    def _article(self, uri: str, page: Page[Any]) -> SitePage:
        sheet = self._sheet()
        if page.front.filter:
            sheet.html(fill("filter", self.language))
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
        tested = module.bank.questions.values() if module.bank else ()
        taken: dict[str, Any] = {"objectives": Practice(self.course, view, self.uris).objectives(tested)}
        if rules:
            taken |= {"take": rules.draw, "levels": rules.levels, "mark": plain(rules.mark)}
        entry = view.module(module)
        values = {"module": entry, "version": self.course.version, "rules": taken}
        sheet = self._sheet().html(self._fill("test", view, **values))
        title = f"{Phrases(self.language)['site.test']}: {entry['title']}"
        return self._page(uri, title, "test", sheet, module.bank)

    def _bank(self, bank: Bank) -> Iterator[SitePage]:
        """The page to practise on, and the one to print."""
        words = Phrases(self.language)
        uri = plan.bank_uri(bank.id)
        view = Plan(self.course, self.language, uri)
        titles = [module["title"] for module in view.modules() if module["bank"] == bank.id]
        title = titles[0] if titles else bank.id
        values = {"title": title, "sheet_url": view.way(plan.sheet_uri(bank.id))}
        questions = Practice(self.course, view, self.uris).bank(bank)
        sheet = self._sheet().html(self._fill("bank", view, questions=questions, **values))
        yield self._page(uri, words["site.bank"].format(title=title), "bank", sheet)
        view = Plan(self.course, self.language, plan.sheet_uri(bank.id))
        values = {"title": title, "bank_url": view.way(uri)}
        questions_on_paper = Practice(self.course, view, self.uris).sheet(bank)
        sheet = self._sheet().html(self._fill("sheet", view, questions=questions_on_paper, **values))
        title = words["site.sheet"].format(title=title)
        yield self._page(view.page, title, "sheet", sheet, bank, hide=("toc",))

    def _glossary(self) -> SitePage:
        words, view = Phrases(self.language), Plan(self.course, self.language, plan.GLOSSARY_URI)
        letters = by_letter(entries(self.course, view))
        sheet = self._sheet().html(self._fill("glossary", view, letters=letters))
        title, about = words["site.glossary"], words["site.glossary-about"]
        return self._page(plan.GLOSSARY_URI, title, "glossary", sheet, description=about, hide=("toc",))

    def _dialogues(self) -> Iterator[SitePage]:
        """A page for each dialogue, and one that lists them."""
        words = Phrases(self.language)
        if self.course.dialogues:
            view = Plan(self.course, self.language, talks.INDEX_URI)
            sheet = self._sheet().html(self._fill("dialogues", view, dialogues=Talks(self.course, view).listed()))
            about = words["dialogues.index-about"]
            yield self._page(view.page, words["dialogues.index"], "dialogues", sheet, description=about, hide=("toc",))
        for name, found in self.course.dialogues.items():
            view = Plan(self.course, self.language, talks.dialogue_uri(name))
            title = found.dialogue.title.of(self.language)
            values = {"title": title, "dialogue": Markup(Talks(self.course, view).block(name))}  # noqa: S704
            sheet = self._sheet().html(self._fill("dialogue-page", view, index_url=view.way(talks.INDEX_URI), **values))
            about = found.dialogue.role.of(self.language)
            yield self._page(view.page, title, "dialogue", sheet, description=about, hide=("toc",))

    def _types(self) -> Iterator[SitePage]:
        """A page for each type of question, and one that lists them: for trainers."""
        words, listed = Phrases(self.language), []
        for kind in examples.all_types():
            title, text = examples.about(kind, self.language)
            listed.append({"url": plan.way(examples.INDEX_URI, examples.uri(kind)), "name": kind.name, "title": title})
            sheet = self._sheet().text(f"# {title}\n\n`type: {kind.name}`\n{text}")
            view = Plan(self.course, self.language, examples.uri(kind))
            sheet.html(self._fill("type", view, examples=examples.examples(kind, self.language)))
            yield self._page(view.page, title, "type", sheet)
        view = Plan(self.course, self.language, examples.INDEX_URI)
        sheet = self._sheet().html(self._fill("types", view, kinds=listed))
        yield self._page(view.page, words["site.types"], "type", sheet, description=words["site.types-about"])

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
        talks = Talks(self.course, Plan(self.course, self.language, uri))
        practice = Practice(self.course, Plan(self.course, self.language, uri), self.uris)
        blocks = [(quiz.fence, practice.quiz(quiz, own)) for quiz in page.quizzes]
        blocks += [(talk.fence, talks.block(talk.dialogue)) for talk in page.talks]
        for fence, html in sorted(blocks, key=lambda block: -block[0].first):
            slot = sheet.slot(html, fence.indent)
            lines[fence.first : fence.last + 1] = ["", slot, ""]  # a paragraph would swallow the form
        sheet.text("\n".join(lines))
        if terms := linked(self.course, page):
            view = Plan(self.course, self.language, uri)
            meanings = [(term.id, term.term.of(self.language), term.means.of(self.language)) for term in terms]
            sheet.html(self._fill("meanings", view, meanings=meanings))

    def _link(self, page: str, file: Path) -> str | None:
        """The address of a file from a page, as MkDocs wants it: relative from source to source."""
        uri = self.uris.get(file)
        if uri is None:
            return None
        depth = page.count("/")
        return "../" * depth + uri


def _scope(words: Phrases, minutes: int) -> str:
    if minutes < 90:
        return words["certificates.scope-minutes"].format(n=minutes)
    hours = f"{minutes / 60:.1f}".removesuffix(".0")
    return words["certificates.scope-hours"].format(n=hours.replace(".", "," if words.language == "pl" else "."))
