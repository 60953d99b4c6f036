"""Quiz fences of a page: which questions stand there."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import Field

from kontuar.banks import Bank
from kontuar.core.problems import Place, Problems
from kontuar.core.schema import Fault, Strict, build
from kontuar.core.source import Source
from kontuar.core.tree import Map, parse, place
from kontuar.core.words import Slug, Whole, YesNo
from kontuar.course.fences import Fence
from kontuar.questions.question import Level
from kontuar.quizzes.draw import Entry, draw


class QuizFence(Strict):
    """What may stand in a ```quiz fence: questions by id, or some drawn from a bank; how sure one is may be asked."""

    questions: tuple[str, ...] = ()
    bank: Slug | None = Field(default=None, alias="from")
    draw: Whole | None = Field(default=None, gt=0)
    level: tuple[Level, ...] = ()
    certainty: YesNo = False

    def faults(self) -> Iterator[Fault]:
        """A fence either lists questions or draws them."""
        if bool(self.questions) == bool(self.draw):
            yield Fault("quiz.list-or-draw", (), {})


@dataclass(frozen=True)
class Quiz:
    """The questions of one fence, as (bank id, question id)."""

    fence: Fence
    items: tuple[tuple[str, str], ...]
    certainty: bool = False


@dataclass(frozen=True)
class Where:
    """The page that a fence stands in: path, line of its body, the bank that bare ids mean.

    `unread` names the banks whose files have mistakes of their own: nothing more is said about those.
    """

    path: str
    first_line: int
    bank: str | None
    unread: Collection[str] = ()


def read_quiz(
    fence: Fence, where: Where, banks: Mapping[str, Bank], languages: tuple[str, ...], problems: Problems
) -> Quiz:
    """The quiz in a fence, with the questions that could be found."""
    line = where.first_line + fence.first
    if not fence.text.strip():
        problems.add("quiz.empty", Place(where.path, line, len(fence.indent) + 1, len(fence.indent) + 8))
        return Quiz(fence, ())
    tree = parse(Source(where.path, fence.text), problems, first_line=line + 1)
    if tree is None:
        return Quiz(fence, ())
    wanted = build(QuizFence, tree, where.path, problems, languages=languages)
    if wanted is None:
        return Quiz(fence, ())
    if wanted.draw and isinstance(tree, Map):
        return Quiz(fence, tuple(_drawn(wanted, tree, where, banks, problems)), wanted.certainty)
    names = enumerate(wanted.questions)
    found = (_named(name, place(where.path, tree, ("questions", n)), where, banks, problems) for n, name in names)
    return Quiz(fence, tuple(item for item in found if item), wanted.certainty)


def _drawn(
    wanted: QuizFence, tree: Map, where: Where, banks: Mapping[str, Bank], problems: Problems
) -> Iterator[tuple[str, str]]:
    """A draw made at build, by the page's own seed: the same for every reader, another for every page."""
    name = wanted.bank or where.bank or ""
    bank = banks.get(name)
    if bank is None:
        _unknown_bank(name, place(where.path, tree, ("from",)), where, problems)
        return
    pool = [q for q in bank.scored if not wanted.level or q.level in wanted.level]
    if wanted.draw is not None and len(pool) < wanted.draw:
        at = place(where.path, tree, ("draw",))
        problems.add("quiz.too-few", at, draw=wanted.draw, found=len(pool), bank=name)
        return
    entries: list[Entry] = [{"id": question.id, "level": None} for question in pool]
    page = where.path.rsplit("/", 1)[-1].split(".")[0]
    for question_id in draw({"take": wanted.draw or 0, "levels": {}}, entries, page, 1):
        yield bank.id, question_id


def _named(
    name: str, at: Place, where: Where, banks: Mapping[str, Bank], problems: Problems
) -> tuple[str, str] | None:
    bank_id, slash, question_id = name.rpartition("/")
    if not slash and where.bank is None:
        problems.add("quiz.bare-id", at, name=name)
        return None
    bank = banks.get(bank_id or where.bank or "")
    if bank is None:
        _unknown_bank(bank_id or where.bank or "", at, where, problems)
        return None
    if question_id not in bank.questions and question_id not in bank.broken:
        near = get_close_matches(question_id, bank.questions, 1)
        code = "quiz.near-question" if near else "quiz.unknown-question"
        problems.add(code, at, name=question_id, path=bank.path, near=near[0] if near else "")
        return None
    return bank.id, question_id


def _unknown_bank(name: str, at: Place, where: Where, problems: Problems) -> None:
    if name not in where.unread:
        problems.add("quiz.unknown-bank", at, bank=name)
