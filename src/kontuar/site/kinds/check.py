"""The page on which somebody checks an evidence file."""

from collections.abc import Iterator
from typing import Any

from kontuar.course import Course
from kontuar.course.standard import requirements
from kontuar.quizzes.exam import EXAM_ID
from kontuar.site import plan, talks
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage

LOOKS = ("site/look/certificate.css",)


def uris(course: Course, _language: str) -> Iterator[str]:
    """One page, where course.yml offers a certificate."""
    if course.has_certificate:
        yield plan.CHECK_URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """One page, where course.yml offers a certificate."""
    for uri in uris(desk.course, desk.language):
        sheet = desk.sheet().html(desk.fill("check", data=_data(desk, uri)))
        title, about = desk.words["check.title"], desk.words["check.about"]
        more: dict[str, Any] = {"hide": ("toc",), "description": about}
        yield desk.page(uri, title, "check", sheet, looks=LOOKS, speaks=("check",), **more)


def _data(desk: Desk, uri: str) -> dict[str, Any]:
    """What is asked for, the names of things, and where the keys are to be had."""
    view, course = desk.view(uri), desk.course
    names = {module["id"]: module["title"] for module in view.modules()}
    return {
        "requirements": requirements(course),
        "papers": {**names, EXAM_ID: desk.words["check.exam-name"]},
        "banks": {name: view.way(plan.bank_uri(name)) for name in course.banks},
        "talks": {
            name: {"title": found.dialogue.title.of(desk.language), "url": view.way(talks.dialogue_uri(name))}
            for name, found in course.dialogues.items()
        },
    }
