"""Walking and scoring: the last decision counts, an easy way earns less, a mended mistake stays to be seen."""

from typing import Any

import pytest

from kontuar.dialogues.script import Script
from kontuar.dialogues.walk import WrongMove, walk

from .graphs import HEATER, SORRY, bones, choice, scene


def share(script: Script, *moves: str) -> int:
    """The score in per cent."""
    result = walk(script, moves)
    return round(100 * int(result["score"]) / int(result["max"]))


def test_a_perfect_start_with_a_wrong_end_stays_below_a_hundred() -> None:
    steps = [scene(name, choice("good", "best"), choice("bad", "harmful")) for name in "abc"]
    graph = bones("".join(steps))
    assert share(graph, "good", "good", "good") == 100
    assert share(graph, "good", "good", "bad") == 67


def test_an_easy_way_scores_below_a_hard_one_that_was_mastered() -> None:
    door = scene("door", choice("hard", "best", goto="first"), choice("easy", "ok", goto="last"))
    hard = [scene(name, choice("good", "best"), choice("bad", "weak")) for name in ("first", "second", "last")]
    graph = bones(door + "".join(hard))
    assert share(graph, "hard", "good", "good", "good") == 100
    assert share(graph, "easy", "good") < share(graph, "hard", "bad", "good", "good")


def test_a_mistake_that_was_mended_counts_as_ok_and_stays_to_be_seen() -> None:
    graph = bones(HEATER, SORRY)
    mended = walk(graph, ["form", "fair", "date"])
    first, aside, _ = mended["decisions"]
    assert (first["points"], first["counted"], first["mended"]) == (1, 2, True)
    assert aside["side"]
    assert mended["score"] == 5
    assert walk(graph, ["form", "no", "note"])["decisions"][0]["mended"] is False


def test_going_back_never_hides_a_mistake() -> None:
    graph = bones(HEATER, SORRY)
    again = walk(graph, ["blame", "<0", "listen", "date"])
    assert again["decisions"][0]["mended"]
    assert again["score"] == 5
    assert share(graph, "listen", "date") == 100
    twice = walk(graph, ["listen", "note", "<1", "date"])
    assert twice["score"] == 5
    assert walk(graph, ["listen", "date", "<0", "listen", "date"])["score"] == 6


def test_meters_stay_between_nothing_and_their_maximum() -> None:
    choices = choice("up", "best", effects="{trust: +4}"), choice("down", "weak", effects="{trust: -9}")
    graph = bones(scene("s1", *choices) + scene("s2", *choices))
    assert walk(graph, ["up"])["meters"] == {"trust": 6}
    assert walk(graph, ["up", "down"])["meters"] == {"trust": 0}


def test_the_first_ending_whose_condition_holds_is_taken_and_a_named_one_without_asking() -> None:
    graph = bones(HEATER, SORRY)
    assert walk(graph, ["listen", "date"])["ending"] == "kept"
    assert walk(graph, ["form", "no", "note"])["ending"] == "cool"
    lost = walk(graph, ["blame"])
    assert (lost["ending"], lost["outcome"], lost["scene"]) == ("lost", "fail", None)


def test_a_scene_without_choices_leads_on_by_itself() -> None:
    choices = choice("x", "best"), choice("y", "ok")
    graph = bones(scene("a", *choices) + scene("join", goto="z") + scene("z", *choices))
    assert walk(graph, ["x"])["scene"] == "z"


def test_results_by_objective_count_the_scenes_that_were_decided() -> None:
    assert walk(bones(HEATER, SORRY), ["form", "fair"])["objectives"] == {"hear": {"score": 2, "max": 3}}
    assert walk(bones(HEATER, SORRY), [])["objectives"] == {}


@pytest.mark.parametrize(
    ("moves", "known"),
    [
        (["nobody"], "form, listen, blame"),
        (["form", "fair", "<3"], "<0, <1"),
        (["blame", "listen"], "–"),
        (["<0"], "–"),
        (["<x"], "–"),
    ],
)
def test_a_move_that_cannot_be_made_is_refused_with_those_that_can(moves: list[str], known: str) -> None:
    with pytest.raises(WrongMove) as refused:
        walk(bones(HEATER, SORRY), moves)
    assert str(refused.value) == known


def test_a_choice_whose_condition_fails_is_not_to_be_had() -> None:
    graph: Any = bones(HEATER, SORRY)
    low = walk(graph, ["form", "no"])
    assert low["meters"] == {"trust": 2}
    graph["scenes"]["demand"]["choices"][1]["if"] = ["trust", ">", 5]
    with pytest.raises(WrongMove, match=r"^note$"):
        walk(graph, ["listen", "date"])
