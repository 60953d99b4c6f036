"""The home page: continue, and all modules."""

from collections.abc import Iterator

from kontuar.course import Course
from kontuar.course.articles import HOME
from kontuar.course.front import HomeFront
from kontuar.site.desk import Desk
from kontuar.site.overview import overview
from kontuar.site.page import SitePage
from kontuar.site.plan import MY_COURSE_URI, MY_DATA_URI

URI = "index.md"
LOOKS = ("site/look/home.css",)


def uris(_course: Course, _language: str) -> Iterator[str]:
    """One page."""
    yield URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """The text of docs/index below what the course says by itself."""
    view = desk.view(URI)
    page = desk.course.articles.get(HOME, {}).get(desk.language)
    front = page.front if page and isinstance(page.front, HomeFront) else _plain(desk)
    sheet, modules = desk.sheet(), view.modules()
    lessons = [lesson for module in modules for lesson in module["lessons"]]
    if lessons:
        minutes = sum(module["minutes"] for module in modules)
        values = {"front": front, "modules": modules, "first": lessons[0], "lessons": len(lessons)}
        values |= {"outline": overview(desk, URI), "my_course": view.way(MY_COURSE_URI)}
        values |= {"data_url": view.way(MY_DATA_URI)}
        sheet.html(desk.fill("home", minutes=minutes, **values))
    if page:
        desk.body(sheet, page, URI)
    sheet.html(desk.fill("home-foot", data_url=view.way(MY_DATA_URI)))
    about = front.description or front.lead
    yield desk.page(
        URI, desk.words["site.home"], "home", sheet, looks=LOOKS, description=about, hide=("navigation", "toc")
    )


def _plain(desk: Desk) -> HomeFront:
    outline = desk.course.outline
    return HomeFront(title=outline.title.of(desk.language) if outline else "Kontuar", lead="")
