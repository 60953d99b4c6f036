"""The tests of the modules; their questions come from the page of the bank."""

from collections.abc import Iterator
from typing import Any

from kontuar.course import Course, Module
from kontuar.questions import types
from kontuar.questions.question import plain
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.practice import styles_of


def uris(course: Course, _language: str) -> Iterator[str]:
    """A page for each module that has a test."""
    yield from (plan.test_uri(module) for module in course.modules if plan.has_test(module))


def pages(desk: Desk) -> Iterator[SitePage]:
    """Each test before it begins."""
    for module in filter(plan.has_test, desk.course.modules):
        uri = plan.test_uri(module)
        entry = desk.view(uri).module(module)
        values = {"module": entry, "version": desk.course.version, "rules": _rules(desk, module, uri)}
        sheet = desk.sheet().html(desk.fill("test", **values))
        title = f"{desk.words['site.test']}: {entry['title']}"
        speaks = ("questions", "quizzes", *types())
        yield desk.page(uri, title, "test", sheet, looks=styles_of(module.bank), speaks=speaks)


def _rules(desk: Desk, module: Module, uri: str) -> dict[str, Any]:
    """What the test's script must know: how papers are drawn, and the objectives to report by."""
    rules, tested = module.entry.test, module.bank.questions.values() if module.bank else ()
    known: dict[str, Any] = {"objectives": desk.practice(uri).objectives(tested)}
    if rules:
        known |= {"take": rules.draw, "levels": rules.levels, "mark": plain(rules.mark)}
    return known
