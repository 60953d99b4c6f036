"""Whether an evidence file holds against a course: every paper drawn and graded again; verify.js is its twin.

What does not fit a paper of the same course version differs; what does not fit one of another version can't be
checked, since the course may have changed since.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict

from kontuar.certificates.evidence import Asked, Evidence, File, Paper, Talk
from kontuar.core.marks import TOLERANCE, passes
from kontuar.dialogues.walk import WrongMove, walk
from kontuar.questions import types
from kontuar.questions.result import Result, Unusable
from kontuar.quizzes.draw import Entry, Rules, draw_all

Verdict = Literal["matches", "differs", "unknown", "note"]
BLANKS: tuple[Any, ...] = (None, "", [], {})  # how the types spell "no answer"


class Drawing(TypedDict):
    """How many questions a paper takes from a bank, and those that it may take."""

    take: int
    levels: Mapping[str, int]
    pool: list[Entry]


class Test(TypedDict):
    """A test that the course has: how its papers are drawn, and its mark."""

    mark: float
    draws: list[Drawing]


class Graded(TypedDict):
    """What grading a question needs."""

    type: str
    hash: str
    key: Mapping[str, Any]


class Requirements(TypedDict):
    """The course without its keys; `lessons` and `papers` are the ids that its certificate asks for."""

    course: str
    version: str
    lessons: list[str]
    papers: list[str]
    talks: int
    tests: Mapping[str, Test]


class Standard(Requirements):
    """What the course says today."""

    questions: Mapping[str, Graded]
    dialogues: Mapping[str, Mapping[str, Any]]
    """Of each: `hash` and `script`."""


@dataclass(frozen=True)
class Line:
    """One thing that was looked at: what it was, how it came out, and what the sentence about it needs."""

    what: str
    verdict: Verdict
    args: Mapping[str, str | float] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The shape that verify.js gives too."""
        return {"what": self.what, "verdict": self.verdict, "args": dict(self.args)}


def verify(file: File, standard: Standard) -> list[Line]:
    """What matches and what does not, in the order in which it is told."""
    return list(_Check(file.evidence, standard).lines(file.sound))


def verdict(lines: list[Line]) -> Verdict:
    """All in one word: one difference outweighs everything."""
    found = {line.verdict for line in lines}
    return "differs" if "differs" in found else "unknown" if "unknown" in found else "matches"


@dataclass(frozen=True)
class _Check:
    evidence: Evidence
    standard: Standard

    def lines(self, sound: bool) -> Iterator[Line]:
        yield Line("digest", "matches" if sound else "differs")
        ours, theirs = self.standard["course"], self.evidence.course
        if theirs != ours:
            yield Line("course", "differs", {"given": theirs, "found": ours})
            return
        yield Line("course", "matches", {"found": ours})
        yield self._version()
        for paper in self.evidence.papers:
            yield from self._paper(paper)
        for talk in self.evidence.dialogues:
            yield self._talk(talk)
        yield from self._complete()

    def _version(self) -> Line:
        given, found = self.evidence.version, self.standard["version"]
        return Line("version", "matches" if given == found else "note", {"given": given, "found": found})

    def _off(self, version: str) -> Verdict:
        """What it means that something does not fit."""
        return "differs" if version == self.standard["version"] else "unknown"

    def _paper(self, paper: Paper) -> Iterator[Line]:
        off = self._off(paper.version)
        test = self.standard["tests"].get(paper.id)
        if test is None:
            yield Line("no-test", off, {"paper": paper.id})
            return
        drawn = [asked.id for asked in paper.questions] == self._drawn(test, paper)
        about: dict[str, str | float] = {"paper": paper.id, "seed": paper.seed, "attempt": paper.attempt}
        yield Line("drawn", "matches" if drawn else off, about)
        results = [self._graded(asked) for asked in paper.questions]
        for asked, result in zip(paper.questions, results, strict=True):
            yield self._question(asked, result, off)
        yield from self._sums(paper, test, results)

    def _drawn(self, test: Test, paper: Paper) -> list[str] | None:
        """The questions that seed and attempt give today; none where the bank has become too small."""
        parts: list[tuple[Rules, list[Entry]]] = [
            ({"take": rules["take"], "levels": rules["levels"]}, rules["pool"]) for rules in test["draws"]
        ]
        try:
            return draw_all(parts, paper.seed, paper.attempt)
        except ValueError:
            return None

    def _graded(self, asked: Asked) -> Result | Unusable | None:
        """What the answer earns today; none where the question is another one by now."""
        question = self.standard["questions"].get(asked.id)
        if question is None or question["hash"] != asked.hash:
            return None
        refused = Unusable()
        for answer in BLANKS if asked.answer is None else [asked.answer]:
            try:
                return types()[question["type"]].grade(question["key"], answer)
            except Unusable as error:
                refused = error
        return refused

    def _question(self, asked: Asked, result: Result | Unusable | None, off: Verdict) -> Line:
        if result is None:
            known = asked.id in self.standard["questions"]
            return Line("changed" if known else "no-question", off, {"question": asked.id})
        if isinstance(result, Unusable):
            return Line("unusable", "differs", {"question": asked.id})
        found: dict[str, str | float] = {"question": asked.id, "points": result.points, "max": result.max}
        given = (asked.points, asked.max)
        if asked.points is None or asked.max is None or _close(given, (result.points, result.max)):
            return Line("question", "matches", found)
        return Line("question", "differs", {**found, "given": asked.points, "of": asked.max})

    def _sums(self, paper: Paper, test: Test, results: list[Result | Unusable | None]) -> Iterator[Line]:
        given: dict[str, str | float] = {"paper": paper.id, "given": paper.points, "of": paper.max}
        sound = [result for result in results if isinstance(result, Result)]
        if len(sound) < len(results):
            yield Line("points", "differs" if any(isinstance(one, Unusable) for one in results) else "unknown", given)
            return
        points, most = sum(one.points for one in sound), sum(one.max for one in sound)
        same = _close((paper.points, paper.max), (points, most))
        yield Line("points", "matches" if same else "differs", {**given, "points": points, "max": most})
        mark: dict[str, str | float] = {"paper": paper.id, "mark": test["mark"]}
        if abs(paper.mark - test["mark"]) > TOLERANCE:
            yield Line("mark", self._off(paper.version), {**mark, "given": paper.mark})
        else:
            yield Line("passed", "matches" if passes(points, most, test["mark"]) else "differs", mark)

    def _talk(self, talk: Talk) -> Line:
        about: dict[str, str | float] = {"dialogue": talk.id}
        known = self.standard["dialogues"].get(talk.id)
        if known is None or known["hash"] != talk.hash:
            return Line("talk-changed", self._off(self.evidence.version), about)
        try:
            result = walk(known["script"], talk.moves)
        except WrongMove:
            return Line("talk", "differs", about)
        good = result["ending"] == talk.ending and result["outcome"] in ("success", "partial")
        return Line("talk", "matches" if good else "differs", about)

    def _complete(self) -> Iterator[Line]:
        off, evidence, standard = self._off(self.evidence.version), self.evidence, self.standard
        handed_in = {paper.id for paper in evidence.papers}
        read = {lesson.id for lesson in evidence.lessons}
        talked = {talk.id for talk in evidence.dialogues}
        untaken = [name for name in standard["papers"] if name not in handed_in]
        unread = [name for name in standard["lessons"] if name not in read]
        for name in untaken:
            yield Line("no-paper", off, {"paper": name})
        if unread:
            yield Line("unread", off, {"n": len(unread), "lesson": unread[0]})
        if len(talked) < standard["talks"]:
            yield Line("few-talks", off, {"n": standard["talks"] - len(talked)})
        if not untaken and not unread and len(talked) >= standard["talks"]:
            yield Line("complete", "matches", {"papers": len(standard["papers"]), "lessons": len(standard["lessons"])})


def _close(one: tuple[float | None, float | None], other: tuple[float, float]) -> bool:
    return all(given is not None and abs(given - found) <= TOLERANCE for given, found in zip(one, other, strict=True))
