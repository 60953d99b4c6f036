"""The public part of a question gives nothing of its key away."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kontuar.core.words import Words
from kontuar.questions.choice.model import Choice, Option
from kontuar.questions.question import letters
from kontuar.questions.split import split

WORDS = st.text(min_size=1, max_size=12).map(lambda text: Words({"": text}))
SALTS = st.text(min_size=1, max_size=8)


def choice(ids: list[str], texts: list[Words], correct: list[bool], whys: list[Words], pinned: list[bool]) -> Choice:
    rows = zip(ids, texts, correct, whys, pinned, strict=True)
    options = tuple(
        Option.model_construct(id=i, text=text, correct=right, why=why, pinned=pin) for i, text, right, why, pin in rows
    )
    ask = Words({"": "?"})
    hints = tuple(whys[:1])
    return Choice.model_construct(id="q", type="choice", pick="many", ask=ask, options=options, hints=hints, points=1.0)


@st.composite
def two_keys(draw: st.DrawFn) -> tuple[Choice, Choice]:
    """Two questions that differ in their keys alone: which options are right, and why."""
    size = draw(st.integers(2, 8))
    ids = [f"option-{n}" for n in draw(st.permutations(range(size)))]
    texts = draw(st.lists(WORDS, min_size=size, max_size=size))
    pinned = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    keys = [
        (
            draw(st.lists(st.booleans(), min_size=size, max_size=size)),
            draw(st.lists(WORDS, min_size=size, max_size=size)),
        )
        for _ in range(2)
    ]
    one, other = (choice(ids, texts, correct, whys, pinned) for correct, whys in keys)
    return one, other


@given(two_keys(), SALTS)
def test_changing_only_the_key_changes_no_byte_of_the_public_part(keys: tuple[Choice, Choice], salt: str) -> None:
    one, other = (json.dumps(split(question, salt)[0].content, ensure_ascii=False) for question in keys)
    assert one == other


@given(two_keys(), SALTS, st.randoms())
def test_the_order_of_the_file_does_not_show(keys: tuple[Choice, Choice], salt: str, random: st.DataObject) -> None:
    question = keys[0]
    options = list(question.options)
    random.shuffle(options)  # type: ignore[attr-defined]
    shuffled = question.model_copy(update={"options": tuple(options)})
    assert split(question, salt)[0] == split(shuffled, salt)[0]


@given(two_keys(), SALTS)
def test_pinned_options_stand_last_and_letters_lead_back_to_the_ids(keys: tuple[Choice, Choice], salt: str) -> None:
    public, key = split(keys[0], salt)
    pinned = [option["pinned"] for option in public.content["options"]]
    assert pinned == sorted(pinned)
    assert sorted(key.ids.values()) == sorted(keys[0].ids)
    assert keys[0].restore([option["id"] for option in public.content["options"]], key.ids) == list(key.ids.values())


def test_letters_go_on_after_z() -> None:
    assert [letters(n) for n in (0, 25, 26, 27, 701, 702)] == ["a", "z", "aa", "ab", "zz", "aaa"]
