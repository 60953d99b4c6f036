"""The lessons of the modules."""

from collections.abc import Iterator

from kontuar.course import Course, Lesson, Module
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage

LOOKS = ("site/look/lesson.css",)


def uris(course: Course, language: str) -> Iterator[str]:
    """A page for each lesson that is written in the language."""
    for module in course.modules:
        yield from (plan.lesson_uri(lesson) for lesson in module.lessons if language in lesson.pages)


def pages(desk: Desk) -> Iterator[SitePage]:
    """Each lesson between its head and its foot."""
    for module in desk.course.modules:
        for number, lesson in enumerate(module.lessons, 1):
            if desk.language in lesson.pages:
                yield _page(desk, module, number, lesson)


def _page(desk: Desk, module: Module, number: int, lesson: Lesson) -> SitePage:
    uri, page = plan.lesson_uri(lesson), lesson.pages[desk.language]
    view = desk.view(uri)
    values = {"module": view.module(module), "lesson": view.lesson(lesson), "number": number}
    sheet = desk.sheet().html(desk.fill("lesson-top", **values))
    desk.body(sheet, page, uri, module.entry.bank_id)
    sheet.html(desk.fill("lesson-foot", **values), paper="")
    source, about = desk.course.root / page.path, page.front.description
    return desk.page(uri, page.front.title, "lesson", sheet, looks=LOOKS, source=source, description=about)
