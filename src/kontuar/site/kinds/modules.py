"""The page of each module: what it teaches, its lessons and its test."""

from collections.abc import Iterator

from kontuar.course import Course
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage

LOOKS = ("site/look/home.css",)


def uris(course: Course, _language: str) -> Iterator[str]:
    """One page a module."""
    yield from map(plan.module_uri, course.modules)


def pages(desk: Desk) -> Iterator[SitePage]:
    """One page a module."""
    for module in desk.course.modules:
        uri = plan.module_uri(module)
        view = desk.view(uri)
        values = view.module(module)
        sheet = desk.sheet().html(desk.fill("module", outline=view.outline(), module=values))
        yield desk.page(uri, values["title"], "module", sheet, looks=LOOKS, description=values["about"])
