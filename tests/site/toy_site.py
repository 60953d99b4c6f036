"""A small site in two languages in place of a course: what the frame, the look and the shell are tried on.

MkDocs loads it as a hook before ours: it takes the place of kontuar.site.site.
"""

import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from kontuar.core.problems import Place, Problems
from kontuar.site.languages import address, folder
from kontuar.site.page import Site, SitePage

TOY = Path(__file__).parent / "toy"
LANGUAGES = ("pl", "en")
LESSON = "course/complaints/not-my-job.md"
MODULE = "course/complaints/index.md"
UNTRANSLATED = "course/complaints/untranslated.md"
TITLES = {
    "pl": {
        "course": "Z drugiej strony lady & Co <3",
        "index.md": "Start",
        MODULE: "Reklamacja: biorę to na siebie",
        LESSON: "„Ja tylko przyjmuję”",
        UNTRANSLATED: "Tylko po polsku",
        "banks/complaints.md": "Pytania",
        "privacy.md": "Prywatność",
        "card.md": "Karta rozmowy",
    },
    "en": {
        "course": "Across the Counter & Co <3",
        "index.md": "Home",
        MODULE: "Complaints: I take this on",
        LESSON: "“I only take complaints in”",
        "banks/complaints.md": "Questions",
        "privacy.md": "Privacy",
        "card.md": "Conversation card",
    },
}


def make(root: Path, language: str | None, serving: bool) -> Site:
    """The toy in one language; a code in docs/problem.txt gives it a problem."""
    chosen = language or LANGUAGES[0]
    problems = Problems()
    broken = root / "docs" / "problem.txt"
    if broken.exists():
        problems.add(broken.read_text("utf-8").strip(), Place("quizzes/banks/toy.yml", 3, 5, 9))
    pages = {uri: _page(root, uri, chosen) for uri in TITLES[chosen] if uri.endswith(".md")}
    return Site(
        language=chosen,
        languages=LANGUAGES,
        name=TITLES[chosen]["course"],
        description='Opis & "więcej"',
        course_id="toy",
        pages=pages,
        nav=_nav(TITLES[chosen]),
        files={"course/complaints/box.svg": root / "docs" / "box.svg"},
        made={},
        alternates=_alternates(),
        problems=problems,
    )


def _page(root: Path, uri: str, language: str) -> SitePage:
    title, more = TITLES[language][uri], _more(root, uri)
    slots = tuple(_filled(slot, language) for slot in more.pop("slots", ()))
    markdown = more.pop("markdown").replace("LESSON", title)
    return SitePage(uri, title, markdown, slots, **more)


def _more(root: Path, uri: str) -> dict[str, Any]:
    question = (TOY / "question.html").read_text("utf-8")
    if uri == "index.md":
        hero, hide = (TOY / "hero.html").read_text("utf-8"), ("navigation", "toc")
        styles = ("look/home.css",)
        return {"markdown": "kt-slot-0", "slots": (hero,), "kind": "home", "styles": styles, "hide": hide}
    if uri == LESSON:
        return {
            "markdown": (TOY / "lesson.md").read_text("utf-8"),
            "slots": ('<p class="kt-over"><a href="../">Moduł 6</a> · lekcja 1 z 2 · 8 minut</p>', question),
            "kind": "lesson",
            "styles": ("look/lesson.css", "site/look/question.css"),
            "description": "O braniu <sprawy> & „reszcie”",
            "data": {"lesson": "complaints/not-my-job"},
        }
    if uri == "banks/complaints.md":
        return {"markdown": "kt-slot-0", "slots": (question,), "kind": "bank", "styles": ("look/question.css",)}
    if uri == "card.md":
        return {"markdown": (TOY / "article.md").read_text("utf-8")}
    if uri == "privacy.md":
        return {"markdown": (root / "docs" / "privacy.md").read_text("utf-8")}
    return {"markdown": "Uwaga: opis.\n\n![pudełko](box.svg)", "kind": "module"}


def _filled(slot: str, language: str) -> str:
    return slot.replace("COURSE", "Lada").replace("MODULE", TITLES[language][MODULE])


def _nav(titles: dict[str, str]) -> list[Any]:
    lessons = [{titles[uri]: uri} for uri in (LESSON, UNTRANSLATED) if uri in titles]
    articles = [{titles[uri]: uri} for uri in ("card.md", "privacy.md")]
    return [{titles["index.md"]: "index.md"}, {f"6. {titles[MODULE]}": [MODULE, *lessons]}, {"A & <b>": articles}]


def _alternates() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for uri in TITLES[language]:
            found.setdefault(uri, {})[language] = folder(LANGUAGES, language) + address(uri)
    return found


if os.environ.get("KONTUAR_TOY"):
    module = ModuleType("kontuar.site.site")
    module.make = make  # type: ignore[attr-defined]
    sys.modules["kontuar.site.site"] = module
