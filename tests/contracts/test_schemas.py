"""The schemas in schemas/ are those of the models, and accept what the course really holds."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from kontuar.questions import types
from kontuar.schemas import schemas

from .cases import ROOT, cases


@pytest.mark.parametrize("name", schemas())
def test_a_schema_on_disk_is_the_one_of_the_models(name: str) -> None:
    written = json.loads((ROOT / "schemas" / name).read_text("utf-8"))
    assert written == schemas()[name], "run: python -m kontuar schemas"


@pytest.mark.parametrize("file", sorted(ROOT.glob("quizzes/banks/*.yml")), ids=lambda file: file.stem)
def test_the_schema_accepts_every_bank(file: Path) -> None:
    jsonschema.validate(yaml.safe_load(file.read_text("utf-8")), schemas()["bank.schema.json"])


@pytest.mark.parametrize("file", sorted(ROOT.glob("quizzes/dialogues/*.yml")), ids=lambda file: file.stem)
def test_the_schema_accepts_every_dialogue(file: Path) -> None:
    jsonschema.validate(yaml.safe_load(file.read_text("utf-8")), schemas()["dialogue.schema.json"])


@pytest.mark.parametrize("file", ["course/course.yml", "course/atoms.yml", "docs/glossary.yml"])
def test_the_schema_accepts_the_course(file: str) -> None:
    content = yaml.safe_load((ROOT / file).read_text("utf-8"))
    jsonschema.validate(content, schemas()[f"{Path(file).stem}.schema.json"])


@pytest.mark.parametrize("kind", types())
def test_the_schema_accepts_a_types_examples_and_nothing_with_a_strange_field(kind: str) -> None:
    questions = [json.loads(json.dumps(question)) for question in cases(types()[kind])["examples"].values()]
    bank = {"bank": "examples", "questions": questions}
    jsonschema.validate(bank, schemas()["bank.schema.json"])
    questions[0]["strange"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bank, schemas()["bank.schema.json"])
