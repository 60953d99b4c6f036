"""The dialogues of a course: the files of quizzes/dialogues/."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kontuar.banks import Expected, check_atoms
from kontuar.core.problems import Problems
from kontuar.core.schema import build
from kontuar.core.source import read
from kontuar.core.tree import Map, parse, place
from kontuar.dialogues.dialogue import Dialogue
from kontuar.dialogues.lint import faults

FOLDER = Path("quizzes/dialogues")


@dataclass(frozen=True)
class Found:
    """A dialogue with its file: the path, and what stands where in it."""

    dialogue: Dialogue
    path: str
    tree: Map


def load_all(root: Path, expected: Expected, problems: Problems) -> dict[str, Found]:
    """Every sound dialogue by its id."""
    return {found.dialogue.dialogue: found for found in _each(root, expected, problems)}


def _each(root: Path, expected: Expected, problems: Problems) -> Iterator[Found]:
    for file in sorted((root / FOLDER).glob("*.yml")):
        if found := load(root, file, expected, problems):
            yield found


def load(root: Path, file: Path, expected: Expected, problems: Problems) -> Found | None:
    """The dialogue in a file, or None after its problems were added."""
    source = read(root, file, problems)
    tree = parse(source, problems) if source else None
    if source is None or tree is None:
        return None
    dialogue = build(Dialogue, tree, source.path, problems, languages=expected.languages)
    if dialogue is None or not isinstance(tree, Map):
        return None
    if dialogue.dialogue != file.stem:
        at = place(source.path, tree, ("dialogue",))
        problems.add("dialogue.other-name", at, dialogue=dialogue.dialogue, file=file.stem)
    for fault in faults(dialogue):
        problems.add(fault.code, place(source.path, tree, fault.loc), **fault.args)
    _check_objectives(dialogue, tree, source.path, expected, problems)
    check_atoms(tree, source.path, expected, problems)
    return Found(dialogue, source.path, tree)


def _check_objectives(dialogue: Dialogue, tree: Map, path: str, expected: Expected, problems: Problems) -> None:
    if expected.objectives is None:
        return
    for number, name in enumerate(dialogue.objectives):
        if name not in expected.objectives:
            problems.add("question.unknown-objective", place(path, tree, ("objectives", number)), objective=name)
    for at, scene in dialogue.located:
        for number, choice in enumerate(scene.choices):
            if choice.objective and choice.objective not in dialogue.objectives:
                loc = (*at, "choices", number, "objective")
                problems.add("dialogue.unknown-objective", place(path, tree, loc), objective=choice.objective)
