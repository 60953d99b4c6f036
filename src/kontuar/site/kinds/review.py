"""Spaced review: the questions that come back, one at a time; they come from the pages of the banks."""

from collections.abc import Iterator

from kontuar.course import Course
from kontuar.questions import types
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.practice import styles_of

URI = "review.md"
LOOKS = ("review/style.css",)


def uris(course: Course, _language: str) -> Iterator[str]:
    """One page, where there are questions."""
    if course.banks:
        yield URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """One page, before anything is asked."""
    for uri in uris(desk.course, desk.language):
        view, banks = desk.view(uri), desk.course.banks.values()
        addresses = {bank.id: view.way(plan.bank_uri(bank.id)) for bank in banks}
        titles = {module["bank"]: module["title"] for module in view.modules()}
        listed = [{"url": addresses[bank.id], "title": titles.get(bank.id, bank.id)} for bank in banks]
        questions = {bank.id: " ".join(question.id for question in bank.scored) for bank in banks}
        known = {"banks": addresses, "questions": questions}
        values = {"banks": listed, "known": known, "home_url": view.way("index.md")}
        title, about = desk.words["review.title"], desk.words["review.about"]
        looks = tuple(dict.fromkeys((*(look for bank in banks for look in styles_of(bank)), *LOOKS)))
        speaks = ("questions", "quizzes", "review", *types())
        sheet = desk.sheet().html(desk.fill("review", **values))
        yield desk.page(uri, title, "review", sheet, looks=looks, speaks=speaks, description=about, hide=("toc",))
