"""`kontuar grade` and `kontuar play`: what scripts get, and what a person reads when a call can't be answered."""

import json
from pathlib import Path

import pytest

from kontuar import cli
from tests.unit.course import courses

DIALOGUE = Path(__file__).parents[1] / "still/content/quizzes/dialogues/heater.yml"


def grade(root: Path, question: str, answer: str, *more: str) -> int:
    bank = str(root / "quizzes/banks/first.yml")
    return cli.main(["grade", "--bank", bank, "--question", question, "--answer", answer, *more])


def test_an_answer_is_graded_as_json_also_outside_a_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = courses.write(tmp_path)
    (root / "course/course.yml").unlink()
    assert grade(root, "greet", "true") == 0
    assert json.loads(capsys.readouterr().out) == {"score": 1, "max": 1, "parts": {"answer": "right"}}


@pytest.mark.parametrize(
    ("question", "answer", "says"),
    [
        ("greet", "maybe", "JSON"),
        ("greet", '"true"', "true or false"),
        ("greet", "NaN", "JSON"),
        ("greet", "[" * 100_000, "JSON"),
        ("nobody", "true", "greet, form"),
    ],
)
def test_what_cannot_be_graded_is_told_with_exit_code_two(
    question: str, answer: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert grade(courses.write(tmp_path), question, answer) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert told.out == ""
    assert "Traceback" not in told.err


def test_a_bank_that_is_not_there_or_has_mistakes_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["grade", "--bank", str(tmp_path / "x.yml"), "--question", "a", "--answer", "1", "--lang", "pl"]
    assert cli.main(call) == 2
    assert "Nie ma pliku" in capsys.readouterr().err
    root = courses.write(tmp_path, courses.changed("quizzes/banks/first.yml", "answer: yes", "answer: maybe"))
    assert grade(root, "greet", "true") == 2
    assert "field.yes-no" in capsys.readouterr().err


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
