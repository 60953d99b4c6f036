"""Dialogues from a command line: play one, walk given choices, draw the map."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kontuar.banks import Expected
from kontuar.core import report
from kontuar.core.phrases import Phrases
from kontuar.core.problems import Problems
from kontuar.dialogues import load
from kontuar.dialogues.dialogue import Dialogue
from kontuar.dialogues.map import NoLayout, draw
from kontuar.dialogues.play import play
from kontuar.dialogues.script import script
from kontuar.dialogues.walk import WrongMove, walk
from kontuar.dialogues.ways import ways


class Unplayable(Exception):
    """Why a dialogue can't be played or drawn, in the words for a trainer."""


def read(file: Path, says: str) -> Dialogue:
    """The dialogue in a file, also outside a course.

    Raises:
        Unplayable: there is no such file, or it has mistakes.
    """
    if not file.is_file():
        raise Unplayable(Phrases(says)["commands.play-no-file"].format(file=file))
    problems = Problems()
    found = load.load(file.parent, file, Expected(()), problems)
    if found is None or problems.errors():
        raise Unplayable(report.text(problems, says, file.parent))
    return found.dialogue


def walked(dialogue: Dialogue, choices: str, says: str) -> str:
    """What a list of choices, parted by commas, leads to, as JSON.

    Raises:
        Unplayable: one of the choices can't be made.
    """
    moves = [move.strip() for move in choices.split(",") if move.strip()]
    made: list[str] = []
    for move in moves:
        try:
            walk(script(dialogue), [*made, move])
        except WrongMove as error:
            words = Phrases(says)["commands.play-wrong"]
            raise Unplayable(words.format(choice=move, number=len(made) + 1, known=error)) from None
        made.append(move)
    result: dict[str, Any] = walk(script(dialogue), made)
    return json.dumps({name: value for name, value in result.items() if name != "scene"}, ensure_ascii=False)


def played(dialogue: Dialogue, language: str, says: str, ask: Callable[[str], str] | None = None) -> None:
    """Plays in the terminal.

    Raises:
        Unplayable: the dialogue is not in that language.
    """
    if language not in dialogue.title.texts and "" not in dialogue.title.texts:
        known = ", ".join(dialogue.title.texts)
        raise Unplayable(Phrases(says)["commands.play-language"].format(language=language, known=known))
    play(dialogue, language, ask or input, print)


def mapped(dialogue: Dialogue, language: str, says: str) -> str:
    """The map as SVG.

    Raises:
        Unplayable: the package that lays it out is not installed.
    """
    try:
        return draw(dialogue, language if language in dialogue.title.texts else next(iter(dialogue.title.texts)))
    except NoLayout:
        raise Unplayable(Phrases(says)["commands.map-no-layout"]) from None


def counted(dialogue: Dialogue, says: str) -> str:
    """How many ways there are, and how long they are, in a sentence."""
    found, words = ways(script(dialogue)), Phrases(says)
    return words["commands.map-ways"].format(
        scenes=len(dialogue.every),
        endings=len(dialogue.endings),
        count=found.count,
        shortest=found.shortest,
        longest=found.longest,
    )
