"""The glossary, by letters."""

from collections.abc import Iterator

from kontuar.course import Course
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.glossary import by_letter, entries
from kontuar.site.page import SitePage

LOOKS = ("site/look/glossary.css",)


def uris(course: Course, _language: str) -> Iterator[str]:
    """One page, where there are terms."""
    if course.glossary:
        yield plan.GLOSSARY_URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """All terms."""
    for uri in uris(desk.course, desk.language):
        letters = by_letter(entries(desk.course, desk.view(uri)))
        sheet = desk.sheet().html(desk.fill("glossary", letters=letters))
        title, about = desk.words["site.glossary"], desk.words["site.glossary-about"]
        yield desk.page(uri, title, "glossary", sheet, looks=LOOKS, description=about, hide=("toc",))
