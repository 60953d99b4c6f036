"""The exam over all modules; its questions come from the pages of the banks."""

from collections.abc import Iterator

from kontuar.course import Course
from kontuar.questions import types
from kontuar.site import plan
from kontuar.site.desk import Desk
from kontuar.site.page import SitePage
from kontuar.site.papers import LOOKS, Papers
from kontuar.site.practice import styles_of


def uris(course: Course, _language: str) -> Iterator[str]:
    """One page, where there is an exam."""
    if course.exam:
        yield plan.EXAM_URI


def pages(desk: Desk) -> Iterator[SitePage]:
    """The exam before it begins."""
    if exam := desk.course.exam:
        rules = Papers(desk.course, desk.view(plan.EXAM_URI), desk.uris).exam(exam)
        values = {"rules": rules, "size": exam.size, "version": desk.course.version}
        sheet = desk.sheet().html(desk.fill("exam", **values))
        banks = [desk.course.banks[rule.bank] for rule in exam.draw]
        looks = (*LOOKS, *(style for bank in banks for style in styles_of(bank)))
        title, speaks = desk.words["site.exam"], ("questions", "quizzes", *types())
        about = f"{desk.words.count('site.test-about', exam.size)}. {desk.words['site.exam-description']}"
        more = {"description": about, "hide": ("toc",)}
        yield desk.page(plan.EXAM_URI, title, "exam", sheet, looks=looks, speaks=speaks, **more)
