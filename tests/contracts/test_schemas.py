"""The schemas in schemas/ are those of the models, and accept what the course really holds."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from kontuar.commands.schemas import schemas
from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.course.standard import standard
from kontuar.questions import types
from tests.evidence import good, sealed

from .cases import ROOT, cases


def complaints(schema: str, content: Any) -> list[str]:
    """What a schema says against some content, with the place in it."""
    rules = schemas()[f"{schema}.schema.json"]
    return [f"{error.json_path}: {error.message}" for error in validator_for(rules)(rules).iter_errors(content)]


@pytest.mark.parametrize("name", schemas())
def test_a_schema_on_disk_is_the_one_of_the_models(name: str) -> None:
    written = json.loads((ROOT / "schemas" / name).read_text("utf-8"))
    assert written == schemas()[name], "run: python -m kontuar schemas"


@pytest.mark.parametrize("file", sorted(ROOT.glob("quizzes/banks/*.yml")), ids=lambda file: file.stem)
def test_the_schema_accepts_every_bank(file: Path) -> None:
    assert complaints("bank", yaml.safe_load(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("file", sorted(ROOT.glob("quizzes/dialogues/*.yml")), ids=lambda file: file.stem)
def test_the_schema_accepts_every_dialogue(file: Path) -> None:
    assert complaints("dialogue", yaml.safe_load(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("file", ["course/course.yml", "course/atoms.yml", "docs/glossary.yml", "quizzes/exam.yml"])
def test_the_schema_accepts_the_course(file: str) -> None:
    assert complaints(Path(file).stem, yaml.safe_load((ROOT / file).read_text("utf-8"))) == []


@pytest.mark.parametrize("kind", types())
def test_the_schema_accepts_a_types_examples_and_nothing_with_a_strange_field(kind: str) -> None:
    questions = [json.loads(json.dumps(question)) for question in cases(types()[kind])["examples"].values()]
    bank = {"bank": "examples", "questions": questions}
    assert complaints("bank", bank) == []
    questions[0]["strange"] = "x"
    assert complaints("bank", bank)


def test_the_schema_accepts_an_evidence_file_and_refuses_a_wrong_one() -> None:
    small = standard(load(ROOT / "tests/still/content", Problems()))
    file = json.loads(sealed(good(small)))
    assert complaints("evidence", file) == []
    file["papers"][0]["seed"] = "?"
    assert [line.split(":")[0] for line in complaints("evidence", {**file, "strange": 1})] == ["$", "$.papers[0].seed"]
