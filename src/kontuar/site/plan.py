"""The course as a page sees it: titles in one language, addresses from where the page lies."""

import json
import posixpath
from dataclasses import dataclass
from typing import Any

from kontuar.core.markup import inline
from kontuar.course import Course, Lesson, Module
from kontuar.questions.question import plain
from kontuar.quizzes.exam import EXAM_ID
from kontuar.site.languages import address
from kontuar.site.typography import typeset


def way(page: str, target: str, fragment: str = "") -> str:
    """The relative address of one page of a language from another, both by uri.

    >>> way("course/complaints/test.md", "banks/complaints.md", "first")
    '../../../banks/complaints/#first'
    """
    here, there = address(page) or ".", address(target) or "."
    path = posixpath.relpath(there, here)
    return ("./" if path == "." else f"{path}/") + (f"#{fragment}" if fragment else "")


def lesson_uri(lesson: Lesson) -> str:
    """Where a lesson lies in each language."""
    return f"course/{lesson.full_id}.md"


def module_uri(module: Module) -> str:
    """Where a module's own page lies."""
    return f"course/{module.id}/index.md"


def test_uri(module: Module) -> str:
    """Where a module's test lies."""
    return f"course/{module.id}/test.md"


def has_test(module: Module) -> bool:
    """Whether a module has a test that can be taken."""
    return module.entry.test is not None and module.bank is not None


def print_uri(module: Module) -> str:
    """Where a whole module lies to be printed."""
    return f"course/{module.id}/print.md"


def bank_uri(bank: str) -> str:
    """Where the page with all questions of a bank lies."""
    return f"banks/{bank}.md"


def sheet_uri(bank: str) -> str:
    """Where a bank's questions lie as a sheet to print."""
    return f"banks/{bank}/sheet.md"


CERTIFICATE_URI = "certificate.md"
EXAM_URI = "exam.md"
CHECK_URI = "check-certificate.md"
GLOSSARY_URI = "glossary.md"
MY_COURSE_URI = "my-course.md"
MY_DATA_URI = "my-data.md"
KNOWLEDGE_URI = "print.md"
STEPS_URI = "course/steps.json"


def steps(course: Course, language: str) -> str:
    """JSON that tells scripts what makes up each module: the names of its lessons, and "test" where it has one."""
    lessons = {
        module.id: [lesson.id for lesson in module.lessons if language in lesson.pages] for module in course.modules
    }
    tests = {module.id: ["test"] for module in course.modules if has_test(module)}
    return json.dumps({name: [*lessons[name], *tests.get(name, [])] for name in lessons})


@dataclass(frozen=True)
class Plan:
    """A course in one language, seen from one page."""

    course: Course
    language: str
    page: str

    def way(self, uri: str) -> str:
        """The address of another page from here."""
        return way(self.page, uri)

    def file(self, uri: str) -> str:
        """The address of a file that is no page, or of a page, from here."""
        if uri.endswith(".md"):
            return self.way(uri)
        return posixpath.relpath(uri, address(self.page) or ".")

    def modules(self) -> list[dict[str, Any]]:
        """All modules, for templates."""
        return [self.module(module) for module in self.course.modules]

    def module(self, module: Module) -> dict[str, Any]:
        """One module, for templates and scripts."""
        entry, lessons = module.entry, self.lessons(module)
        return {
            "id": module.id,
            "number": module.number,
            "title": typeset(entry.title.of(self.language), self.language),
            "about": entry.about.of(self.language) if entry.about else "",
            "objectives": [objective.text.of(self.language) for objective in entry.objectives],
            "url": self.way(module_uri(module)),
            "minutes": sum(lesson["minutes"] for lesson in lessons),
            "lessons": lessons,
            "print_url": self.way(print_uri(module)),
            "bank": entry.bank_id,
            "bank_url": self.way(bank_uri(module.bank.id)) if module.bank else "",
            "test": self.test(module),
        }

    def lessons(self, module: Module) -> list[dict[str, Any]]:
        """The lessons of a module that exist in this language."""
        return [self.lesson(lesson) for lesson in module.lessons if self.language in lesson.pages]

    def lesson(self, lesson: Lesson) -> dict[str, Any]:
        """One lesson, for templates and scripts."""
        front = lesson.pages[self.language].front
        return {
            "id": lesson.full_id,
            "title": typeset(front.title, self.language),
            "url": self.way(lesson_uri(lesson)),
            "minutes": front.minutes,
            "manager": front.audience == "manager",
        }

    def test(self, module: Module) -> dict[str, Any] | None:
        """A module's test, for templates and scripts."""
        rules = module.entry.test
        if rules is None or module.bank is None:
            return None
        return {"id": module.id, "url": self.way(test_uri(module)), "draw": rules.draw, "mark": plain(rules.mark)}

    def outline(self) -> dict[str, Any]:
        """What scripts need to tell how far a learner has come; in scripts titles are text, not Markdown."""
        keys = ("id", "number", "title", "url", "lessons", "test")
        modules = [{key: module[key] for key in keys} for module in self.modules()]
        certificate = self.way(CERTIFICATE_URI) if self.course.has_certificate else ""
        outline: dict[str, Any] = {"modules": modules, "certificate": certificate, "required": self._required()}
        rules = self.course.outline.certificate if self.course.outline else None
        if exam := self.course.exam:
            how = {"mark": plain(exam.mark), "required": bool(rules and rules.exam)}
            outline["exam"] = {"id": EXAM_ID, "url": self.way(EXAM_URI), **how}
        if rules and rules.dialogues:
            url = self.way("dialogues/index.md")
            outline["talks"] = {"need": rules.dialogues, "ids": list(self.course.dialogues), "url": url}
        return outline

    def _required(self) -> list[str]:
        rules = self.course.outline.certificate if self.course.outline else None
        if rules is None or rules.modules == "all":
            return [module.id for module in self.course.modules]
        return list(rules.modules)

    def objectives(self) -> dict[str, str]:
        """The text of every objective by id."""
        return {
            objective.id: typeset(inline(objective.text.of(self.language)).striptags(), self.language)
            for module in self.course.modules
            for objective in module.entry.objectives
        }
