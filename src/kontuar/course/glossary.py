"""docs/glossary.yml: the words that lessons and articles explain in place."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from kontuar.core.problems import Problems
from kontuar.core.schema import Fault, Strict, build
from kontuar.core.source import read
from kontuar.core.tree import parse
from kontuar.core.words import Slug, Words
from kontuar.questions.question import repeated

GLOSSARY = Path("docs/glossary.yml")


class Term(Strict):
    """A term and what it means."""

    id: Slug
    term: Words
    means: Words


class Glossary(Strict):
    """The whole file."""

    terms: tuple[Term, ...] = Field(min_length=1)

    def faults(self) -> Iterator[Fault]:
        """Ids that stand twice."""
        for place in repeated([term.id for term in self.terms]):
            yield Fault("term.same-id", ("terms", place, "id"), {"id": self.terms[place].id})


def read_glossary(root: Path, languages: tuple[str, ...], problems: Problems) -> Mapping[str, Term] | None:
    """Terms by id; none without the file, None if it is of no use."""
    if not (root / GLOSSARY).is_file():
        return {}
    source = read(root, root / GLOSSARY, problems)
    tree = parse(source, problems) if source else None
    if tree is None:
        return None
    glossary = build(Glossary, tree, GLOSSARY.as_posix(), problems, languages=languages)
    return {term.id: term for term in glossary.terms} if glossary else None
