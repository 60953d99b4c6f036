"""The tests of the modules; their questions come from the page of the bank."""

from collections.abc import Iterator

from kontuar.course import Course
from kontuar.questions import types
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.papers import LOOKS, Papers
from kontuar.site.practice import styles_of


def uris(course: Course, _language: str) -> Iterator[str]:
    """A page for each module that has a test."""
    yield from (plan.test_uri(module) for module in course.modules if plan.has_test(module))


def pages(desk: Desk) -> Iterator[SitePage]:
    """Each test before it begins."""
    for module in filter(plan.has_test, desk.course.modules):
        uri = plan.test_uri(module)
        entry = desk.view(uri).module(module)
        rules = Papers(desk.course, desk.view(uri), desk.uris).test(module)
        values = {"module": entry, "version": desk.course.version, "rules": rules}
        sheet = desk.sheet().html(desk.fill("test", **values))
        title = f"{desk.words['site.test']}: {entry['title']}"
        speaks = ("questions", "quizzes", *types())
        yield desk.page(uri, title, "test", sheet, looks=(*LOOKS, *styles_of(module.bank)), speaks=speaks)
