"""The articles of the knowledge base, from docs/."""

from collections.abc import Iterator
from typing import Any

from kontuar.course import Course
from kontuar.course.articles import HOME
from kontuar.course.pages import Page
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.plan import KNOWLEDGE_URI

LOOKS = ("site/look/lesson.css",)


def uris(course: Course, language: str) -> Iterator[str]:
    """A page for each file of docs/ but the home page's."""
    yield from (f"{name}.md" for name, _ in _articles(course, language))


def pages(desk: Desk) -> Iterator[SitePage]:
    """Each article, with a field to filter it where its front matter asks for one."""
    for name, page in _articles(desk.course, desk.language):
        uri, sheet = f"{name}.md", desk.sheet()
        if page.front.filter:
            sheet.html(desk.fill("filter"), paper="")
        desk.body(sheet, page, uri)
        if page.front.section == "knowledge":
            sheet.html(desk.fill("article-foot", print_url=desk.view(uri).way(KNOWLEDGE_URI)), paper="")
        source, about = desk.course.root / page.path, page.front.description
        yield desk.page(uri, page.front.title, "article", sheet, looks=LOOKS, source=source, description=about)


def _articles(course: Course, language: str) -> Iterator[tuple[str, Page[Any]]]:
    for name, pages in course.articles.items():
        if language in pages and name != HOME:
            yield name, pages[language]
