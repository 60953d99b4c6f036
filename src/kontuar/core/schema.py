"""Trees made into models; every fault becomes a problem at its place, in a trainer's words."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from kontuar.core.mistakes import did_you_mean, discriminator, shown, translate
from kontuar.core.nodes import Map, Seq, Text, Tree, child, place
from kontuar.core.problems import Place, Problems, catalogue, is_error, needed

M = TypeVar("M", bound=BaseModel)
Loc = tuple[str | int, ...]

_CONTAINERS = frozenset({list, tuple, set, frozenset, dict, Sequence, Mapping})


class Strict(BaseModel):
    """The base of every model: unchangeable, and without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True)
class Fault:
    """What a model that is valid field by field gets wrong as a whole."""

    code: str
    loc: Loc
    args: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Error:
    """One of pydantic's errors with a `loc` of real steps only.

    `node` stands at the place, if anything does; `branch` is the place of the union that refused everything;
    `of_name` tells that a name is wrong, not what stands under it.
    """

    detail: ErrorDetails
    loc: Loc
    node: Tree | None
    branch: Loc | None
    of_name: bool


def build(model: type[M], tree: Tree, path: str, problems: Problems, *, languages: Sequence[str]) -> M | None:
    """The model that a tree describes, or None after an error; `languages` are those of the course.

    A model may have a method `faults(self) -> Iterator[Fault]`, which is asked once all fields are valid.
    """
    try:
        built = model.model_validate(tree, context={"languages": tuple(languages)})
    except ValidationError as refused:
        for error in _errors(model, tree, refused):
            code, args = _explain(model, error)
            problems.add(code, _written(path, tree, error), **args)
        return None
    faults: list[Fault] = list(getattr(built, "faults", tuple)())
    for fault in faults:
        problems.add(fault.code, place(path, tree, fault.loc), **fault.args)
    return None if any(is_error(fault.code) for fault in faults) else built


def _written(path: str, tree: Tree, error: _Error) -> Place:
    """A wrong value is marked itself; a wrong name, and what is not there, by its key or its parent's."""
    if isinstance(error.node, Text) and error.node.strip() and not error.of_name:
        return place(path, error.node, ())
    return place(path, tree, error.loc)


def _errors(model: type[BaseModel], tree: Tree, refused: ValidationError) -> list[_Error]:
    """The errors that say something of their own, not those that only follow from others."""
    errors = _one_branch([_real(detail, tree) for detail in refused.errors(include_url=False)])
    unknown = [error for error in errors if error.detail["type"] == "extra_forbidden"]
    misspelt = {(*error.loc[:-1], _near_field(model, error.loc)) for error in unknown}
    return [error for error in errors if not _follows(error, misspelt)]


def _follows(error: _Error, misspelt: Container[Loc]) -> bool:
    """Whether a field is missing because it was misspelt, or a list too short because its items are wrong."""
    kind = error.detail["type"]
    if kind == "too_short" and isinstance(error.node, Map | Seq):
        return len(error.node) >= int(error.detail["ctx"]["min_length"])
    return kind == "missing" and error.loc in misspelt


def _real(detail: ErrorDetails, tree: Tree) -> _Error:
    """Strip the labels that pydantic puts between the steps: names of union branches, and `[key]`."""
    node: Tree | None = tree
    steps: list[str | int] = []
    branch: Loc | None = None
    loc = (*detail["loc"], *_discriminator(detail))
    absent = detail["type"] in ("missing", "union_tag_not_found") or detail["type"] in catalogue()
    for number, step in enumerate(loc, 1):
        inner = child(node, step) if node is not None else None
        if inner is not None or (absent and number == len(loc)):
            steps.append(step)
            node = inner
        elif step != "[key]" and branch is None:
            branch = tuple(steps)
    of_name = detail["loc"][-1:] == ("[key]",) or detail["type"] in ("extra_forbidden", "text.unknown-language")
    return _Error(detail, tuple(steps), node, branch, of_name)


def _discriminator(detail: ErrorDetails) -> Loc:
    """The step to the field that was to choose among models, when it is that field that is wrong."""
    of_union = detail["type"] in ("union_tag_invalid", "union_tag_not_found") and isinstance(detail["input"], Map)
    return (discriminator(detail),) if of_union else ()


def _one_branch(errors: list[_Error]) -> list[_Error]:
    """Of the errors in a union's branches, those of the branch that came furthest."""
    furthest: dict[Loc, _Error] = {}
    for error in errors:
        if error.branch is not None:
            best = furthest.setdefault(error.branch, error)
            if len(error.loc) > len(best.loc):
                furthest[error.branch] = error
    return [e for e in errors if e.branch is None or _label(e) == _label(furthest[e.branch])]


def _label(error: _Error) -> str | int:
    return error.detail["loc"][len(error.branch or ())]


def _explain(model: type[BaseModel], error: _Error) -> tuple[str, dict[str, str | int]]:
    name = next((step for step in reversed(error.loc) if isinstance(step, str)), "")
    where = "file" if not error.loc else "field" if error.loc[-1] == name else "item"
    kind = error.detail["type"]
    blank = isinstance(error.node, Text) and not error.node.strip()
    args: Mapping[str, Any]
    if kind == "extra_forbidden":
        code, args = "field.unknown", _fields(model, error.loc)
    elif blank and kind != "text.empty" and not error.of_name:
        code, args = "field.empty", {}
    elif kind in catalogue():
        code, args = kind, error.detail.get("ctx", {})
    else:
        code, args = translate(error.detail)
    known = {"field": shown(name), "where": where, "found": shown(error.node), **args}
    if isinstance(error.node, Map | Seq):
        known["length"] = len(error.node)  # pydantic counts only the items that are right
    return code, {arg: known[arg] for arg in needed(code)}


def _fields(model: type[BaseModel], loc: Loc) -> dict[str, Any]:
    near = _near_field(model, loc)
    fields = ", ".join(sorted(_fields_at(model, loc[:-1])))
    return {"near": near, "fields": fields, "guess": "near" if near else "none"}


def _near_field(model: type[BaseModel], loc: Loc) -> str:
    return did_you_mean(str(loc[-1]), sorted(_fields_at(model, loc[:-1])))


def _fields_at(annotation: Any, loc: Loc) -> set[str]:
    """The names of the fields that may stand at a place of a model."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = {info.alias or name: info.annotation for name, info in annotation.model_fields.items()}
        return _fields_at(fields.get(str(loc[0])), loc[1:]) if loc else set(fields)
    kind, inner = get_origin(annotation), get_args(annotation)
    parts = inner[:1] if kind is Annotated else inner
    rest = loc[1:] if kind in _CONTAINERS else loc
    return set().union(*(_fields_at(part, rest) for part in parts)) if kind not in _CONTAINERS or loc else set()
