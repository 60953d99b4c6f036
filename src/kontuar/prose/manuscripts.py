"""The files of a course as their authors wrote them: every text with its language, and the places of its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kontuar.core.nodes import Map, Seq, Text, Tree, place
from kontuar.core.problems import Place, Problems
from kontuar.core.source import Source, read
from kontuar.core.tree import parse, split_front_matter
from kontuar.course import Course
from kontuar.course.atoms import ATOMS
from kontuar.course.front import ArticleFront, LessonFront
from kontuar.course.glossary import GLOSSARY
from kontuar.course.load import OUTLINE
from kontuar.course.pages import Page
from kontuar.prose.pieces import Passage, Piece
from kontuar.prose.silence import Silence, in_markdown, in_yaml


@dataclass(frozen=True)
class Promise:
    """The minutes that a lesson's front matter names, and the number of questions and dialogues in its fences."""

    minutes: int
    place: Place
    questions: int
    talks: int = 0


@dataclass(frozen=True)
class Manuscript:
    """All texts of one file; `top` is its first line."""

    top: Place
    passages: tuple[Passage, ...]
    silences: tuple[Silence, ...]
    promise: Promise | None = None

    def pieces(self, language: str) -> Iterator[Piece]:
        """The pieces of all its texts in one language."""
        return (piece for passage in self.passages if passage.language == language for piece in passage.pieces)


@dataclass(frozen=True)
class Scalar:
    """A text in YAML; the places of its characters are known if it stands on one line."""

    path: str
    text: Text
    line: str

    def at(self, start: int, stop: int | None = None) -> Place:
        here = self._index(start)
        if here is None:
            return Place(self.path, self.text.line, self.text.col, self.text.end)
        end = self._index(stop if stop is not None else start + 1) or here
        return Place(self.path, self.text.line, self.text.col + here, self.text.col + max(end, here + 1))

    def _index(self, index: int) -> int | None:
        """How far from the scalar's first sign a character of its value stands, quotation marks included."""
        written = self.line[self.text.col - 1 : self.text.end - 1]
        if written == self.text:
            return index
        inner = written[1:-1]
        if inner == self.text:
            return index + 1
        doubled = written.startswith("'") and inner.replace("''", "'") == self.text
        return index + 1 + self.text.count("'", 0, index) if doubled else None


def manuscripts(course: Course) -> Iterator[Manuscript]:
    """Every file that people wrote: lessons, articles, banks, course.yml and the lists beside it."""
    for lesson in (lesson for module in course.modules for lesson in module.lessons):
        yield from (_page(course.root, page) for page in lesson.pages.values())
    for pages in course.articles.values():
        yield from (_page(course.root, page) for page in pages.values() if not _is_generated(page))
    for path in (OUTLINE, ATOMS, GLOSSARY, *(Path(bank.path) for bank in course.banks.values())):
        if (course.root / path).is_file():
            yield from _yaml(course.root, path, course.languages)


def _is_generated(page: Page[Any]) -> bool:
    return isinstance(page.front, ArticleFront) and page.front.generated


def _page(root: Path, page: Page[Any]) -> Manuscript:
    source = read(root, root / page.path, Problems()) or Source(page.path, "")
    tree, _, _ = split_front_matter(source, Problems())
    body = Source(page.path, page.body, page.first_line)
    passages = (*_passages(source, tree, (page.language,)), Passage(page.body, body, page.language))
    silences = (*in_yaml(source, page.first_line - 1), *in_markdown(body))
    return Manuscript(source.at(0, len(source.text)), passages, silences, _promise(page, tree))


def _promise(page: Page[Any], tree: Tree | None) -> Promise | None:
    """The promise of a lesson, unless a quiz of it is empty: a mistake that is told already."""
    empty = any(not quiz.items for quiz in page.quizzes)
    if empty or not (isinstance(page.front, LessonFront) and isinstance(tree, Map)):
        return None
    questions = sum(len(quiz.items) for quiz in page.quizzes)
    return Promise(page.front.minutes, place(page.path, tree["minutes"], ()), questions, len(page.talks))


def _yaml(root: Path, path: Path, languages: Sequence[str]) -> Iterator[Manuscript]:
    source = read(root, root / path, Problems())
    tree = parse(source, Problems()) if source else None
    if source and tree is not None:
        passages = tuple(_passages(source, tree, languages))
        yield Manuscript(source.at(0, len(source.text)), passages, tuple(in_yaml(source)))


def _passages(source: Source, tree: Tree | None, languages: Sequence[str]) -> Iterator[Passage]:
    lines = source.text.split("\n")
    for text, language, field in texts(tree, languages) if tree is not None else ():
        yield Passage(text, Scalar(source.path, text, lines[text.line - 1]), language, field)


def texts(
    tree: Tree, languages: Sequence[str], field: tuple[str, ...] = ()
) -> Iterator[tuple[Text, str, tuple[str, ...]]]:
    """The texts for people below a node, each with its language and the names of the fields that lead to it.

    A map whose keys are all languages holds a text; where there is only one language, plain words are texts too.
    """
    if isinstance(tree, Text):
        if len(languages) == 1 and _is_wording(tree):
            yield tree, languages[0], field
    elif isinstance(tree, Seq):
        for item in tree:
            yield from texts(item, languages, field)
    elif tree and tree.keys() <= set(languages):
        for language, text in tree.items():
            yield from ((leaf, language, field) for leaf in _leaves(text))
    else:
        for name, inner in tree.items():
            yield from texts(inner, languages, (*field, name))


def _leaves(tree: Tree) -> Iterator[Text]:
    if isinstance(tree, Text):
        yield tree
    elif isinstance(tree, Seq):
        yield from (leaf for item in tree for leaf in _leaves(item))


def _is_wording(text: str) -> bool:
    """Whether a text is for people: ids and numbers are one word, and in small letters."""
    return len(text.split()) > 1 or (text[:1].isupper() and text[1:2].islower())
