"""Where things lie: pages and pictures on the site, and each page in each language."""

from pathlib import Path

from kontuar.course import Course
from kontuar.course.glossary import GLOSSARY
from kontuar.course.pages import is_hidden
from kontuar.site import kinds, plan
from kontuar.site.languages import address, folder


def uris(course: Course) -> dict[Path, str]:
    """Where the files that a page may link to lie on the site; the same in every language."""
    found: dict[Path, str] = {}
    for name, pages in course.articles.items():
        found |= {Path(page.path): f"{name}.md" for page in pages.values()}
    for module in course.modules:
        for lesson in module.lessons:
            found |= {Path(page.path): plan.lesson_uri(lesson) for page in lesson.pages.values()}
    if course.glossary:
        found[GLOSSARY] = plan.GLOSSARY_URI
    return found | {file.relative_to(course.root): uri for uri, file in files(course.root).items()}


def files(root: Path) -> dict[str, Path]:
    """Pictures and other files beside the pages, by address."""
    found: dict[str, Path] = {}
    for base in (root / "docs", root / "course", root / "quizzes"):
        for file in sorted(base.rglob("*")) if base.is_dir() else ():
            if file.suffix not in (".md", ".yml") and _published(file, base):
                found[_file_uri(root, file)] = file
    return found


def _published(file: Path, base: Path) -> bool:
    """Neither hidden nor a way out of the course's folder."""
    inside = file.is_file() and file.resolve().is_relative_to(base.resolve())
    return inside and not is_hidden(file, base)


def _file_uri(root: Path, file: Path) -> str:
    parts = file.relative_to(root).parts
    if parts[0] == "docs":
        return "/".join(parts[1:])
    if parts[0] == "quizzes":
        return "/".join(parts)
    return "/".join((parts[0], parts[1].lstrip("0123456789").removeprefix("-"), *parts[2:]))


def alternates(course: Course) -> dict[str, dict[str, str]]:
    """For every page the languages in which it exists, with its address under the root site."""
    found: dict[str, dict[str, str]] = {}
    for language in course.languages:
        for page in kinds.uris(course, language):
            found.setdefault(page, {})[language] = folder(course.languages, language) + address(page)
    return found
