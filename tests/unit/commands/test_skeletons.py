"""New questions and dialogues: every skeleton is sound as it is written, in any languages, and nothing is lost."""

from pathlib import Path

import pytest

from kontuar import cli
from kontuar.banks import Expected, load
from kontuar.commands.skeletons import Order, Refused, write, write_dialogue
from kontuar.core.problems import Problems
from kontuar.dialogues.load import load as load_dialogue
from kontuar.questions import types
from tests.unit.course import courses

LANGUAGES = [("pl", "en"), ("en", "pl"), ("en",), ("pl",), ("de", "en")]


@pytest.mark.parametrize("kind", types())
@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
def test_a_new_question_is_sound_and_the_next_one_gets_another_id(
    kind: str, languages: tuple[str, ...], tmp_path: Path
) -> None:
    for number in (1, 2):
        file, name = write(tmp_path, Order(kind, "fresh", languages, "en"))
        assert name == f"new-{kind}-{number}"
    problems = Problems()
    bank = load(tmp_path, file, Expected(languages), problems)
    assert [(problem.code, problem.place) for problem in problems] == []
    assert bank
    assert list(bank.questions) == [f"new-{kind}-1", f"new-{kind}-2"]
    comments = [line for line in file.read_text("utf-8").splitlines() if line.lstrip().startswith("# ")]
    assert len(comments) > 1
    assert not any("#pl" in line or "#en" in line for line in file.read_text("utf-8").splitlines())


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
def test_a_new_dialogue_is_sound(languages: tuple[str, ...], tmp_path: Path) -> None:
    file = write_dialogue(tmp_path, "coat", languages, "en")
    problems = Problems()
    assert load_dialogue(tmp_path, file, Expected(languages), problems)
    assert [(problem.code, problem.place) for problem in problems] == []
    with pytest.raises(Refused, match="already"):
        write_dialogue(tmp_path, "coat", languages, "en")


def test_what_stands_in_a_bank_stays_letter_by_letter(tmp_path: Path) -> None:
    root = courses.write(tmp_path)
    before = (root / "quizzes/banks/first.yml").read_text("utf-8")
    assert cli.main(["new", "question", "--type", "order", "--bank", "first", "--folder", str(root)]) == 0
    after = (root / "quizzes/banks/first.yml").read_text("utf-8")
    assert after.startswith(before)
    assert cli.main(["check", str(root)]) == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["question", "--type", "chioce", "--bank", "first"], "chioce"),
        (["question", "--type", "choice", "--bank", "Mój bank"], "Mój bank"),
        (["dialogue", "--name", "../x"], "../x"),
    ],
)
def test_a_wrong_name_is_refused_and_nothing_is_written(
    words: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = courses.write(tmp_path)
    files = sorted(root.rglob("*"))
    assert cli.main(["new", *words, "--folder", str(root), "--lang", "pl"]) == 2
    assert says in capsys.readouterr().err
    assert sorted(root.rglob("*")) == files


def test_a_bank_without_a_place_for_questions_is_left_alone(tmp_path: Path) -> None:
    root = courses.write(tmp_path, {"quizzes/banks/odd.yml": "bank: odd\nquestions: []\n"})
    with pytest.raises(Refused, match=r"odd\.yml"):
        write(root, Order("choice", "odd", ("pl", "en"), "en"))
