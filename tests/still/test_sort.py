"""Sorting into bins: by clicks, by keyboard; what is told about each item, and that nothing is given away."""

import json
from itertools import permutations
from typing import Any

from playwright.sync_api import Locator, expect

from kontuar.core.problems import is_error
from kontuar.questions.page import render_on_paper
from kontuar.questions.sort.model import Sort
from kontuar.questions.split import split
from tests.browsing import Open

PAGE = "question-types/sort/"
NOTE, TILLS = "#sort-1", "#sort-3"
RIGHT = {
    "second-time": "fact",
    "demanding": "judgement",
    "call-back": "promise",
    "scratch": "fact",
    "misused": "judgement",
}
WIDTHS = "(labels) => labels.map((label) => Math.round(label.getBoundingClientRect().left))"


def opened(visit: Open, question: str = NOTE, **settings: Any) -> Locator:
    found = visit(**settings).go(PAGE).locator(question)
    expect(found.locator("button[type=submit]")).to_be_visible()
    return found


def put(question: Locator, **bins: str) -> None:
    """Puts items into bins by clicking; an underscore stands for a hyphen."""
    for item, name in bins.items():
        question.locator(f'[data-part="{item.replace("_", "-")}"] input[value="{name}"]').click()


def check(question: Locator) -> None:
    question.locator("button[type=submit]").click()


def test_each_item_is_a_group_named_by_its_text(visit: Open) -> None:
    question = opened(visit)
    for name, text in (("demanding", "„Klient jest roszczeniowy”."), ("misused", "„Sprzęt był źle używany”.")):
        group = question.get_by_role("group", name=text, exact=True)
        expect(group).to_have_count(1)
        assert group.get_by_role("radio").evaluate_all("bins => bins.map((bin) => bin.value)") == [
            "fact",
            "judgement",
            "promise",
        ]
        expect(question.locator(f"[data-part={name}]").get_by_role("group")).to_have_count(1)


def test_everything_by_keyboard(visit: Open) -> None:
    question = opened(visit)
    keyboard = question.page.keyboard
    items = question.locator("[data-part]").evaluate_all("rows => rows.map((row) => row.dataset.part)")
    question.locator("[data-part] input").first.focus()
    for item in items:
        keyboard.press("Space")
        for _ in range(list(dict.fromkeys(RIGHT.values())).index(RIGHT[item])):
            keyboard.press("ArrowRight")
        keyboard.press("Tab")
    assert question.evaluate("question => question.read()") == RIGHT
    question.locator("[data-part] input:checked").last.focus()
    keyboard.press("Enter")
    expect(question.locator("output")).to_contain_text("Dobrze")
    expect(question.locator("[data-state=right] .kt-why")).to_have_count(5)


def test_checking_with_nothing_chosen_asks_for_a_group(visit: Open) -> None:
    question = opened(visit)
    check(question)
    expect(question.locator("output")).to_have_text("Najpierw wybierz grupę choć dla jednej pozycji.")


def test_a_wrong_item_gets_its_reason_but_not_yet_its_group(visit: Open) -> None:
    question = opened(visit)
    put(question, demanding="fact", scratch="fact", misused="judgement", second_time="fact", call_back="fact")
    check(question)
    expect(question.locator("output")).to_contain_text("Częściowo dobrze: 3 z 5 na miejscu")
    wrong = question.locator("[data-part=demanding]")
    expect(wrong.locator("[data-mark] .kt-mark")).to_have_text("Nie")
    expect(wrong.locator(".kt-why")).to_contain_text("To etykieta.")
    expect(question.locator(".kt-answer")).to_have_count(0)
    put(question, demanding="judgement")
    expect(question.locator("[data-state], .kt-why")).to_have_count(0)


def test_items_left_out_earn_nothing_and_are_not_told_of_yet(visit: Open) -> None:
    question = opened(visit)
    put(question, scratch="fact")
    check(question)
    expect(question.locator("output")).to_contain_text("Częściowo dobrze: 1 z 5 na miejscu")
    expect(question.locator("output")).to_contain_text("czegoś jeszcze brakuje")
    expect(question.locator("[data-part][data-state]")).to_have_count(1)


def test_the_answer_shown_names_the_groups(visit: Open) -> None:
    question = opened(visit)
    put(question, demanding="fact", scratch="fact")
    check(question)
    question.locator("[data-do=show]").click()
    expect(question.locator("[data-part=demanding] .kt-answer")).to_have_text("Poprawnie: ocena")
    expect(question.locator("[data-part=call-back] .kt-answer")).to_have_text("Poprawnie: obietnica")
    expect(question.locator("[data-part=call-back] .kt-mark")).to_have_text("Bez odpowiedzi")
    expect(question.locator("[data-part=scratch] .kt-answer")).to_have_count(0)
    question.locator("[data-do=restart]").click()
    expect(question.locator("input:checked")).to_have_count(0)
    expect(question.locator("[data-part] input").first).to_be_focused()


def test_the_items_of_two_questions_do_not_share_their_radio_buttons(visit: Open) -> None:
    page = visit().go(PAGE)
    first, last = page.locator(NOTE), page.locator(TILLS)
    put(first, scratch="fact", misused="fact")
    last.locator('[data-part="8"] input').first.click()
    last.locator('[data-part="10"] input').first.click()
    expect(page.locator("kt-sort input:checked")).to_have_count(4)


def test_ids_made_of_digits_are_read_and_graded(visit: Open) -> None:
    question = opened(visit, TILLS)
    for item, name in (("8", "express"), ("10", "full"), ("30", "full")):
        question.locator(f'[data-part="{item}"] input[value={name}]').click()
    check(question)
    expect(question.locator("output")).to_contain_text("Częściowo dobrze: 2 z 3 na miejscu")
    expect(question.locator('[data-part="10"]')).to_have_attribute("data-state", "wrong")


def test_the_groups_stand_in_columns_whatever_is_chosen(visit: Open) -> None:
    question = opened(visit)
    put(question, scratch="fact", misused="judgement")
    rows = [row.locator("label").evaluate_all(WIDTHS) for row in question.locator("[data-part]").all()]
    assert all(row == rows[0] for row in rows)


def test_a_record_of_another_shape_is_shown_as_far_as_it_fits(visit: Open) -> None:
    question = opened(visit)
    shapes: list[Any] = [None, [], "fact", 7, True, {"scratch": "x"}, {"scratch": ["fact"]}, {"gone": "fact"}]
    for answer in shapes:
        question.evaluate("(question, answer) => question.write(answer)", answer)
        assert question.evaluate("question => question.read()") is None
    question.evaluate("question => question.write({scratch: 'fact', gone: 'fact'})")
    assert question.evaluate("question => question.read()") == {"scratch": "fact"}


# ---- what the file says and gives away


def question(bins: dict[str, str], order: str = "xyz") -> Sort:
    items = [{"id": name, "text": f"Rzecz {name}", "bin": bins[name], "why": f"Bo {bins[name]}."} for name in order]
    return Sort.model_validate(
        {"id": "q", "type": "sort", "ask": "?", "bins": {"left": "lewa", "right": "prawa"}, "items": items}
    )


def test_a_bin_that_nothing_belongs_to_is_warned_of_and_no_more() -> None:
    assert [fault.code for fault in question(dict.fromkeys("xyz", "left")).faults()] == ["sort.empty-bin"]
    assert not is_error("sort.empty-bin")


def test_a_bin_named_by_its_text_or_misspelt_is_recognised() -> None:
    for name, near in (("Prawa", "right"), ("rigth", "right"), ("środek", "")):
        (fault,) = question({"x": "left", "y": "left", "z": name}).faults()
        assert (fault.code, fault.args["near"]) == ("sort.unknown-bin", near)


def test_another_key_or_order_changes_no_byte_of_the_public_part_and_of_the_sheet() -> None:
    keys = [{"x": "left", "y": "right", "z": "right"}, {"x": "right", "y": "left", "z": "left"}]
    every = [question(bins, "".join(order)) for bins in keys for order in permutations("xyz")]
    assert len({json.dumps(split(one, "salt")[0].content, ensure_ascii=False) for one in every}) == 1
    assert len({str(render_on_paper(one, "pl")[0]) for one in every}) == 1


def test_letters_lead_back_to_the_ids() -> None:
    asked = question({"x": "left", "y": "right", "z": "right"})
    public, key = split(asked, "salt")
    letters = [item["id"] for item in public.content["items"]]
    assert asked.restore({letters[0]: "left", "gone": "right"}, key.ids) == {
        key.ids[letters[0]]: "left",
        "gone": "right",
    }
    assert asked.restore(["x"], key.ids) == ["x"]
