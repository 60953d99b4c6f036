"""`kontuar play` and `kontuar check --map`: what scripts get, and what a person reads."""

import json
from pathlib import Path

import pytest

from kontuar import cli
from tests.contracts.cases import ROOT

DIALOGUE = ROOT / "tests/still/content/quizzes/dialogues/heater.yml"


def test_a_way_through_a_dialogue_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["play", str(DIALOGUE), "--choices", "listen,date", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"ending", "outcome", "score", "max", "objectives", "meters", "decisions"}
    assert (found["ending"], found["outcome"], found["score"], found["max"]) == ("kept", "success", 6, 6)


def test_a_wrong_choice_is_told_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["play", str(DIALOGUE), "--choices", "listen,nobody", "--json", "--lang", "pl"]) == 2
    told = capsys.readouterr().err
    assert "nobody" in told
    assert "ok, date" in told


def test_a_dialogue_is_played_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["9", "x", "2", "2"])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    assert cli.main(["play", str(DIALOGUE), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "It worked: He stayed." in told
    assert "Result of this talk: 100% (mark 70%)" in told


def test_a_map_is_drawn_beside_the_dialogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "heater.yml"
    file.write_text(DIALOGUE.read_text("utf-8"), encoding="utf-8")
    assert cli.main(["check", "--map", str(file), "--lang", "pl"]) == 0
    assert "zakończenia: 3" in capsys.readouterr().out
    assert file.with_suffix(".svg").read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize("leaving", [EOFError, KeyboardInterrupt])
def test_a_talk_can_be_left_by_ctrl_c_or_ctrl_d_without_a_traceback(
    leaving: type[BaseException], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def leave(_: str) -> str:
        raise leaving

    monkeypatch.setattr("builtins.input", leave)
    assert cli.main(["play", str(DIALOGUE)]) == 0
    assert capsys.readouterr().out.endswith("\n\n")
