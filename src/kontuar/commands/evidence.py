"""Grading an evidence file again, against the course in a folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kontuar.certificates.evidence import LARGEST, File, Refused, read
from kontuar.certificates.verify import Line, Verdict, verdict, verify
from kontuar.core.phrases import Phrases, catalogue
from kontuar.core.problems import Problems
from kontuar.course import Course, load
from kontuar.course.standard import standard
from kontuar.quizzes.exam import EXAM_ID

SIGNS = {"matches": "✓", "differs": "✗", "unknown": "?", "note": "·"}


class Unreadable(Exception):
    """Why nothing could be graded, in the words for a trainer."""


@dataclass(frozen=True)
class Regraded:
    """A file, the course that it was held against, and what came out."""

    file: File
    course: Course
    lines: list[Line]

    @property
    def verdict(self) -> Verdict:
        """All in one word."""
        return verdict(self.lines)

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        evidence = self.file.evidence
        versions = {"version": evidence.version, "course_version": self.course.version}
        lines = [line.as_json() for line in self.lines]
        return {"verdict": self.verdict, "course": evidence.course, **versions, "lines": lines}

    def text(self, language: str) -> str:
        """For people."""
        words = Phrases(language)
        told = [f"{SIGNS[line.verdict]} {_sentence(line, self.course, words)}" for line in self.lines]
        found = [f"{words[f'check.verdict-{self.verdict}']}. {words[f'check.sum-{self.verdict}']}", "", *told, ""]
        evidence = self.file.evidence
        if evidence.version != self.course.version and self.verdict != "matches":
            date = evidence.completed[:10]
            found += [words["check.checkout"].format(given=evidence.version, date=date), ""]
        return "\n".join([*found, words["check.proves"]])


def regrade(file: Path, root: Path, language: str | None) -> Regraded:
    """Everything that a file claims, computed again.

    Raises:
        Unreadable: there is no file, or it is none of ours, or there is no course.
    """
    problems = Problems()
    course = load(root, problems)
    words = Phrases(speaks(course, language))
    if course.outline is None or problems.errors():
        raise Unreadable(words["check.evidence-no-course"].format(folder=root))
    try:
        with file.open("rb") as stream:
            found = read(stream.read(LARGEST + 1))
    except OSError:
        raise Unreadable(words["check.evidence-no-file"].format(file=file)) from None
    except Refused as refused:
        raise Unreadable(words[f"check.refused-{refused}"]) from None
    return Regraded(found, course, verify(found, standard(course)))


def speaks(course: Course, language: str | None) -> str:
    """The language of the report."""
    return language or (course.languages[0] if course.languages[0] in ("pl", "en") else "en")


def _sentence(line: Line, course: Course, words: Phrases) -> str:
    values = {name: _value(name, value, course, words) for name, value in line.args.items()}
    suffix = {"matches": "-ok", "unknown": "-open"}.get(line.verdict, "")
    key = f"check.{line.what}{suffix}"
    key = key if key in catalogue() else f"check.{line.what}"
    count = line.args.get("n")
    if isinstance(count, int):
        return words.count(key, count, **{name: value for name, value in values.items() if name != "n"})
    return words[key].format(**values)


def _value(name: str, value: str | float, course: Course, words: Phrases) -> str:
    if not isinstance(value, str):
        number = f"{value:.2f}".rstrip("0").rstrip(".")
        return number.replace(".", ",") if words.language == "pl" else number
    if name == "paper" and value == EXAM_ID:
        return words["check.exam-name"]
    titles = {module.id: module.entry.title for module in course.modules} if name == "paper" else {}
    if name == "dialogue":
        titles = {name: found.dialogue.title for name, found in course.dialogues.items()}
    return titles[value].of(words.language) if value in titles else value
