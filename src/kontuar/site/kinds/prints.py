"""Print views: each module with its lessons, questions and key, and the whole knowledge base."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kontuar.course import Course, Module
from kontuar.course.articles import HOME
from kontuar.course.pages import Page
from kontuar.course.quizzes import Quiz
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.plan import GLOSSARY_URI, KNOWLEDGE_URI
from kontuar.site.printed import place
from kontuar.site.talks import STYLES as TALK_STYLES
from kontuar.site.typography import typeset

LOOKS = ("site/look/lesson.css", "site/look/sheet.css", "site/look/glossary.css")


@dataclass(frozen=True)
class Part:
    """A page that is gathered, with what it asks."""

    uri: str
    title: str
    quizzes: tuple[Quiz, ...] = ()
    talks: bool = False


def uris(course: Course, language: str) -> Iterator[str]:
    """One view for each module with lessons in the language, one for the knowledge base."""
    yield from (plan.print_uri(module) for module in course.modules if _lessons(module, language))
    if _articles(course, language):
        yield KNOWLEDGE_URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """All print views."""
    for module in desk.course.modules:
        if parts := _lessons(module, desk.language):
            yield _module(desk, module, parts)
    if parts := _articles(desk.course, desk.language):
        title, about = desk.words["site.print-knowledge"], desk.words["site.print-knowledge-about"]
        parts += [Part(GLOSSARY_URI, desk.words["site.glossary"])] if desk.course.glossary else []
        yield _page(desk, KNOWLEDGE_URI, parts, title=title, about=about, module=None, back_url="")


def _module(desk: Desk, module: Module, parts: Sequence[Part]) -> SitePage:
    uri = plan.print_uri(module)
    values = desk.view(uri).module(module)
    title = desk.words["site.print-module"].format(title=values["title"])
    about = desk.words["site.print-module-about"]
    return _page(desk, uri, parts, title=title, about=about, module=values, back_url=values["url"])


def _page(desk: Desk, uri: str, parts: Sequence[Part], **values: Any) -> SitePage:
    practice = desk.practice(uri)
    listed = [{"title": typeset(part.title, desk.language), "place": place(part.uri)} for part in parts]
    keys = [
        (typeset(part.title, desk.language), [key for quiz in part.quizzes for key in practice.keys(quiz)])
        for part in parts
        if part.quizzes
    ]
    sheet = desk.sheet().html(desk.fill("print", parts=listed, keys=keys, **values))
    looks = (*LOOKS, *practice.styles(quiz for part in parts for quiz in part.quizzes))
    looks += TALK_STYLES if any(part.talks for part in parts) else ()
    hidden = ("navigation", "toc")
    return desk.page(uri, values["title"], "print", sheet, looks=looks, description=values["about"], hide=hidden)


def _lessons(module: Module, language: str) -> list[Part]:
    return [
        _part(plan.lesson_uri(lesson), lesson.pages[language])
        for lesson in module.lessons
        if language in lesson.pages
    ]


def _articles(course: Course, language: str) -> list[Part]:
    found = [
        (pages[language].front.order, pages[language].front.title, name)
        for name, pages in course.articles.items()
        if language in pages and name != HOME and pages[language].front.section == "knowledge"
    ]
    return [_part(f"{name}.md", course.articles[name][language]) for _, _, name in sorted(found)]


def _part(uri: str, page: Page[Any]) -> Part:
    return Part(uri, page.front.title, page.quizzes, bool(page.talks))
