"""What pydantic's errors mean to an author: the code of the problem, and what its sentences are filled with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

SHOWN = 60  # characters of a wrong value that are worth repeating

Mistake = tuple[str, Mapping[str, Any]]
Translation = Callable[[ErrorDetails], Mistake]


def translate(detail: ErrorDetails) -> Mistake:
    return _TRANSLATIONS.get(detail["type"], _wrong)(detail)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """The known word that is nearest, or an empty text."""
    return next(iter(get_close_matches(word.lower(), known, n=1)), "")


def shown(value: object) -> str:
    """A value as it is repeated in a message: short, on one line."""
    text = " ".join(str(value).split()) if isinstance(value, (str, int)) else ""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def discriminator(detail: ErrorDetails) -> str:
    """The field that was to choose among the models of a union."""
    return str(detail["ctx"]["discriminator"]).strip("'")


def _kind(expected: str) -> Translation:
    return lambda _: ("field.wrong-kind", {"expected": expected})


def _number(expected: str) -> Translation:
    return lambda _: ("field.number", {"expected": expected})


def _plain(code: str) -> Translation:
    return lambda _: (code, {})


def _limit(code: str, name: str) -> Translation:
    def limited(detail: ErrorDetails) -> Mistake:
        limit = detail["ctx"][name]
        whole = isinstance(limit, float) and limit.is_integer()
        return code, {"limit": int(limit) if whole else str(limit), "length": detail["ctx"].get("actual_length", 0)}

    return limited


def _choice(detail: ErrorDetails) -> Mistake:
    context = detail["ctx"]
    found = detail["input"][discriminator(detail)] if "tag" in context else detail["input"]
    if not isinstance(found, str):
        return "field.wrong-kind", {"expected": "text"}
    allowed = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags"))))
    near = did_you_mean(found, allowed)
    args = {"found": shown(found), "allowed": ", ".join(allowed), "near": near, "guess": "near" if near else "none"}
    return "field.not-one-of", args


def _no_tag(detail: ErrorDetails) -> Mistake:
    return ("field.missing", {}) if isinstance(detail["input"], dict) else _kind("fields")(detail)


def _short_text(detail: ErrorDetails) -> Mistake:
    limit = detail["ctx"]["min_length"]
    return ("text.empty", {}) if limit == 1 else ("text.too-short", {"limit": limit})


_wrong = _plain("field.wrong")

_BY_CODE: Mapping[Translation, Sequence[str]] = {
    _plain("field.missing"): ("missing",),
    _no_tag: ("union_tag_not_found",),
    _plain("field.yes-no"): ("bool_type", "bool_parsing"),
    _plain("field.date"): ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
    _kind("text"): ("string_type",),
    _kind("list"): ("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"),
    _kind("fields"): ("dict_type", "mapping_type", "model_type", "model_attributes_type"),
    _number("whole"): ("int_type", "int_parsing", "int_from_float", "int_parsing_size"),
    _number("decimal"): ("float_type", "float_parsing", "decimal_type", "decimal_parsing", "finite_number"),
    _choice: ("literal_error", "enum", "union_tag_invalid"),
    _limit("number.too-small", "ge"): ("greater_than_equal",),
    _limit("number.not-above", "gt"): ("greater_than",),
    _limit("number.too-big", "le"): ("less_than_equal",),
    _limit("number.not-below", "lt"): ("less_than",),
    _limit("list.too-short", "min_length"): ("too_short",),
    _limit("list.too-long", "max_length"): ("too_long",),
    _short_text: ("string_too_short",),
    _limit("text.too-long", "max_length"): ("string_too_long",),
}
_TRANSLATIONS: Mapping[str, Translation] = {kind: how for how, kinds in _BY_CODE.items() for kind in kinds}
