"""A bank: the questions of one file in quizzes/banks/, by id."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kontuar.core.links import links
from kontuar.core.nodes import leaves
from kontuar.core.problems import Place, Problems
from kontuar.core.schema import Strict, build
from kontuar.core.source import read
from kontuar.core.tree import Map, Seq, Tree, parse, place
from kontuar.core.words import Slug
from kontuar.questions import Question, types
from kontuar.questions.weak import longest, same_place

FOLDER = Path("quizzes/banks")
PICTURE_WITHOUT_TEXT = re.compile(r"!\[\s*\]\(")


class Head(Strict):
    """What a bank file says besides its questions."""

    bank: Slug


@dataclass(frozen=True)
class Expected:
    """What questions may refer to; None where there is nothing to compare with."""

    languages: Sequence[str]
    root: Path | None = None
    objectives: Collection[str] | None = None
    atoms: Collection[str] | None = None


@dataclass(frozen=True)
class Bank:
    """Questions by id, in file order."""

    id: str
    path: str
    questions: dict[str, Question] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    """Ids of questions that have mistakes of their own: nothing more needs to be said where they are used."""

    @property
    def scored(self) -> list[Question]:
        """The questions that can stand in a test."""
        return [question for question in self.questions.values() if question.scored]


def load(root: Path, file: Path, expected: Expected, problems: Problems) -> Bank | None:
    """The bank in a file with all its sound questions; None if the file as a whole can't be read."""
    source = read(root, file, problems)
    tree = parse(source, problems) if source else None
    if source is None or tree is None:
        return None
    if not isinstance(tree, Map):
        problems.add("bank.not-a-bank", place(source.path, tree, ()))
        return None
    head = build(Head, _without_questions(tree), source.path, problems, languages=expected.languages)
    items = tree.get("questions")
    if not isinstance(items, Seq) or not items:
        problems.add("bank.no-questions", place(source.path, tree, ("questions",)))
        return None
    if head and head.bank != file.stem:
        problems.add("bank.other-name", place(source.path, tree, ("bank",)), bank=head.bank, file=file.stem)
    bank = Bank(file.stem, source.path)
    for item in items:
        question = load_question(item, source.path, expected, problems)
        if question:
            _register(bank, question, place(source.path, item, ("id",)), problems)
        elif isinstance(item, Map):
            bank.broken.add(str(item.get("id")))
    _check_habits(bank, place(source.path, tree, ("questions",)), expected.languages, problems)
    return bank


def _check_habits(bank: Bank, at: Place, languages: Sequence[str], problems: Problems) -> None:
    """Warns of what tells the right options of a whole bank: their length, or their place."""
    for language in languages[:1]:
        picks = [picks for question in bank.questions.values() if (picks := question.picks(language))]
        if told := longest(picks):
            problems.add("bank.longest", at, count=told[0], all=told[1])
        if put := same_place(picks):
            problems.add("bank.same-place", at, number=put[0], count=put[1], all=put[2])


def _without_questions(tree: Map) -> Map:
    head = Map(tree.line, tree.col)
    head.update((key, value) for key, value in tree.items() if key != "questions")
    head.keys_at = tree.keys_at
    return head


def load_question(item: Tree, path: str, expected: Expected, problems: Problems) -> Question | None:
    """One question of any type, or None after its problems were added."""
    if not isinstance(item, Map):
        problems.add("question.not-a-question", place(path, item, ()))
        return None
    model = _model(item, path, problems)
    question = build(model, item, path, problems, languages=expected.languages) if model else None
    if question:
        _check_references(question, item, path, expected, problems)
    return question


def _model(item: Map, path: str, problems: Problems) -> type[Question] | None:
    name = item.get("type")
    if name is None:
        problems.add("question.no-type", place(path, item, ()), types=", ".join(types()))
        return None
    found = types().get(str(name))
    if found is None:
        problems.add("question.unknown-type", place(path, item["type"], ()), type=str(name), types=", ".join(types()))
        return None
    return found.model


def _check_references(question: Question, item: Map, path: str, expected: Expected, problems: Problems) -> None:
    if expected.objectives is not None and question.objective and question.objective not in expected.objectives:
        at = place(path, item["objective"], ())
        problems.add("question.unknown-objective", at, objective=question.objective)
    check_atoms(item, path, expected, problems)
    _check_files(item, path, expected.root, problems)


def _check_files(item: Tree, path: str, root: Path | None, problems: Problems) -> None:
    """Reports links and pictures whose files are not there, and pictures without a text in their place."""
    for text in leaves(item):
        if "](" not in text:
            continue
        for link in links(text.split("\n"), FOLDER):
            if root is not None and not (root / link.target).is_file():
                problems.add("link.missing", place(path, text, ()), target=link.target.as_posix())
        if PICTURE_WITHOUT_TEXT.search(text):
            problems.add("question.no-alt", place(path, text, ()))


def check_atoms(fields: Map, path: str, expected: Expected, problems: Problems) -> None:
    """Reports points under `covers:` that course/atoms.yml does not list."""
    for number, atom in enumerate(fields.get("covers", ())):
        if expected.atoms is not None and atom not in expected.atoms:
            problems.add("covers.unknown", place(path, fields, ("covers", number)), atom=str(atom))


def _register(bank: Bank, question: Question, at: Place, problems: Problems) -> None:
    if question.id in bank.questions:
        problems.add("question.same-id", at, id=question.id)
        bank.broken.add(question.id)
        return
    bank.questions[question.id] = question
