"""course/atoms.yml: the points that the course has to teach, each by its id and in every language."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import RootModel

from kontuar.core.problems import Problems
from kontuar.core.schema import build
from kontuar.core.source import read
from kontuar.core.tree import Map, parse
from kontuar.core.words import Words

ATOMS = Path("course/atoms.yml")


class Atoms(RootModel[dict[str, Words]]):
    """The whole file: texts by id."""


def read_atoms(root: Path, languages: tuple[str, ...], problems: Problems) -> Mapping[str, Words | None] | None:
    """Texts by id, None for a text that is of no use; None instead of all without a file that lists any."""
    if not (root / ATOMS).is_file():
        return None
    source = read(root, root / ATOMS, problems)
    tree = parse(source, problems) if source else None
    if tree is None:
        return None
    atoms = build(Atoms, tree, ATOMS.as_posix(), problems, languages=languages)
    if atoms:
        return atoms.root
    return dict.fromkeys(tree) if isinstance(tree, Map) else None
