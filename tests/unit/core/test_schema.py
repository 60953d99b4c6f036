from collections.abc import Iterator
from typing import Annotated, Literal

import pytest
from pydantic import Field, ValidationError

from kontuar.core.problems import Problem, Problems
from kontuar.core.schema import Fault, Strict, build
from kontuar.core.source import Source
from kontuar.core.tree import parse
from kontuar.core.words import Decimal, Slug, Whole, Words, YesNo
from tests.unit.core.reading import told


class Circle(Strict):
    kind: Literal["circle"]
    radius: Decimal = Field(default=1.0, ge=0.5, le=9)


class Square(Strict):
    kind: Literal["square"]
    side: Whole = Field(default=2, gt=1, lt=9)


class Sheet(Strict):
    id: Slug = "sheet"
    title: Words | None = None
    shapes: tuple[Annotated[Circle | Square, Field(discriminator="kind")], ...] = ()
    labels: dict[Slug, Words] = Field(default={})
    wanted: Literal["all"] | tuple[Slug, ...] = "all"
    mark: Decimal = Field(default=80, alias="pass")
    tags: list[str] = Field(default=[], max_length=2)
    note: str = Field(default="", max_length=5)
    open: YesNo = True
    levels: dict[Literal["low", "high"], Whole] = Field(default={})
    inner: "Sheet | None" = None

    def faults(self) -> Iterator[Fault]:
        if not self.shapes and self.note == "needs":
            yield Fault("list.too-short", ("shapes",), {"field": "shapes", "length": 0, "limit": 1})
        if self.note == "warns":
            yield Fault("char.lost", ("note",))


def built(text: str) -> tuple[Sheet | None, Problems]:
    problems = Problems()
    tree = parse(Source("s.yml", text), problems)
    assert tree is not None
    return build(Sheet, tree, "s.yml", problems, languages=("pl", "en")), problems


def found(text: str) -> list[str]:
    return told(built(text)[1])


def only(text: str) -> Problem:
    (problem,) = built(text)[1]
    return problem


def test_a_sound_tree_becomes_a_model() -> None:
    sheet, problems = built(
        "title: {pl: Arkusz, en: Sheet}\nshapes:\n  - {kind: square, side: 3}\npass: 62,5\nopen: nie"
    )
    assert sheet is not None
    assert not problems
    assert (sheet.shapes[0], sheet.mark, sheet.open) == (Square(kind="square", side=3), 62.5, False)


def test_a_model_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(Circle(kind="circle"), "radius", 2.0)  # noqa: B010


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shapes: [{kind: square, side: x}]", "field.number 1:31"),
        ("shapes: [{kind: squar}]", "field.not-one-of 1:17"),
        ("shapes: [{side: 3}]", "field.missing 1:10"),
        ("shapes: [{kind: square, side: 1}]", "number.not-above 1:31"),
        ("shapes: [{kind: square, side: 9}]", "number.not-below 1:31"),
        ("shapes: [{kind: circle, radius: 0}]", "number.too-small 1:33"),
        ("shapes: [{kind: circle, radius: 10}]", "number.too-big 1:33"),
        ("shapes: [{kind: circle, size: 10}]", "field.unknown 1:25"),
        ("shapes: [{kind: [circle]}]", "field.wrong-kind 1:11"),
        ("shapes: [{kind: }]", "field.empty 1:11"),
        ("shapes: [circle]", "field.wrong-kind 1:10"),
        ("shapes: {kind: circle}", "field.wrong-kind 1:1"),
        ("labels: {Big: x}", "field.slug 1:10"),
        ("labels: {big: {pl: Duży}}", "text.missing-language 1:10"),
        ("labels: [a]", "field.wrong-kind 1:1"),
        ("levels: {hgh: 2}", "field.not-one-of 1:10"),
        ("levels: {high: many}", "field.number 1:16"),
        ("wanted: al", "field.not-one-of 1:9"),
        ("wanted: [a, B]", "field.slug 1:13"),
        ("wanted: {a: b}", "field.wrong-kind 1:1"),
        ("tags: [a, b, c]", "list.too-long 1:1"),
        ("tags: [a, [b]]", "field.wrong-kind 1:11"),
        ("tags: [a, ]\nnote: too long", "text.too-long 2:7"),
        ("title:", "text.empty 1:1"),
        ("id:", "field.empty 1:1"),
        ("pas: 5", "field.unknown 1:1"),
        ("mark: 5", "field.unknown 1:1"),
        ("inner: {pas: 5}", "field.unknown 1:9"),
        ("inner: {inner: {id: A}}", "field.slug 1:21"),
        ("open: [yes]", "field.wrong-kind 1:1"),
        ("just a text", "field.wrong-kind 1:1"),
        ("- a list", "field.wrong-kind 1:1"),
    ],
)
def test_each_fault_is_told_once_at_its_place(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_an_unknown_name_brings_the_nearest_known_one_to_mind() -> None:
    assert only("shaps: []").help("en") == 'did you mean "shapes"?'
    assert only("inner: {titel: x}").help("pl") == 'czy chodziło o "title"?'
    assert only("pas: 5").help("en") == 'did you mean "pass"?'
    assert only("shapes: [{kind: circle, xyz: 1}]").help("en") == "delete it, or use one of: kind, radius, side"
    assert only("levels: {hgh: 2}").help("en") == 'did you mean "high"? possible: low, high'
    assert only("shapes: [{kind: squar}]").help("en") == 'did you mean "square"? possible: circle, square'


def test_a_misspelt_field_is_not_called_missing_as_well() -> None:
    class Needs(Strict):
        options: tuple[str, ...]

    problems = Problems()
    tree = parse(Source("s.yml", "optoins: [a]"), problems)
    assert tree is not None
    build(Needs, tree, "s.yml", problems, languages=())
    assert told(problems) == ["field.unknown 1:1"]


def test_a_missing_field_that_chooses_the_kind_is_named() -> None:
    assert only("shapes: [{side: 3}]").says("en") == 'the field "kind" is missing'


def test_a_list_is_not_too_short_because_its_items_are_wrong() -> None:
    class Two(Strict):
        items: tuple[Whole, ...] = Field(min_length=2)

    for text, expected in (("[a, 2]", ["field.number 1:9"]), ("[a]", ["list.too-short 1:1", "field.number 1:9"])):
        problems = Problems()
        tree = parse(Source("s.yml", f"items: {text}"), problems)
        assert tree is not None
        build(Two, tree, "s.yml", problems, languages=())
        assert told(problems) == expected


def test_a_long_wrong_value_is_cut_in_the_message() -> None:
    assert only("id: " + "Ż" * 500).says("en") == f'"{"Ż" * 59}…" cannot serve as an id'


def test_faults_of_the_whole_are_asked_for_when_every_field_is_valid() -> None:
    assert built("note: needs")[0] is None
    assert found("note: needs\nshapes: []") == ["list.too-short 2:1"]
    assert found("note: needs\nid: A") == ["field.slug 2:5"]


def test_a_warning_does_not_cost_the_model() -> None:
    sheet, problems = built("note: warns")
    assert sheet is not None
    assert told(problems) == ["char.lost 1:1"]


def test_the_kinds_are_named_in_plain_words() -> None:
    assert only("shapes: x").says("en") == 'the field "shapes" has to be a list'
    assert only("tags: [[b]]").says("pl") == 'w pozycji listy "tags" ma być jeden tekst'
    assert only("- a").says("en") == "this has to be a group of fields"
