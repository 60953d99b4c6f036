"""Print views: each module with its lessons, questions and key, and the whole knowledge base."""

from collections.abc import Iterator, Sequence
from typing import Any

from kontuar.course import Course, Module
from kontuar.course.articles import HOME
from kontuar.course.pages import Page
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.plan import KNOWLEDGE_URI
from kontuar.site.practice import styles_on_paper
from kontuar.site.printed import place
from kontuar.site.talks import STYLES as TALK_STYLES
from kontuar.site.typography import typeset

LOOKS = ("site/look/lesson.css", "site/look/sheet.css")
Part = tuple[str, Page[Any]]
"""A page that is gathered: its uri, and the file it was written in."""


def uris(course: Course, language: str) -> Iterator[str]:
    """One view for each module with lessons in the language, one for the knowledge base."""
    yield from (plan.print_uri(module) for module in course.modules if _lessons(module, language))
    if _knowledge(course, language):
        yield KNOWLEDGE_URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """All print views."""
    for module in desk.course.modules:
        if parts := _lessons(module, desk.language):
            yield _module(desk, module, parts)
    if parts := _knowledge(desk.course, desk.language):
        title, about = desk.words["site.print-knowledge"], desk.words["site.print-knowledge-about"]
        yield _page(desk, KNOWLEDGE_URI, parts, title=title, about=about, module=None, back_url="")


def _module(desk: Desk, module: Module, parts: Sequence[Part]) -> SitePage:
    uri = plan.print_uri(module)
    values = desk.view(uri).module(module)
    title = desk.words["site.print-module"].format(title=values["title"])
    about = desk.words["site.print-module-about"]
    return _page(desk, uri, parts, title=title, about=about, module=values, back_url=values["url"])


def _page(desk: Desk, uri: str, parts: Sequence[Part], **values: Any) -> SitePage:
    practice = desk.practice(uri)
    keys = [
        (typeset(page.front.title, desk.language), [key for quiz in page.quizzes for key in practice.keys(quiz)])
        for _, page in parts
        if page.quizzes
    ]
    listed = [{"title": typeset(page.front.title, desk.language), "place": place(part)} for part, page in parts]
    sheet = desk.sheet().html(desk.fill("print", parts=listed, keys=keys, **values))
    every = [page for _, page in parts]
    looks = (*LOOKS, *styles_on_paper(desk.course, (quiz for page in every for quiz in page.quizzes)))
    looks += TALK_STYLES if any(page.talks for page in every) else ()
    about = values["about"]
    hidden = ("navigation", "toc")
    return desk.page(uri, values["title"], "print", sheet, looks=looks, description=about, hide=hidden)


def _lessons(module: Module, language: str) -> list[Part]:
    return [
        (plan.lesson_uri(lesson), lesson.pages[language]) for lesson in module.lessons if language in lesson.pages
    ]


def _knowledge(course: Course, language: str) -> list[Part]:
    found = [
        (f"{name}.md", pages[language])
        for name, pages in course.articles.items()
        if language in pages and name != HOME and pages[language].front.section == "knowledge"
    ]
    return sorted(found, key=lambda part: (part[1].front.order, part[1].front.title))
