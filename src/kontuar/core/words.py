"""The values that fields hold: text by language, and words read as slugs, yes or no, and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from kontuar.core import number

_EVERY_LANGUAGE = ""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YES, _NO = frozenset({"yes", "tak", "true"}), frozenset({"no", "nie", "false"})
_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Words:
    """A text for people, by language; a plain one stands in every language of the course."""

    texts: Mapping[str, str]

    def of(self, lang: str) -> str:
        """The text in one language.

        Raises: KeyError when it has none; a loaded course has all of its languages.
        """
        return self.texts[lang] if lang in self.texts else self.texts[_EVERY_LANGUAGE]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the text is there in."""
        return tuple(lang for lang in self.texts if lang != _EVERY_LANGUAGE)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            _words, serialization=core_schema.plain_serializer_function_ser_schema(_plain)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        text = {"type": "string", "minLength": 1}
        by_language = {"type": "object", "additionalProperties": text, "minProperties": 1}
        return {"anyOf": [text, by_language]}


def _plain(words: Words) -> str | dict[str, str]:
    return words.texts[_EVERY_LANGUAGE] if _EVERY_LANGUAGE in words.texts else dict(words.texts)


def _words(value: object, info: ValidationInfo) -> Words:
    if isinstance(value, Words):
        return value
    languages = (info.context or {}).get("languages", ())
    if isinstance(value, str):
        if not value.strip():
            raise PydanticCustomError("text.empty", "a text without a word")
        return Words(dict.fromkeys(languages or (_EVERY_LANGUAGE,), _tidy(value)))
    if isinstance(value, dict):
        return _by_language(value, languages)
    raise PydanticCustomError("field.wrong-kind", "neither a text nor texts by language", {"expected": "words"})


def _by_language(texts: Mapping[str, object], languages: Sequence[str]) -> Words:
    faults = list(_faults(texts, languages))
    if faults:
        raise ValidationError.from_exception_data("Words", faults)
    return Words({lang: _tidy(str(text)) for lang, text in texts.items()})


def _faults(texts: Mapping[str, object], languages: Sequence[str]) -> Iterator[InitErrorDetails]:
    known = ", ".join(languages)
    for lang, text in texts.items():
        if languages and lang not in languages:
            yield _fault("text.unknown-language", lang, text, key=lang, languages=known)
        elif not isinstance(text, str):
            yield _fault("field.wrong-kind", lang, text, expected="text")
        elif not text.strip():
            yield _fault("text.empty", lang, text)
    for lang in languages:
        if lang not in texts:
            yield _fault("text.missing-language", lang, texts, language=lang)


def _fault(code: str, lang: str, value: object, **args: str) -> InitErrorDetails:
    # pydantic fills {names} of its own message, which nobody reads, so the code itself stands in for it
    message: Any = code
    return InitErrorDetails(type=PydanticCustomError(code, message, args), loc=(lang,), input=value)


def _tidy(text: str) -> str:
    return text.strip("\n").rstrip()


def _slug(value: object) -> object:
    if isinstance(value, str) and not (_SLUG.fullmatch(value) and len(value) <= 80):
        raise PydanticCustomError("field.slug", "not a slug")
    return value


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = _text(value).strip().lower()
    if word not in _YES | _NO:
        raise PydanticCustomError("field.yes-no", "neither yes nor no")
    return word in _YES


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value).strip()
    if not _WHOLE.fullmatch(text):
        raise PydanticCustomError("field.number", "not a whole number", {"expected": "whole"})
    return int(text)


def _decimal(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    read = number.parse(_text(value))
    if read is None:
        raise PydanticCustomError("field.number", "not a number", {"expected": "decimal"})
    return read


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("field.wrong-kind", "not a text", {"expected": "text"})
    return value


Slug = Annotated[
    str,
    BeforeValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}),
]
YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    WithJsonSchema({"enum": ["yes", "no", "tak", "nie", True, False]}),
]
Whole = Annotated[int, BeforeValidator(_whole)]
Decimal = Annotated[
    float,
    BeforeValidator(_decimal),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]}),
]
