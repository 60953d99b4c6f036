"""“My data”: what the browser keeps of the course, copies of it, and how to erase it."""

from collections.abc import Iterator

from kontuar.course import Course
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.plan import MY_DATA_URI

LOOKS = ("site/look/my-data.css",)
PRIVACY = "privacy"


def uris(course: Course, _language: str) -> Iterator[str]:
    """One page, where there is a course whose progress could be kept."""
    if course.outline:
        yield MY_DATA_URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """One page, where there is a course whose progress could be kept."""
    for uri in uris(desk.course, desk.language):
        view = desk.view(uri)
        told = desk.language in desk.course.articles.get(PRIVACY, {})
        values = {"modules": view.modules(), "privacy_url": view.way(f"{PRIVACY}.md") if told else ""}
        sheet = desk.sheet().html(desk.fill("my-data", **values))
        title, about = desk.words["copies.title"], desk.words["copies.about"]
        yield desk.page(
            uri, title, "my-data", sheet, looks=LOOKS, speaks=("copies",), description=about, hide=("toc",)
        )
