from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
import yaml
from pydantic import Field

from kontuar.core import reader
from kontuar.core.problems import Problems
from kontuar.core.schema import Strict, build
from kontuar.core.source import read
from kontuar.core.tree import parse, split_front_matter
from kontuar.core.words import Decimal, Slug, Whole, Words, YesNo
from tests.golden.harness import Case, cases, orphans, parametrised, verify, verify_places

FOLDER = Path(__file__).parent / "core"
LANGUAGES: Sequence[str] = ("pl", "en")


class Option(Strict):
    text: Words
    correct: YesNo = False
    why: Words | None = None


class Question(Strict):
    id: Slug
    type: Literal["choice", "truth"]
    ask: Words
    points: Decimal = Field(default=1.0, gt=0)
    tries: Whole = Field(default=3, ge=1, le=10)
    options: tuple[Option, ...] = Field(min_length=2)


class Bank(Strict):
    bank: Slug
    questions: tuple[Question, ...]


class Front(Strict):
    title: Words
    minutes: Whole = Field(ge=1)


def check(root: Path) -> Problems:
    problems = Problems()
    for file in sorted(root.rglob("*.*")):
        source = read(root, file, problems)
        if source is None:
            continue
        model = Front if file.suffix == ".md" else Bank
        tree = split_front_matter(source, problems)[0] if file.suffix == ".md" else parse(source, problems)
        if tree is not None:
            build(model, tree, source.path, problems, languages=LANGUAGES)
    return problems


@parametrised(FOLDER)
def test_a_mistake_is_told_at_its_place_in_both_languages(case: Case, tmp_path: Path) -> None:
    verify(case, check, tmp_path)


@parametrised(FOLDER)
def test_the_places_are_the_same_without_libyaml(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LOADER", yaml.SafeLoader)
    verify_places(case, check, tmp_path)


def test_writing_reports_cannot_bless_a_wrong_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONTUAR_GOLDEN", "write")
    case = Case(tmp_path / "case.yml", {"bank.yml": "bank: @x\n"}, ["yaml.special-start 1:6"], "utf-8")
    with pytest.raises(AssertionError, match="1:7"):
        verify(case, check, tmp_path / "root")
    assert not case.golden("en").exists()


def test_there_are_at_least_twenty_mistakes_and_no_reports_without_one() -> None:
    assert len(list(cases(FOLDER))) >= 20
    assert orphans(FOLDER) == []
