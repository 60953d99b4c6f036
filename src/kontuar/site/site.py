"""One language of a course's site, from its files; while somebody writes, the last good version of broken ones."""

from pathlib import Path

from kontuar.core.problems import Problems
from kontuar.course import Course, load
from kontuar.site import kinds
from kontuar.site.desk import Desk
from kontuar.site.mended import mended
from kontuar.site.nav import nav
from kontuar.site.page import Site
from kontuar.site.places import alternates, files, uris
from kontuar.site.plan import STEPS_URI, steps
from kontuar.site.sheets import fill

FOLDERS = ("course", "quizzes", "docs")
Stamp = tuple[tuple[str, int, int], ...]

_last_read: dict[Path, tuple[Stamp, Course, Problems]] = {}
"""Each course as it was last read: every language is made from one reading."""
_last_good: dict[Path, Course] = {}
"""Each course as it was last shown in `serve`, where MkDocs asks anew at every save."""


def make(root: Path, language: str | None, serving: bool) -> Site:
    """One language of the course in a folder; None stands for its first language."""
    course, problems = _read(root)
    if serving:
        course = mended(course, _last_good.get(root), {problem.place.path for problem in problems.errors()})
        _last_good[root] = course
    chosen = language or course.languages[0]
    notice = _notice(chosen, problems) if serving and problems else ""
    pages = {page.uri: page for page in kinds.pages(Desk(course, chosen, uris(course), notice))}
    outline = course.outline
    return Site(
        language=chosen,
        languages=course.languages,
        name=outline.title.of(chosen) if outline else "Kontuar",
        description=pages["index.md"].description,
        course_id=outline.id if outline else "",
        pages=pages,
        nav=nav(course, chosen),
        files=files(root),
        made={STEPS_URI: steps(course, chosen)},
        alternates=alternates(course),
        problems=problems,
        offline=outline.offline if outline else False,
    )


def _read(root: Path) -> tuple[Course, Problems]:
    """The course, read again only after one of its files has changed."""
    stamp = _stamp(root)
    if root not in _last_read or _last_read[root][0] != stamp:
        problems = Problems()
        _last_read[root] = (stamp, load(root, problems), problems)
    return _last_read[root][1:]


def _stamp(root: Path) -> Stamp:
    files = (file for folder in FOLDERS for file in sorted((root / folder).rglob("*")) if file.is_file())
    return tuple((file.as_posix(), file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def _notice(language: str, problems: Problems) -> str:
    return fill("problems", language, problems=list(problems))
