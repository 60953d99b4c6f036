"""`kontuar grade`: what scripts get, and what a person reads when a call can't be answered."""

import json
from pathlib import Path

import pytest

from kontuar import cli
from tests.unit.course import courses


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
