"""While somebody writes: the last good version of every file that is broken at the moment."""

from dataclasses import replace
from typing import Any

from kontuar.course import Course, Module
from kontuar.quizzes.exam import EXAM, Exam


def mended(course: Course, last: Course | None, broken: set[str]) -> Course:
    """The course with the last good version of every file that is broken now, as far as there was one."""
    if last is None or not broken:
        return course
    if course.outline is None:
        return last
    if last.languages != course.languages:  # nothing of before speaks a language that has just come
        return course
    banks = course.banks | {name: bank for name, bank in last.banks.items() if bank.path in broken}
    articles = {
        name: _mended_pages(course.articles.get(name, {}), pages, broken) for name, pages in last.articles.items()
    }
    before = {module.id: module for module in last.modules}
    modules = tuple(_mended_module(module, before.get(module.id), broken) for module in course.modules)
    exam = _mended_exam(replace(course, banks=banks), last, broken)
    return replace(course, banks=banks, articles=course.articles | articles, modules=modules, exam=exam)


def _mended_exam(course: Course, last: Course, broken: set[str]) -> Exam | None:
    """The exam, or the last good one while its file or one of its banks is broken."""
    if course.exam or not last.exam:
        return course.exam
    files = {EXAM.as_posix(), *(last.banks[rule.bank].path for rule in last.exam.draw)}
    there = all(rule.bank in course.banks for rule in last.exam.draw)
    return last.exam if files & broken and there else None


def _mended_module(module: Module, last: Module | None, broken: set[str]) -> Module:
    if last is None:
        return module
    now = {lesson.id: lesson for lesson in module.lessons}
    lessons = [
        replace(lesson, pages=_mended_pages(now[lesson.id].pages if lesson.id in now else {}, lesson.pages, broken))
        for lesson in last.lessons
    ]
    kept = [lesson for lesson in lessons if lesson.pages]
    new = [lesson for lesson in module.lessons if lesson.id not in {old.id for old in last.lessons}]
    bank = last.bank if last.bank and last.bank.path in broken else module.bank
    return replace(module, lessons=(*kept, *new), bank=bank)


def _mended_pages(now: dict[str, Any], last: dict[str, Any], broken: set[str]) -> dict[str, Any]:
    return now | {language: page for language, page in last.items() if page.path in broken}
