"""What holds for points of every type: bounds, order, chance by enumeration; and that a public part hides the key."""

import json
import random
from collections.abc import Callable
from itertools import chain, combinations, permutations
from typing import Any

import pytest

from kontuar.banks import Expected, load_question
from kontuar.core.nodes import Map
from kontuar.core.problems import Problems
from kontuar.core.source import Source
from kontuar.core.tree import parse
from kontuar.questions import Question, types
from kontuar.questions.split import split
from tests.solutions import solution

Fields = dict[str, Any]
HEAD: Fields = {"id": "q", "ask": "?"}


def question(fields: Fields) -> Question:
    """A question from plain fields; JSON is YAML."""
    problems = Problems()
    tree = parse(Source("q.yml", json.dumps({**HEAD, **fields}, ensure_ascii=False)), problems)
    assert isinstance(tree, Map)
    found = load_question(tree, "q.yml", Expected(("en",)), problems)
    assert found, [f"{problem.code} {problem.args}" for problem in problems]
    return found


def item(name: str, **more: Any) -> Fields:
    return {"id": name, "text": f"text {name}", "why": f"why {name}", **more}


CHOICE = {"type": "choice", "options": [item(n, correct="yes" if n in "ac" else "no") for n in "abcd"]}
SPOT: Fields = {"type": "spot", "lines": [{"who": "A", **item(n, fault="yes" if n in "ac" else "no")} for n in "abcd"]}
ORDER = {"type": "order", "items": [item("a"), [item("b"), item("c")], item("d"), item("e")]}
PAIRS = [{"id": n, "left": f"left {n}", "right": f"right {n}", "right-id": f"r{n}", "why": "w"} for n in "abc"]
MATCH = {"type": "match", "pairs": PAIRS, "extra": [{"id": "rx", "right": "right x", "why": "w"}]}
BINS = {"one": "One", "two": "Two"}
SORT = {"type": "sort", "bins": BINS, "items": [item(n, bin="one" if n in "ab" else "two") for n in "abcd"]}
GAP = {"options": [item("x", correct="yes"), item("y"), item("z")]}
GAPS: Fields = {"first": GAP, "second": {"accept": ["b"], "why": "w"}}
CLOZE = {"type": "cloze", "text": "So [[first]] and [[second]].", "gaps": GAPS}
TEXT = {"type": "text", "accept": ["warm handover"], "near": [{"text": "handover", "why": "n"}], "why": "w"}
NUMBER = {"type": "number", "answer": "480", "near": [{"answer": "60", "why": "n"}], "why": "w"}
TRUTH = {"type": "truth", "answer": "yes", "why": "w"}
REFLECT = {"type": "reflect", "model": "model", "rubric": ["one", "two"]}


def points(fields: Fields, answer: Any) -> float:
    found = question(fields)
    return types()[found.type].grade(found.key(), answer).points


SCORED = [CHOICE, SPOT, ORDER, MATCH, SORT, CLOZE, TEXT, NUMBER, TRUTH]


@pytest.mark.parametrize("fields", SCORED, ids=lambda fields: fields["type"])
def test_the_solution_earns_all_points_and_nothing_earns_none(fields: Fields) -> None:
    found = question(fields)
    assert points(fields, solution(found.type, found.key())) == 1
    nothing: dict[str, Any] = {"text": "", "number": "", "truth": None, "match": {}, "sort": {}, "cloze": {}}
    assert points(fields, nothing.get(found.type, [])) == 0


@pytest.mark.parametrize(
    ("fields", "part"),
    [(CHOICE, "options"), (SPOT, "lines"), (MATCH, "pairs"), (SORT, "items")],
    ids=["choice", "spot", "match", "sort"],
)
def test_the_order_in_the_file_never_changes_a_score(fields: Fields, part: str) -> None:
    chooser = random.Random(part)
    mixed = {**fields, part: chooser.sample(fields[part], len(fields[part]))}
    answers: list[Any] = [list(some) for n in range(5) for some in combinations("abcd", n)]
    if part == "pairs":
        answers = [dict(zip("abc", some, strict=True)) for some in permutations(("ra", "rb", "rc", "rx"), 3)]
    if part == "items":
        answers = [dict(zip("abcd", some, strict=True)) for some in permutations(("one", "two", "one", "two"))]
    assert [points(fields, answer) for answer in answers] == [points(mixed, answer) for answer in answers]


@pytest.mark.parametrize("fields", [CHOICE, SPOT], ids=["choice", "spot"])
def test_the_mean_over_all_subsets_is_what_the_formula_gives(fields: Fields) -> None:
    subsets = list(chain.from_iterable(combinations("abcd", n) for n in range(5)))
    expected = [max(0, (len({*some} & {*"ac"}) - len({*some} & {*"bd"})) / 2) for some in subsets]
    earned = [points(fields, list(some)) for some in subsets]
    assert earned == expected
    assert sum(earned) / 16 == pytest.approx((2 * 0.5 + 1 + 2 * 0.5) / 16)


def test_the_mean_over_all_orders_is_what_the_formula_gives() -> None:
    """Constrained pairs in right order, rescaled: max(0, 2x − 1); b and c are free among themselves."""
    rank = {"a": 0, "b": 1, "c": 1, "d": 2, "e": 3}
    pairs = [(one, other) for one, other in combinations("abcde", 2) if rank[one] != rank[other]]
    earned, expected = [], []
    for way in permutations("abcde"):
        right = sum(way.index(one) < way.index(other) for one, other in pairs)
        expected.append(max(0.0, 2 * right / len(pairs) - 1))
        earned.append(points(ORDER, list(way)))
    assert earned == pytest.approx(expected)
    assert sum(earned) / 120 == pytest.approx(sum(expected) / 120)
    assert sum(expected) / 120 < 0.2, "chance earns little"


def swapped_rights() -> Fields:
    rights = [(pair["right"], pair["right-id"]) for pair in PAIRS]
    moved = [rights[1], rights[2], rights[0]]
    both = zip(PAIRS, moved, strict=True)
    return {**MATCH, "pairs": [{**pair, "right": right, "right-id": name, "why": "o"} for pair, (right, name) in both]}


def flipped(fields: Fields, part: str, mark: str) -> Fields:
    other = {"yes": "no", "no": "yes", "one": "two", "two": "one"}
    return {**fields, part: [{**one, mark: other[one[mark]], "why": "other"} for one in fields[part]]}


OTHER_GAP = {"options": [{**one, "correct": "yes" if one["id"] == "z" else "no", "why": "o"} for one in GAP["options"]]}
CHANGED: dict[str, tuple[Fields, Callable[[], Fields]]] = {
    "choice": ({**CHOICE, "pick": "many"}, lambda: flipped({**CHOICE, "pick": "many"}, "options", "correct")),
    "spot": (SPOT, lambda: flipped(SPOT, "lines", "fault")),
    "order": (ORDER, lambda: {**ORDER, "items": [item("e"), item("c"), [item("a"), item("d")], item("b")]}),
    "match": (MATCH, swapped_rights),
    "sort": (SORT, lambda: flipped(SORT, "items", "bin")),
    "cloze": (CLOZE, lambda: {**CLOZE, "gaps": {"first": OTHER_GAP, "second": {"accept": ["c"], "why": "o"}}}),
    "text": (TEXT, lambda: {**TEXT, "accept": ["other"], "near": [], "why": "o"}),
    "number": (NUMBER, lambda: {**NUMBER, "answer": "7", "near": [], "why": "o"}),
    "truth": (TRUTH, lambda: {**TRUTH, "answer": "no", "why": "o"}),
    "reflect": (REFLECT, lambda: {**REFLECT, "model": "other", "rubric": ["three"]}),
}


@pytest.mark.parametrize("kind", types())
@pytest.mark.parametrize("salt", ["a", "zażółć", "2026"])
def test_changing_only_the_key_changes_no_byte_of_the_public_part(kind: str, salt: str) -> None:
    one, change = CHANGED[kind]
    other = change()
    public = [json.dumps(split(question(fields), salt)[0].content, ensure_ascii=False) for fields in (one, other)]
    assert public[0] == public[1]
    if kind != "reflect":
        assert question(one).key() != question(other).key()
