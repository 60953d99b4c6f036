"""A page for each dialogue, and one that lists them."""

from collections.abc import Iterator

from markupsafe import Markup

from kontuar.course import Course
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.talks import INDEX_URI, dialogue_uri

LIST_LOOKS = ("site/look/home.css",)


def uris(course: Course, _language: str) -> Iterator[str]:
    """The list, and a page each."""
    if course.dialogues:
        yield INDEX_URI
    yield from map(dialogue_uri, course.dialogues)


def pages(desk: Desk) -> Iterator[SitePage]:
    """The list, and a page each."""
    if desk.course.dialogues:
        yield _index(desk)
    for name, found in desk.course.dialogues.items():
        uri, title = dialogue_uri(name), found.dialogue.title.of(desk.language)
        values = {"title": title, "dialogue": Markup(desk.talks(uri).block(name))}  # noqa: S704
        sheet = desk.sheet().html(desk.fill("dialogue-page", index_url=desk.view(uri).way(INDEX_URI), **values))
        yield desk.page(uri, title, "dialogue", sheet, description=found.dialogue.role.of(desk.language), hide=("toc",))


def _index(desk: Desk) -> SitePage:
    sheet = desk.sheet().html(desk.fill("dialogues", dialogues=desk.talks(INDEX_URI).listed()))
    title, about = desk.words["dialogues.index"], desk.words["dialogues.index-about"]
    return desk.page(INDEX_URI, title, "dialogues", sheet, looks=LIST_LOOKS, description=about, hide=("toc",))
