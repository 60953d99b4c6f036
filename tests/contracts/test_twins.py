"""What stands in Python and in JavaScript says the same: by shared vectors, and by chance with fixed seeds."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from kontuar.core import canonical, chance, marks, number, text
from kontuar.quizzes import draw
from tests.node import Call, ask

VECTORS = Path(__file__).with_name("vectors")
Twin = tuple[Callable[..., Any], str, str]  # the Python function, the module and the name of its twin

FOLD: Twin = (text.fold, "core/text.js", "fold")
SAME: Twin = (text.same, "core/text.js", "same")
STRIP: Twin = (text.strip_marks, "core/text.js", "stripMarks")
NEAR: Twin = (text.near_miss, "core/text.js", "nearMiss")
PARSE: Twin = (number.parse, "core/number.js", "parse")
ORDER: Twin = (chance.order, "core/chance.js", "order")
SHARE: Twin = (marks.share, "core/marks.js", "share")
PASSES: Twin = (marks.passes, "core/marks.js", "passes")
DRAW: Twin = (draw.draw, "quizzes/draw.js", "draw")
DRAW_ALL: Twin = (draw.draw_all, "quizzes/draw.js", "drawAll")
CANONICAL: Twin = (canonical.canonical, "core/canonical.js", "canonical")
DIGEST: Twin = (canonical.digest, "core/canonical.js", "digest")


def vectors(name: str) -> Any:
    return yaml.safe_load((VECTORS / f"{name}.yml").read_text(encoding="utf-8"))


def both(twin: Twin, rows: Sequence[Sequence[Any]]) -> list[Any]:
    """What Python gives for each row of arguments, after JavaScript was found to give the same."""
    function, module, name = twin
    calls: list[Call] = [(module, name, row) for row in rows]
    ours, theirs = [_given(function, row) for row in rows], ask(calls)
    told = zip(rows, ours, theirs, strict=True)
    unlike = [f"{row!r}: {one!r} in Python, {other!r} in JavaScript" for row, one, other in told if one != other]
    assert not unlike, "\n".join([f"{name} differs in {len(unlike)} of {len(rows)}", *unlike[:20]])
    return ours


def _given(function: Callable[..., Any], row: Sequence[Any]) -> Any:
    try:
        return function(*row)
    except ValueError as error:
        return {"error": str(error)}


# ---- shared vectors


def test_texts_are_compared_as_the_vectors_say() -> None:
    rows = vectors("text")
    pairs = [row[:2] for row in rows]
    kinds = zip(both(SAME, pairs), both(NEAR, pairs), strict=True)
    assert ["same" if same else "near" if near else "other" for same, near in kinds] == [row[2] for row in rows]


def test_numbers_are_read_as_the_vectors_say() -> None:
    rows = vectors("number")
    assert both(PARSE, [row[:2] for row in rows]) == [row[2] for row in rows]


def test_a_seed_orders_as_the_vectors_say() -> None:
    rows = vectors("chance")
    assert both(ORDER, [(list(range(count)), seed) for seed, count, _ in rows]) == [row[2] for row in rows]


def test_points_are_marked_as_the_vectors_say() -> None:
    rows = vectors("marks")
    assert both(SHARE, [row[:2] for row in rows]) == [row[2] for row in rows]
    assert both(PASSES, [(points, possible, mark) for points, possible, _, mark, _ in rows]) == [row[4] for row in rows]


def test_papers_are_drawn_as_the_vectors_say() -> None:
    given = vectors("draw")
    bank = [{"id": name, "level": level} for name, level in given["bank"]]
    papers = given["papers"]
    rows = [({"take": p["take"], "levels": p["levels"]}, bank, p["seed"], p["attempt"]) for p in papers]
    assert both(DRAW, rows) == [p.get("gives", {"error": p.get("error")}) for p in papers]


def test_papers_over_several_banks_are_drawn_as_the_vectors_say() -> None:
    given = vectors("draw")["several"]
    banks = {bank: [{"id": f"{bank}/{name}", "level": level} for name, level in given["banks"][bank]] for bank in "ab"}
    papers = given["papers"]
    rows = [
        ([({"take": part["take"], "levels": part["levels"]}, banks[part["from"]]) for part in p["parts"]], *p["draw"])
        for p in papers
    ]
    assert both(DRAW_ALL, rows) == [p.get("gives", {"error": p.get("error")}) for p in papers]


def test_json_has_one_spelling() -> None:
    given = {
        "ż": [True, None, -0.0, 1e21, 1e-7, 0.000001, 123456789012345680000.0, 1.5e300],
        "𐐀": "\u2028\x07\ud800",
        "\uffff": {},
    }
    (spelled,) = both(CANONICAL, [(given,)])
    numbers = "[true,null,0,1e+21,1e-7,0.000001,123456789012345680000,1.5e+300]"
    assert spelled == '{"ż":' + numbers + ',"𐐀":"\u2028\\u0007\\ud800","\uffff":{}}'


# ---- by chance

# Two tables of letters that came after Unicode 14 can't agree: Python 3.11 does not know them.
LETTERS = [
    letter
    for letter in map(chr, [*range(0xD800), *range(0xE000, 0x110000)])
    if unicodedata.category(letter) not in ("Cn", "Co")
]
TRICKY = "İIıißẞΣσςłŁżŻóÓǅŉΐﬁÅÅ\u0301\u0307\u0327\u0323\u0345\u00a0\u2009\u2028\ufeff\u0085\u001c \t'·\u00ad𐐀가각"


def typed(chooser: random.Random) -> str:
    alphabet = chooser.choice([TRICKY, TRICKY, LETTERS])
    return "".join(chooser.choices(alphabet, k=chooser.randrange(9)))


def test_every_letter_is_folded_alike() -> None:
    both(FOLD, [(f"a{letter}Z",) for letter in LETTERS])


def test_random_texts_are_folded_and_stripped_alike() -> None:
    chooser = random.Random("texts")
    texts = [typed(chooser) for _ in range(3000)]
    both(FOLD, [(one,) for one in texts])
    both(STRIP, [(one,) for one in texts])
    pairs = [(one, chooser.choice([one.lower(), one.upper(), text.strip_marks(one), typed(chooser)])) for one in texts]
    assert {True, False} == set(both(SAME, pairs)) == set(both(NEAR, pairs))


PIECES = [*"00112233456789.,,. +-−", "\u00a0", "\u202f", "e", "zł", "٣", "000", "123", ".345", ",678", " 901"]


def jumble(chooser: random.Random) -> tuple[str, str]:
    return "".join(chooser.choices(PIECES, k=chooser.randrange(1, 9))), chooser.choice(["", "zł"])


def long_number(chooser: random.Random) -> tuple[str, str]:
    value = chooser.random() * 10.0 ** chooser.randrange(-9, 22)
    return f"{chooser.choice('+-−')}{value:.25f}", ""


def slip(chooser: random.Random) -> tuple[str, str]:
    """A number as it is written in some language, with one character too many, or one missing."""
    written = f"{chooser.random() * 10.0 ** chooser.randrange(10):,.2f}"
    typed = written.translate(chooser.choice([{}, {44: " "}, {44: " ", 46: ","}, {44: ".", 46: ","}]))
    place = chooser.randrange(len(typed))
    return typed[:place] + chooser.choice(["", *PIECES[:22]]) + typed[place + chooser.randrange(2) :], ""


def test_random_numbers_are_read_alike() -> None:
    chooser = random.Random("numbers")
    rows = [make(chooser) for make in (jumble, slip, long_number) for _ in range(2000)]
    read = [value for value in both(PARSE, rows) if value is not None]
    assert len(read) > 1000
    assert len(set(read)) > 700


def test_random_seeds_order_alike() -> None:
    chooser = random.Random("seeds")
    both(ORDER, [(list(range(chooser.randrange(40))), typed(chooser) or "x") for _ in range(1500)])


def test_random_papers_are_drawn_alike() -> None:
    chooser = random.Random("papers")
    rows = [paper(chooser) for _ in range(1500)]
    drawn = both(DRAW, rows)
    refused = [one for one in drawn if isinstance(one, dict)]
    assert 100 < len(refused) < len(drawn) - 500


def test_random_exams_are_drawn_alike() -> None:
    chooser = random.Random("exams")
    rows = []
    for _ in range(300):
        parts = [paper(chooser)[:2] for _ in range(chooser.randrange(1, 5))]
        rows.append((parts, f"{chooser.getrandbits(40):X}", chooser.randrange(1, 9)))
    assert len([one for one in both(DRAW_ALL, rows) if isinstance(one, list)]) > 50


def test_random_json_is_spelled_and_digested_alike() -> None:
    chooser = random.Random("json")
    floats = [chooser.uniform(-10, 10) * 10.0 ** chooser.randrange(-25, 25) for _ in range(2000)]
    both(CANONICAL, [(number,) for number in [*floats, *map(round, floats)]])
    both(DIGEST, [({typed(chooser): floats[:n], "text": typed(chooser) * n},) for n in range(200)])


def paper(chooser: random.Random) -> tuple[dict[str, Any], list[dict[str, str | None]], str, int]:
    levels = chooser.sample(["remember", "apply", "analyse"], k=chooser.randrange(3))
    counts = {level: chooser.randrange(4) for level in levels}
    known = ["remember", "apply", "analyse", "create", None]
    names = chooser.sample([f"q{n}" for n in range(30)] + ["ż", "𐐀", "\uffff"], k=chooser.randrange(5, 25))
    bank = [{"id": name, "level": chooser.choice(known)} for name in names]
    rules = {"take": max(0, sum(counts.values()) + chooser.randrange(-1, 5)), "levels": counts}
    return rules, bank, f"{chooser.getrandbits(40):X}", chooser.randrange(0, 30)
