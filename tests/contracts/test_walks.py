"""The walks through dialogues in Python and in JavaScript are the same, over ways made by chance."""

import random
from pathlib import Path
from typing import Any

import pytest

from kontuar.banks import Expected
from kontuar.core.problems import Problems
from kontuar.dialogues.load import load_all
from kontuar.dialogues.script import Script, script
from kontuar.dialogues.walk import Walk, WrongMove, walk
from tests.node import Call, ask
from tests.unit.dialogues.graphs import HEATER, SORRY, bones

from .cases import ROOT

WAYS = 1000
OURS = load_all(ROOT, Expected(("pl", "en")), Problems())
SCRIPTS = {"small": bones(HEATER, SORRY), **{name: script(found.dialogue) for name, found in OURS.items()}}


def chance_moves(bones: Script, chooser: random.Random) -> list[str]:
    """A way by chance: choices, some steps back, and at times a move that can't be made."""
    way = Walk(bones)
    moves: list[str] = []
    for _ in range(chooser.randrange(60)):
        if way.ending and chooser.random() < 0.7:
            return moves
        options = [option["id"] for option in way.options()]
        back = [f"<{n}" for n in range(len(way.decisions))]
        move = chooser.choice(options if options and chooser.random() < 0.95 else back or options)
        if chooser.random() < 0.01:
            move = chooser.choice(["nobody", "<x", f"<{len(way.decisions)}"])
        moves.append(move)
        try:
            way.move(move)
        except WrongMove:
            return moves
    return moves


def ours(bones: Script, moves: list[str]) -> Any:
    try:
        return walk(bones, moves)
    except WrongMove as error:
        return {"error": str(error)}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_thousand_ways_through_a_dialogue_are_walked_alike(name: str) -> None:
    chooser = random.Random(name)
    ways = [chance_moves(SCRIPTS[name], chooser) for _ in range(WAYS)]
    calls: list[Call] = [("dialogues/walk.js", "walk", [SCRIPTS[name], moves]) for moves in ways]
    theirs, expected = ask(calls), [ours(SCRIPTS[name], moves) for moves in ways]
    assert theirs == expected
    assert 20 < sum("error" in result for result in expected) < WAYS / 2
    assert sum(bool(result.get("ending")) for result in expected) > 100


def test_every_dialogue_of_the_course_was_found() -> None:
    assert set(OURS) == {file.stem for file in Path(ROOT / "quizzes/dialogues").glob("*.yml")}
