"""Questions picked by chance for a second reader."""

import pytest

from kontuar import cli
from tests.contracts.cases import ROOT


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.main(["sample", *words, "--folder", str(ROOT)]) == 0
    return capsys.readouterr().out


def test_a_seed_picks_the_same_questions_each_time_and_another_one_others(capsys: pytest.CaptureFixture[str]) -> None:
    first = printed(capsys, "5", "--seed", "a")
    assert first == printed(capsys, "5", "--seed", "a")
    assert first != printed(capsys, "5", "--seed", "b")
    assert first.count("== ") == 5
    assert first.count("-- pl") == first.count("-- en") == 5


def test_a_question_is_written_out_with_its_key_and_every_reason(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "500", "--seed", "a")
    assert told.count("why: ") > 200
    assert ".correct: yes" in told
