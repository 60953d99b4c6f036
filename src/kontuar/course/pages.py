"""Markdown pages of lessons and of the knowledge base, read from disk with their front matter and fences."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Generic, TypeVar

from kontuar.banks import Bank, Expected, check_atoms
from kontuar.core.links import Link, links, missing
from kontuar.core.problems import Place, Problems
from kontuar.core.schema import Strict, build
from kontuar.core.source import read
from kontuar.core.tree import Map, place, split_front_matter
from kontuar.course.fences import Fence, blanked, fences, unclosed
from kontuar.course.glossary import Term
from kontuar.course.links import risks, unknown_terms
from kontuar.course.outline import ModuleEntry
from kontuar.course.quizzes import Quiz, Where, read_quiz
from kontuar.course.talks import Talk, read_talk

KINDS = QUIZ, DIALOGUE = "quiz", "dialogue"
Front = TypeVar("Front", bound=Strict)
NAME = re.compile(r"(?:(?P<number>\d+)-)?(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<language>[a-z]{2,3}))?\.md")


@dataclass(frozen=True)
class Page(Generic[Front]):
    """One page in one language; first_line is the line of the file at which the body begins."""

    path: str
    language: str
    front: Front
    body: str
    first_line: int
    quizzes: tuple[Quiz, ...]
    links: tuple[Link, ...]
    talks: tuple[Talk, ...] = ()


@dataclass(frozen=True)
class Name:
    """What a file name says: its order, its id and its language (the course's only one when left out)."""

    id: str
    language: str
    number: int | None = None


@dataclass(frozen=True)
class Shelf:
    """What pages may refer to while they are read."""

    root: Path
    languages: tuple[str, ...]
    banks: Mapping[str, Bank]
    unread: Collection[str]
    expected: Expected
    glossary: Mapping[str, Term] | None = None
    dialogues: Collection[str] = ()


def name_of(file: Path, languages: tuple[str, ...]) -> Name | None:
    """The parts of a page's file name, or None if it is not of the form NN-id.language.md."""
    match = NAME.fullmatch(file.name)
    if not match:
        return None
    language = match["language"] or (languages[0] if len(languages) == 1 else "")
    if languages and language not in languages:
        return None
    return Name(match["id"], language, int(match["number"]) if match["number"] else None)


def markdown_files(folder: Path) -> Iterator[Path]:
    """Markdown files of a folder and below, in the order of their names."""
    return (file for file in sorted(folder.rglob("*.md")) if not is_hidden(file, folder))


def is_hidden(file: Path, folder: Path) -> bool:
    """Whether a file or a folder on the way to it, from a given folder on, is none of the course's."""
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def read_page(
    file: Path, language: str, front: type[Front], module: ModuleEntry | None, shelf: Shelf, problems: Problems
) -> Page[Front] | None:
    """A page with its quizzes and links; None if its file or its front matter is of no use."""
    source = read(shelf.root, file, problems)
    if source is None:
        return None
    before = len(problems)
    tree, body, skipped = split_front_matter(source, problems)
    if not isinstance(tree, Map):
        if len(problems) == before:
            problems.add("front.missing", Place(source.path))
        return None
    head = build(front, tree, source.path, problems, languages=(language,))
    if head is None:
        return None
    check_atoms(tree, source.path, shelf.expected, problems)
    if module:
        _check_objectives(tree, source.path, module, problems)
    where = Where(source.path, skipped + 1, module.bank_id if module else None, shelf.unread)
    quizzes, found, talks = _body(body, where, file, shelf, problems)
    return Page(source.path, language, head, body, skipped + 1, quizzes, found, talks)


def _body(
    body: str, where: Where, file: Path, shelf: Shelf, problems: Problems
) -> tuple[tuple[Quiz, ...], tuple[Link, ...], tuple[Talk, ...]]:
    blocks = list(fences(body))
    unclosed(blocks, where.path, where.first_line, problems)
    lines = blanked(body, blocks)
    found = list(links(lines, file.relative_to(shelf.root).parent))
    missing(found, shelf.root, where.path, where.first_line, problems)
    if shelf.glossary is not None:
        unknown_terms(found, shelf.glossary, where.path, where.first_line, problems)
    risks(lines, where.path, where.first_line, problems)
    quizzes = tuple(
        read_quiz(fence, where, shelf.banks, shelf.languages, problems)
        for fence in blocks
        if fence.kind == QUIZ and fence.last > 0
    )
    read = (
        read_talk(fence, where, shelf.dialogues, problems)
        for fence in blocks
        if fence.kind == DIALOGUE and fence.last > 0
    )
    talks = tuple(talk for talk in read if talk)
    _check_blocks(blocks, quizzes, where, problems)
    return quizzes, tuple(found), talks


def _check_blocks(blocks: list[Fence], quizzes: tuple[Quiz, ...], where: Where, problems: Problems) -> None:
    """Reports blocks that were meant to be quizzes, and questions that stand on the page already."""
    for block in blocks:
        near = get_close_matches(block.kind.lower(), KINDS, 1, cutoff=0.75)
        if block.kind not in KINDS and near:
            col = len(block.indent) + 1
            at = Place(where.path, where.first_line + block.first, col, col + 3 + len(block.kind))
            problems.add("fence.misspelt", at, kind=block.kind, near=near[0])
    asked: set[tuple[str, str]] = set()
    for quiz in quizzes:
        for item in quiz.items:
            if item in asked:
                at = Place(where.path, where.first_line + quiz.fence.first, len(quiz.fence.indent) + 1)
                problems.add("quiz.repeated", at, name=item[1])
            asked.add(item)


def _check_objectives(tree: Map, path: str, module: ModuleEntry, problems: Problems) -> None:
    known = {objective.id for objective in module.objectives}
    for number, objective in enumerate(tree.get("objectives", ())):
        if objective not in known:
            at = place(path, tree, ("objectives", number))
            problems.add("lesson.unknown-objective", at, objective=str(objective), module=module.id)


def check_languages(written: Mapping[str, str], languages: tuple[str, ...], problems: Problems) -> None:
    """Reports each language in which a page was not written; written gives the path of its file by language."""
    for language in languages:
        if language not in written:
            problems.add("page.missing-language", Place(next(iter(written.values()))), language=language)


def path_of(file: Path, shelf: Shelf) -> str:
    """A file's path as problems name it."""
    return file.relative_to(shelf.root).as_posix()


def check_name(file: Path, shelf: Shelf, problems: Problems) -> None:
    """Reports a file name from which no id and language can be read."""
    path = path_of(file, shelf)
    code = "lesson.bad-name" if path.startswith("course/") else "article.bad-name"
    problems.add(code, Place(path), languages=", ".join(shelf.languages), first=shelf.languages[0])
