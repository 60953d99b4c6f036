"""For trainers: a page for each type of question, and one that lists them."""

from collections.abc import Iterator

from kontuar.course import Course
from kontuar.site import examples
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage

LOOKS = ("site/look/lesson.css",)


def uris(_course: Course, _language: str) -> Iterator[str]:
    """The list, and a page each."""
    yield examples.INDEX_URI
    yield from map(examples.uri, examples.all_types())


def pages(desk: Desk) -> Iterator[SitePage]:
    """The list, and a page each."""
    view, listed = desk.view(examples.INDEX_URI), []
    for kind in examples.all_types():
        title, text = examples.about(kind, desk.language)
        listed.append({"url": view.way(examples.uri(kind)), "name": kind.name, "title": title})
        sheet = desk.sheet().text(f"# {title}\n\n`type: {kind.name}`\n{text}")
        sheet.html(desk.fill("type", examples=examples.examples(kind, desk.language)))
        yield desk.page(examples.uri(kind), title, "type", sheet, looks=LOOKS)
    sheet = desk.sheet().html(desk.fill("types", kinds=listed))
    title, about = desk.words["site.types"], desk.words["site.types-about"]
    yield desk.page(examples.INDEX_URI, title, "type", sheet, looks=LOOKS, description=about)
