"""What a test and the exam hand to their element: the rules of the draw, and what the result has to tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kontuar.banks import Bank
from kontuar.course import Course, Module
from kontuar.questions.question import Level, plain
from kontuar.quizzes.exam import Exam
from kontuar.site import plan
from kontuar.site.plan import Plan
from kontuar.site.practice import Practice
from kontuar.site.typography import typeset

LOOKS = ("quizzes/style.css",)


@dataclass(frozen=True)
class Papers:
    """The papers of a course, seen from one page; uris tell where the files that a question may name lie."""

    course: Course
    view: Plan
    uris: dict[Path, str]

    def test(self, module: Module) -> dict[str, Any]:
        """The rules of a module's test."""
        rules = module.entry.test
        if rules is None or module.bank is None:
            return {}
        part = self._part(module.bank, rules.draw, rules.levels)
        return self._rules([part], [module.bank], mark=plain(rules.mark))

    def exam(self, exam: Exam) -> dict[str, Any]:
        """The rules of the exam."""
        banks = [self.course.banks[rule.bank] for rule in exam.draw]
        parts = [self._part(bank, rule.take, rule.levels) for bank, rule in zip(banks, exam.draw, strict=True)]
        certificate = self.view.way(plan.CERTIFICATE_URI) if self.course.has_certificate else ""
        more = {"cooldown": exam.cooldown, "timer": exam.timer or 0, "certificate": certificate}
        return self._rules(parts, banks, mark=plain(exam.mark), **more)

    def _rules(self, parts: list[dict[str, Any]], banks: Iterable[Bank], **more: Any) -> dict[str, Any]:
        scored = [question for bank in banks for question in bank.scored]
        objectives = Practice(self.course, self.view, self.uris).objectives(scored)
        return {"cooldown": 0, "timer": 0, "certificate": "", **more, "parts": parts, "objectives": objectives}

    def _part(self, bank: Bank, take: int, levels: Mapping[Level, int]) -> dict[str, Any]:
        """What one bank gives; its questions as id, level and objective, without those that are not scored."""
        titles = [module.entry.title.of(self.view.language) for module in self.course.modules if module.bank == bank]
        return {
            "bank": bank.id,
            "title": typeset(titles[0] if titles else bank.id, self.view.language),
            "url": self.view.way(plan.bank_uri(bank.id)),
            "take": take,
            "levels": dict(levels),
            "questions": [[question.id, question.level, question.objective or ""] for question in bank.scored],
        }
