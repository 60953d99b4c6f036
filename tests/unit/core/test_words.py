from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kontuar.core.words import Decimal, Slug, Whole, Words, YesNo

BOTH = {"languages": ("pl", "en")}


def read(kind: Any, value: object, context: dict[str, Any] | None = None) -> Any:
    return TypeAdapter(kind).validate_python(value, context=context)


def codes(kind: Any, value: object, context: dict[str, Any] | None = None) -> list[tuple[str, tuple[int | str, ...]]]:
    with pytest.raises(ValidationError) as refused:
        read(kind, value, context)
    return [(error["type"], error["loc"]) for error in refused.value.errors()]


def test_words_are_told_in_each_language() -> None:
    words = read(Words, {"pl": "Tak", "en": "Yes"}, BOTH)
    assert (words.of("pl"), words.of("en"), words.languages) == ("Tak", "Yes", ("pl", "en"))


def test_a_plain_text_stands_in_every_language_of_the_course() -> None:
    words = read(Words, "480", BOTH)
    assert words == Words({"pl": "480", "en": "480"})
    assert words.languages == ("pl", "en")


def test_words_without_a_course_take_any_language() -> None:
    assert read(Words, "480").of("fi") == "480"
    assert read(Words, {"fi": "Joo"}).of("fi") == "Joo"


def test_asking_for_a_language_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words({"pl": "Tak"}).of("en")


def test_words_lose_the_empty_lines_around_them_and_keep_the_indent_of_markdown() -> None:
    assert read(Words, "\n    code\n\ntext \n").of("pl") == "    code\n\ntext"


def test_every_fault_of_a_text_is_told_with_its_language() -> None:
    assert codes(Words, {"de": "Ja", "pl": " "}, BOTH) == [
        ("text.unknown-language", ("de",)),
        ("text.empty", ("pl",)),
        ("text.missing-language", ("en",)),
    ]
    assert codes(Words, {"pl": ["a"], "en": "b"}, BOTH) == [("field.wrong-kind", ("pl",))]
    assert codes(Words, " \n", BOTH) == [("text.empty", ())]
    assert codes(Words, ["a"], BOTH) == [("field.wrong-kind", ())]


def test_words_go_out_as_they_came_in() -> None:
    adapter = TypeAdapter(Words)
    assert adapter.dump_python(read(Words, {"pl": "Tak", "en": "Yes"}, BOTH)) == {"pl": "Tak", "en": "Yes"}
    assert adapter.dump_json(read(Words, "480")) == b'"480"'
    assert read(Words, read(Words, "480")) == Words({"": "480"})


@pytest.mark.parametrize("value", ["a", "first-words", "7", "a1-b2"])
def test_a_slug_is_small_letters_digits_and_single_hyphens(value: str) -> None:
    assert read(Slug, value) == value


@pytest.mark.parametrize("value", ["", "A", "a b", "-a", "a-", "a--b", "żółw", "a_b", "a/b", "a\n", "١", "a" * 81])
def test_anything_else_is_no_slug(value: str) -> None:
    assert codes(Slug, value) == [("field.slug", ())]


@pytest.mark.parametrize(
    ("value", "meant"),
    [("yes", True), ("Tak", True), (" TRUE ", True), (True, True), ("no", False), ("nie", False), ("false", False)],
)
def test_yes_and_no_are_read_in_both_languages(value: object, meant: bool) -> None:
    assert read(YesNo, value) is meant


@pytest.mark.parametrize("value", ["", "y", "1", "on", "maybe"])
def test_anything_else_is_neither_yes_nor_no(value: str) -> None:
    assert codes(YesNo, value) == [("field.yes-no", ())]


@pytest.mark.parametrize(("value", "meant"), [("5", 5), ("-3", -3), ("007", 7), (5, 5)])
def test_a_whole_number_is_read_from_its_digits(value: object, meant: int) -> None:
    assert read(Whole, value) == meant


@pytest.mark.parametrize("value", ["", "5.0", "1e3", "0x1F", "1_000", "٥", "five", "9" * 16])
def test_anything_else_is_no_whole_number(value: str) -> None:
    assert codes(Whole, value) == [("field.number", ())]


@pytest.mark.parametrize(("value", "meant"), [("2,5", 2.5), ("2.5", 2.5), ("1 000", 1000.0), ("-0,5", -0.5), (3, 3.0)])
def test_a_number_may_have_a_comma_or_a_point(value: object, meant: float) -> None:
    assert read(Decimal, value) == meant


@pytest.mark.parametrize("value", ["", "nan", "inf", "1e3", "5 zł", "a"])
def test_anything_else_is_no_number(value: str) -> None:
    assert codes(Decimal, value) == [("field.number", ())]


@pytest.mark.parametrize("kind", [YesNo, Whole, Decimal])
def test_a_list_where_a_single_value_belongs_is_of_the_wrong_kind(kind: Any) -> None:
    assert codes(kind, ["a"]) == [("field.wrong-kind", ())]


def test_editors_are_told_what_the_fields_hold() -> None:
    text = {"type": "string", "minLength": 1}
    by_language = {"type": "object", "additionalProperties": text, "minProperties": 1}
    assert TypeAdapter(Words).json_schema() == {"anyOf": [text, by_language]}
    assert "tak" in TypeAdapter(YesNo).json_schema()["enum"]
    assert TypeAdapter(Slug).json_schema()["pattern"] == "^[a-z0-9]+(-[a-z0-9]+)*$"
    assert TypeAdapter(Whole).json_schema() == {"type": "integer"}
