"""Questions as they stand on pages: quizzes in lessons, the page of a bank, and its sheet to print."""

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kontuar.banks import FOLDER, Bank
from kontuar.course import Course
from kontuar.course.quizzes import Quiz
from kontuar.questions import Question, types
from kontuar.questions.page import Setting, render, render_on_paper
from kontuar.site.plan import Plan
from kontuar.site.sheets import fill

ADDRESS = re.compile(r'(?<= )(src|href)="(?![a-z][a-z0-9+.-]*:|[/#])([^"#]+)')
TAG = re.compile(r'<kt-([a-z]+) class="kt-card kt-q"')
STYLE = "site/look/question.css"


@dataclass(frozen=True)
class Practice:
    """The questions of one page in one language; uris tell where the files that a question may name lie."""

    course: Course
    view: Plan
    uris: dict[Path, str]

    def quiz(self, quiz: Quiz, own: str | None) -> str:
        """The questions of a fence; `own` is the bank that needs no name in ids on this page."""
        questions = self._of(quiz)
        placed = [
            self._placed(question, bank, Setting(_anchor(bank, question.id, own), n, len(questions), quiz.certainty))
            for n, (bank, question) in enumerate(questions, 1)
        ]
        return self._framed(placed, [question for _, question in questions], "h3")

    def bank(self, bank: Bank) -> Markup:
        """All questions of a bank, to practise."""
        every = list(bank.questions.values())
        placed = [self._placed(question, bank.id, Setting(question.id)) for question in every]
        return Markup(self._framed(placed, every, "h2"))  # noqa: S704

    def sheet(self, bank: Bank) -> list[tuple[Markup, Markup]]:
        """All questions of a bank on paper, each with its key."""
        return self._on_paper(bank.questions.values())

    def asked(self, quiz: Quiz, first: int) -> str:
        """The questions of a fence on paper, without their key; `first` is the number of the first one."""
        asks = [ask for ask, _ in self._pairs(quiz)]
        return fill("quiz-paper", self.view.language, questions=asks, first=first)

    def keys(self, quiz: Quiz) -> list[Markup]:
        """The key of each question of a fence."""
        return [key for _, key in self._pairs(quiz)]

    def styles(self, quizzes: Iterable[Quiz]) -> tuple[str, ...]:
        """The style sheets of the questions of some fences."""
        return _looks({question.type for quiz in quizzes for _, question in self._of(quiz)})

    def _pairs(self, quiz: Quiz) -> list[tuple[Markup, Markup]]:
        return self._on_paper(question for _, question in self._of(quiz))

    def _on_paper(self, questions: Iterable[Question]) -> list[tuple[Markup, Markup]]:
        pairs = (render_on_paper(question, self.view.language) for question in questions)
        return [(self._addressed(ask), self._addressed(key)) for ask, key in pairs]

    def _of(self, quiz: Quiz) -> list[tuple[str, Question]]:
        found = [(bank, self.course.banks[bank].questions.get(name)) for bank, name in quiz.items]
        return [(bank, question) for bank, question in found if question]

    def _framed(self, placed: Sequence[str], questions: Sequence[Question], heading: str) -> str:
        objectives = self.objectives(questions)
        return fill("quiz", self.view.language, questions=placed, objectives=objectives, heading=heading)

    def objectives(self, questions: Iterable[Question]) -> dict[str, Any]:
        """The objectives of some questions: what each says, and the lessons that teach it."""
        texts = self.view.objectives()
        wanted = {question.objective for question in questions} & set(texts)
        return {name: self.objective(name) for name in texts if name in wanted}

    def objective(self, name: str) -> dict[str, Any]:
        """What an objective says, and the lessons that teach it.

        Raises:
            KeyError: the course has no such objective.
        """
        return {"text": self.view.objectives()[name], "lessons": self._lessons(name)}

    def _lessons(self, objective: str) -> list[dict[str, str]]:
        found = (lesson for module in self.course.modules for lesson in module.lessons)
        teaching = [
            self.view.lesson(lesson)
            for lesson in found
            if self.view.language in lesson.pages and objective in lesson.pages[self.view.language].front.objectives
        ]
        return [{"title": lesson["title"], "url": lesson["url"]} for lesson in teaching]

    def _placed(self, question: Question, bank: str, setting: Setting) -> Markup:
        return self._addressed(Markup(render(question, bank, self.view.language, setting)))  # noqa: S704

    def _addressed(self, html: Markup) -> Markup:
        """Addresses of files, which a bank names as seen from its own folder, as seen from the page."""

        def address(found: re.Match[str]) -> str:
            uri = self.uris.get(Path(posixpath.normpath(f"{FOLDER.as_posix()}/{found[2]}")))
            return f'{found[1]}="{self.view.file(uri) if uri else found[2]}'

        return Markup(ADDRESS.sub(address, html))  # noqa: S704


def _anchor(bank: str, question: str, own: str | None) -> str:
    """A question's id on a page: questions of another bank than the page's own carry its name."""
    return f"q-{question}" if bank == own else f"q-{bank}-{question}"


def styles(slots: Iterable[str]) -> tuple[str, ...]:
    """The style sheets of the questions that stand on a page."""
    return _looks({name for slot in slots for name in TAG.findall(slot)})


def styles_of(bank: Bank | None) -> tuple[str, ...]:
    """The style sheets of the questions that come to a page from a bank."""
    return _looks({question.type for question in bank.questions.values()} if bank else set())


def _looks(found: set[str]) -> tuple[str, ...]:
    own = [f"questions/{name}/style.css" for name in sorted(found) if (types()[name].folder / "style.css").is_file()]
    return (STYLE, *own) if found else ()
