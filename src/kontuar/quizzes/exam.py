"""quizzes/exam.yml: the exam over several banks, its pass mark, and the wait between attempts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from pydantic import Field

from kontuar.banks import Bank
from kontuar.core.problems import Place, Problems
from kontuar.core.schema import Fault, Strict, build
from kontuar.core.source import read
from kontuar.core.tree import Tree, parse, place
from kontuar.core.words import Decimal, Slug, Whole
from kontuar.questions.question import Level, repeated
from kontuar.quizzes.strata import shortages

EXAM = Path("quizzes/exam.yml")
EXAM_ID = "exam"
"""What progress calls the exam, so that no module may."""


class ExamDraw(Strict):
    """How many questions one bank gives to a paper, and how many of them at each level."""

    bank: Slug = Field(alias="from")
    take: Whole = Field(gt=0)
    levels: dict[Level, Whole] = Field(default_factory=dict)


class Exam(Strict):
    """The whole of exam.yml: mark in per cent, times in minutes; without `timer` nobody is timed."""

    mark: Decimal = Field(default=80.0, ge=0, le=100, alias="pass")
    cooldown: Whole = Field(default=0, ge=0)
    timer: Whole | None = Field(default=None, gt=0)
    draw: tuple[ExamDraw, ...] = Field(min_length=1)

    def faults(self) -> Iterator[Fault]:
        """Banks that stand twice: two rules could draw the same question."""
        for number in repeated([rule.bank for rule in self.draw]):
            yield Fault("exam.same-bank", ("draw", number, "from"), {"bank": self.draw[number].bank})

    @property
    def size(self) -> int:
        """How many questions a paper has."""
        return sum(rule.take for rule in self.draw)


def read_exam(
    root: Path, languages: Sequence[str], banks: Mapping[str, Bank], unread: Collection[str], problems: Problems
) -> Exam | None:
    """The exam of a course, if it has one whose banks are all there and can fill it.

    `unread` names the banks whose files have mistakes of their own: nothing more is said about those.
    """
    if not (root / EXAM).is_file():
        return None
    source = read(root, root / EXAM, problems)
    tree = parse(source, problems) if source else None
    exam = build(Exam, tree, EXAM.as_posix(), problems, languages=languages) if tree is not None else None
    if exam is None or tree is None:
        return None
    faults = [fault for number, rule in enumerate(exam.draw) for fault in _faults(number, rule, banks, unread)]
    for fault in faults:
        problems.add(fault.code, _place(tree, fault), **fault.args)
    return exam if not faults and all(rule.bank in banks for rule in exam.draw) else None


def _faults(number: int, rule: ExamDraw, banks: Mapping[str, Bank], unread: Collection[str]) -> Iterator[Fault]:
    at = ("draw", number)
    if rule.bank in banks:
        for fault in shortages(banks[rule.bank], rule.take, rule.levels, paper="exam", field="take"):
            yield Fault(fault.code, (*at, *fault.loc), fault.args)
    elif rule.bank not in unread:
        near = get_close_matches(rule.bank, banks, 1)
        code = "exam.near-bank" if near else "exam.unknown-bank"
        yield Fault(code, (*at, "from"), {"bank": rule.bank, "near": near[0] if near else ""})


def _place(tree: Tree, fault: Fault) -> Place:
    return place(EXAM.as_posix(), tree, fault.loc)
