"""“My course”: everything that the learner has done, and what comes next."""

from collections.abc import Iterator
from typing import Any

from kontuar.course import Course, Module
from kontuar.site.desk import Desk
from kontuar.site.overview import overview
from kontuar.site.page import SitePage
from kontuar.site.plan import MY_COURSE_URI, MY_DATA_URI

LOOKS = ("site/look/home.css",)


def uris(course: Course, _language: str) -> Iterator[str]:
    """One page, where there are modules."""
    if course.modules:
        yield MY_COURSE_URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """One page, where there are modules."""
    for uri in uris(desk.course, desk.language):
        known = overview(desk, uri)
        results = [results for module in desk.course.modules if (results := _results(desk, uri, module))]
        data_url = desk.view(uri).way(MY_DATA_URI)
        values = {"data_url": data_url, "outline": known, "modules": desk.view(uri).modules(), "results": results}
        sheet = desk.sheet().html(desk.fill("my-course", **values))
        title, about = desk.words["site.my-course"], desk.words["site.my-course-about"]
        yield desk.page(uri, title, "my-course", sheet, looks=LOOKS, description=about, hide=("toc",))


def _results(desk: Desk, uri: str, module: Module) -> dict[str, Any] | None:
    """The objectives of a module that its course asks about: what they say, their lessons, their questions' ids."""
    asked: dict[str, list[str]] = {}
    for bank in desk.course.banks.values():
        for question in bank.scored:
            asked.setdefault(question.objective or "", []).append(f"{bank.id}/{question.id}")
    own = {objective.id: asked[objective.id] for objective in module.entry.objectives if objective.id in asked}
    if not own:
        return None
    practice = desk.practice(uri)
    taught = [{"id": name, **practice.objective(name)} for name in own]
    title = desk.view(uri).module(module)["title"]
    return {"title": title, "number": module.number, "objectives": taught, "asked": own}
