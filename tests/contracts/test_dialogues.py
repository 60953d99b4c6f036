"""Every dialogue of the course is played to every ending, in each language, as in a terminal."""

import pytest

from kontuar.banks import Expected
from kontuar.core.problems import Problems
from kontuar.dialogues.load import Found, load_all
from kontuar.dialogues.play import play
from kontuar.dialogues.script import script
from kontuar.dialogues.walk import Walk, walk
from kontuar.dialogues.ways import ways
from tests.ways import best, to_endings

from .cases import LANGUAGES, ROOT

FOUND = load_all(ROOT, Expected(LANGUAGES), Problems())
EVERY_DIALOGUE = pytest.mark.parametrize("found", FOUND.values(), ids=FOUND)


def numbers(found: Found, moves: list[str]) -> list[str]:
    """What is typed in a terminal to make some choices."""
    way, typed = Walk(script(found.dialogue)), []
    for move in moves:
        typed.append(str([option["id"] for option in way.options()].index(move) + 1))
        way.move(move)
    return typed


@EVERY_DIALOGUE
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dialogue_is_played_to_every_ending_in_each_language(found: Found, language: str) -> None:
    endings = to_endings(script(found.dialogue))
    assert set(endings) == {ending.id for ending in found.dialogue.endings}
    for name, moves in endings.items():
        typed, shown = iter(numbers(found, moves)), list[str]()
        play(found.dialogue, language, lambda _, typed=typed: next(typed), shown.append)  # type: ignore[misc]
        ending = next(ending for ending in found.dialogue.endings if ending.id == name)
        assert any(ending.text.of(language) in line for line in shown)
        for decision in walk(script(found.dialogue), moves)["decisions"]:
            scene = found.dialogue.every[decision["scene"]]
            chosen = next(choice for choice in scene.choices if choice.id == decision["choice"])
            assert any(chosen.why.of(language) in line for line in shown)


@EVERY_DIALOGUE
def test_whoever_always_says_the_best_thing_succeeds_with_every_point(found: Found) -> None:
    bones = script(found.dialogue)
    result = walk(bones, best(bones))
    assert result["outcome"] == "success"
    assert result["score"] == result["max"]


@EVERY_DIALOGUE
def test_a_dialogue_has_the_size_that_the_course_wants(found: Found) -> None:
    assert 10 <= len(found.dialogue.every) <= 16
    assert len(found.dialogue.endings) >= 4
    assert ways(script(found.dialogue)).count > 100
