"""JSON Schemas of the YAML files, generated from the models, for completion and hints in editors."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kontuar.banks import Head
from kontuar.certificates.evidence import Evidence
from kontuar.course.atoms import Atoms
from kontuar.course.glossary import Glossary
from kontuar.course.outline import Outline
from kontuar.dialogues.dialogue import Dialogue
from kontuar.questions import types
from kontuar.quizzes.exam import Exam

DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its file name in schemas/."""
    return {
        "atoms.schema.json": _finished(Atoms.model_json_schema(), "course/atoms.yml"),
        "bank.schema.json": _finished(_bank(), "A bank of questions in quizzes/banks/"),
        "course.schema.json": _finished(Outline.model_json_schema(by_alias=True), "course/course.yml"),
        "dialogue.schema.json": _finished(Dialogue.model_json_schema(by_alias=True), "A dialogue"),
        "evidence.schema.json": _titled(Evidence.model_json_schema(by_alias=True), "An evidence file"),
        "exam.schema.json": _finished(Exam.model_json_schema(by_alias=True), "quizzes/exam.yml"),
        "glossary.schema.json": _finished(Glossary.model_json_schema(), "docs/glossary.yml"),
    }


def write_schemas(folder: Path) -> Iterator[Path]:
    """Writes every schema and gives the files' paths."""
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        yield folder / name


def _bank() -> dict[str, Any]:
    bank = Head.model_json_schema()
    definitions: dict[str, Any] = {}
    kinds = []
    for name, kind in types().items():
        schema = kind.model.model_json_schema(by_alias=True)
        definitions |= {f"{name}.{key}": value for key, value in schema.pop("$defs", {}).items()}
        kinds.append(_moved(schema, name))
    bank["properties"]["questions"] = {"type": "array", "minItems": 1, "items": {"anyOf": kinds}}
    bank["required"] = ["bank", "questions"]
    bank["$defs"] = {key: _moved(value, key.split(".")[0]) for key, value in definitions.items()}
    return bank


def _moved(schema: Any, name: str) -> Any:
    """A schema whose references lead to the definitions of one type of question."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", f"#/$defs/{name}.") if key == "$ref" else _moved(value, name)
            for key, value in schema.items()
        }
    return [_moved(value, name) for value in schema] if isinstance(schema, list) else schema


def _finished(schema: dict[str, Any], title: str) -> dict[str, Any]:
    return _titled(_lenient(schema), title)


def _titled(schema: dict[str, Any], title: str) -> dict[str, Any]:
    return {"$schema": DIALECT, **schema, "title": title}


def _lenient(schema: Any) -> Any:
    """Text may look like a number or like yes and no: Kontuar reads every value as it is written."""
    if isinstance(schema, dict):
        loose = {key: _lenient(value) for key, value in schema.items()}
        if loose.get("type") == "string" and "enum" not in loose and "const" not in loose:
            loose["type"] = ["string", "number", "boolean"]
        return loose
    return [_lenient(value) for value in schema] if isinstance(schema, list) else schema
