"""The lint of dialogues, and how many ways there are."""

import time

import pytest

from kontuar.dialogues import lint
from kontuar.dialogues.lint import explore, faults
from kontuar.dialogues.map import draw
from kontuar.dialogues.script import script
from kontuar.dialogues.ways import Ways, ways

from .graphs import ENDINGS, HEATER, SORRY, bones, choice, dialogue, scene


def test_a_sound_dialogue_has_no_fault() -> None:
    assert list(faults(dialogue(HEATER, SORRY))) == []


TWO_METERS = """\
meters:
  trust: {start: 3, max: 6, label: trust, words: [gone, brittle, good]}
  time: {start: 10, max: 20, label: time, words: [none, enough]}
"""


def long_dialogue(scenes: int, *, back: bool = False, up: str = "{trust: +1}", down: str = "{trust: -1}") -> str:
    """A trunk of many scenes in which the meters move a lot."""
    aside = {"recover": "sorry"} if back else {}
    one = (choice("up", "best", effects=up), choice("down", "weak", effects=down, **aside))
    return "".join(scene(f"s{n}", *one) for n in range(scenes))


def test_two_hundred_scenes_are_walked_whole() -> None:
    graph = bones(long_dialogue(200, up="{trust: +1, time: -3}", down="{trust: -1, time: +2}"), meters=TWO_METERS)
    begun = time.perf_counter()
    seen = explore(graph)
    assert seen.whole
    assert len(seen.scenes) == 200
    print(f"200 scenes walked in {time.perf_counter() - begun:.2f} s")


def test_a_dialogue_too_large_to_walk_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lint, "BOUND", 50)
    monkeypatch.setattr(lint.explore, "__defaults__", (50,))
    found = list(faults(dialogue(long_dialogue(60))))
    assert [(fault.code, fault.args) for fault in found if fault.code == "dialogue.too-large"] == [
        ("dialogue.too-large", {"bound": 50})
    ]


def test_the_ways_are_counted_with_their_lengths() -> None:
    assert ways(bones(HEATER, SORRY)) == Ways(7, 1, 3)
    assert ways(bones(long_dialogue(10))) == Ways(1024, 10, 10)


def test_a_way_back_is_counted_as_going_on() -> None:
    aside = scene("sorry", choice("fair", "best"), choice("no", "weak"), goto="s0")
    assert ways(bones(long_dialogue(3, back=True), aside)).longest == 3


def test_the_map_shows_every_scene_and_ending() -> None:
    drawn = draw(dialogue(HEATER, SORRY), "en")
    for name in ("hello", "demand", "sorry", "kept", "cool", "lost"):
        assert f">{name}</text>" in drawn
    assert drawn.count("<path d=") >= 7
    assert "stroke-dasharray" in drawn


def test_the_best_answer_may_not_always_stand_first_or_be_the_longest() -> None:
    choices = choice("a-long-answer", "best", effects="{trust: +1}"), choice("b", "ok")
    tell = "".join(scene(f"s{n}", *choices) for n in range(4))
    found = [fault.code for fault in faults(dialogue(tell)) if fault.code.startswith("dialogue.best")]
    assert found == ["dialogue.best-first", "dialogue.best-longest"]


def test_the_most_points_of_a_graph_ignore_conditions_and_scenes_at_the_side() -> None:
    assert script(dialogue(HEATER, SORRY))["max"] == 6


def test_endings_hide_those_below_one_without_a_condition() -> None:
    hidden = ENDINGS.replace("kept, when: trust >= 4", "kept").replace("{id: cool", "{id: cool, when: trust < 1")
    assert "dialogue.ending-unreached" in [fault.code for fault in faults(dialogue(HEATER, SORRY, endings=hidden))]
