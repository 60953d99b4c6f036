"""The glossary as pages see it: terms in alphabetical order, where they are used, and those of one page."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from kontuar.core.markup import inline
from kontuar.course import Course
from kontuar.course.glossary import GLOSSARY, Term
from kontuar.course.pages import Page
from kontuar.site import plan
from kontuar.site.plan import Plan

ALPHABETS = {"pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż"}


def alphabetical(text: str, language: str) -> list[int]:
    """What to sort a text by: its letters in the order of the language's alphabet, where we know it."""
    alphabet = ALPHABETS.get(language, "")
    return [alphabet.index(sign) if sign in alphabet else len(alphabet) + ord(sign) for sign in text.lower()]


def entries(course: Course, view: Plan) -> list[dict[str, Any]]:
    """All terms for a template, in alphabetical order."""
    used: dict[str, list[dict[str, str]]] = {}
    for place, page in _pages(course, view):
        for term in linked(course, page):
            used.setdefault(term.id, []).append(place)
    found = [_entry(term, course, view.language, used.get(term.id, [])) for term in course.glossary.values()]
    return sorted(found, key=lambda entry: alphabetical(entry["term"], view.language))


def by_letter(found: Iterable[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Sorted entries under their first letters."""
    return [(letter, list(group)) for letter, group in groupby(found, lambda entry: str(entry["term"])[0].upper())]


def linked(course: Course, page: Page[Any]) -> list[Term]:
    """The terms that a page links to, each once."""
    ids = dict.fromkeys(link.fragment for link in page.links if link.target == GLOSSARY)
    return [course.glossary[name] for name in ids if name in course.glossary]


def _entry(term: Term, course: Course, language: str, used: list[dict[str, str]]) -> dict[str, Any]:
    others = [(other, term.term.of(other)) for other in course.languages if other != language]
    means = inline(term.means.of(language))
    return {"id": term.id, "term": term.term.of(language), "means": means, "others": others, "used": used}


def _pages(course: Course, view: Plan) -> Iterator[tuple[dict[str, str], Page[Any]]]:
    """Lessons and articles of a language, each with its title and the way to it."""
    found: list[tuple[str, Mapping[str, Page[Any]]]] = [
        (plan.lesson_uri(lesson), lesson.pages) for module in course.modules for lesson in module.lessons
    ]
    found += [(f"{name}.md", pages) for name, pages in course.articles.items()]
    for uri, pages in found:
        if view.language in pages:
            page = pages[view.language]
            yield {"title": page.front.title, "url": view.way(uri)}, page
