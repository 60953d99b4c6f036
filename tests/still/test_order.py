"""Putting in order: by buttons, by keyboard, by dragging, on paper; what is told, and that nothing is given away."""

import json
from collections.abc import Iterator
from itertools import permutations
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from kontuar.questions.order.model import Order
from kontuar.questions.page import render_on_paper
from kontuar.questions.split import split
from tests.browsing import Open

PAGE = "question-types/order/"
HANDOVER, COMPLAINT = "#order-1", "#order-2"
RIGHT = ["who", "story", "introduce", "repeat", "leave"]
WRITE = "(question, answer) => { question.write(answer); question.changed(); }"
PARTS = "(rows) => rows.map((row) => row.dataset.part)"


def opened(visit: Open, question: str = HANDOVER, **settings: Any) -> Locator:
    found = visit(**settings).go(PAGE).locator(question)
    expect(found.locator("button[type=submit]")).to_be_visible()
    return found


def shown(question: Locator) -> list[str]:
    """The items as they stand, by id."""
    ids: list[str] = question.locator("[data-part]").evaluate_all(PARTS)
    return ids


def row(question: Locator, place: int) -> Locator:
    return question.locator("[data-part]").nth(place - 1)


def move(question: Locator, place: int, way: str) -> None:
    row(question, place).locator(f"[data-do={way}]").click()


def check(question: Locator) -> None:
    question.locator("button[type=submit]").click()


def test_a_row_is_moved_by_keyboard_and_the_focus_stays_on_the_button_pressed(visit: Open) -> None:
    question = opened(visit)
    before = shown(question)
    down = row(question, 1).locator("[data-do=down]")
    text = row(question, 1).locator(".kt-grow").inner_text()
    expect(down).to_have_accessible_name(f"Niżej: {text}")
    moved = down.element_handle()
    down.focus()
    for place in (2, 3):
        question.page.keyboard.press("Space" if place == 2 else "Enter")
        expect(question.locator("output")).to_have_text(f"„{text.rstrip('.')}”: miejsce {place} z 5")
        assert question.page.evaluate("button => button === document.activeElement", moved)
    assert shown(question) == [*before[1:3], before[0], *before[3:]]
    question.page.keyboard.press("Shift+Tab")
    question.page.keyboard.press("Enter")
    assert shown(question) == [before[1], before[0], *before[2:]]


def test_at_the_ends_there_is_one_way_only(visit: Open) -> None:
    question = opened(visit)
    before = shown(question)
    for place, way in ((1, "up"), (5, "down")):
        button = row(question, place).locator(f"[data-do={way}]")
        expect(button).to_have_attribute("aria-disabled", "true")
        button.focus()
        question.page.keyboard.press("Enter")
    assert shown(question) == before
    expect(question.locator("output")).to_be_empty()
    expect(question.locator("[aria-disabled=true]")).to_have_count(2)
    move(question, 1, "down")
    expect(row(question, 1).locator("[data-do=up]")).to_have_attribute("aria-disabled", "true")
    expect(row(question, 2).locator("[data-do=up]")).to_have_attribute("aria-disabled", "false")


def test_the_order_that_the_page_made_up_is_no_answer(visit: Open) -> None:
    question = opened(visit)
    check(question)
    expect(question.locator("output")).to_have_text("Najpierw przesuń choć jedną pozycję.")
    assert question.evaluate("question => question.read()") is None
    before = shown(question)
    move(question, 1, "down")
    move(question, 2, "up")
    assert question.evaluate("question => question.read()") == before


def test_no_seed_lays_out_the_right_order(visit: Open) -> None:
    page = visit().go(PAGE)
    for question in page.locator("kt-order").all():
        expect(question.locator("button[type=submit]")).to_be_visible()
        full = question.evaluate(
            "(question) => Array.from({ length: 300 }, (_, seed) => (question.arrange(`seed ${seed}`),"
            " question.grade([...question.querySelectorAll('[data-part]')].map((row) => row.dataset.part))))"
            ".filter(({ points, max }) => points === max).length"
        )
        assert full == 0


def test_from_any_order_to_the_right_one_by_clicks(visit: Open) -> None:
    question = opened(visit)
    for target, name in enumerate(RIGHT, 1):
        for place in range(shown(question).index(name) + 1, target, -1):
            move(question, place, "up")
    check(question)
    expect(question.locator("output")).to_contain_text("Dobrze")
    expect(question.locator("[data-state=right] .kt-why")).to_have_count(5)
    expect(row(question, 1).locator("[data-mark] .kt-mark")).to_have_text("Dobrze")


def test_a_part_of_the_points_is_told_by_what_is_in_place(visit: Open) -> None:
    question = opened(visit)
    question.evaluate(WRITE, ["who", "introduce", "story", "repeat", "leave"])
    check(question)
    expect(question.locator("output")).to_contain_text("Częściowo dobrze: 3 z 5 na miejscu")
    expect(question.locator("[data-state=wrong]")).to_have_count(2)
    expect(question.locator(".kt-answer")).to_have_count(0)
    move(question, 2, "down")
    expect(question.locator("[data-state], .kt-why")).to_have_count(0)
    expect(question.locator("output")).to_have_text("„Przedstaw ich sobie po nazwisku”: miejsce 3 z 5")
    check(question)
    expect(question.locator("output")).to_contain_text("Dobrze")


def test_points_without_anything_in_place_are_told_as_points(visit: Open) -> None:
    question = opened(visit)
    question.evaluate(WRITE, [*RIGHT[1:], RIGHT[0]])
    check(question)
    expect(question.locator("output")).to_contain_text("Częściowo dobrze: 0,2 z 1 pkt")


def test_the_answer_shown_names_the_places(visit: Open) -> None:
    question = opened(visit, COMPLAINT)
    question.evaluate(WRITE, ["b", "a", "e", "d", "c"])
    check(question)
    question.locator("[data-do=show]").click()
    told = {name: question.locator(f"[data-part={name}] .kt-answer") for name in "abce"}
    expect(told["a"]).to_have_text("Poprawnie: miejsce 1")
    expect(told["b"]).to_have_text("Poprawnie: miejsca 2–3")
    expect(told["c"]).to_have_text("Poprawnie: miejsca 2–3")
    expect(told["e"]).to_have_text("Poprawnie: miejsce 5")
    question.locator("[data-do=restart]").click()
    expect(row(question, 1).locator("[data-do=down]")).to_be_focused()
    assert question.evaluate("question => question.read()") is None


def test_both_orders_of_a_group_are_right(visit: Open) -> None:
    question = opened(visit, COMPLAINT)
    for answer in (["a", "b", "c", "d", "e"], ["a", "c", "b", "d", "e"]):
        question.evaluate(WRITE, answer)
        check(question)
        expect(question.locator("output")).to_have_attribute("data-state", "right")
        question.locator("[data-do=restart]").click()


def drag(question: Locator, place: int, target: int) -> None:
    """Takes a row by its number and lets it go past the middle of another one."""
    mouse = question.page.mouse
    start, end = row(question, place).locator(".kt-grip").bounding_box(), row(question, target).bounding_box()
    assert start
    assert end
    x, edge = start["x"] + start["width"] / 2, 0.9 if end["y"] > start["y"] else 0.1
    mouse.move(x, start["y"] + start["height"] / 2)
    mouse.down()
    mouse.move(x, end["y"] + end["height"] * edge, steps=25)
    expect(question.locator("[data-lifted]")).to_have_count(1)
    mouse.up()


def test_a_row_can_be_dragged_by_its_number(visit: Open) -> None:
    question = opened(visit)
    question.scroll_into_view_if_needed()
    before = shown(question)
    drag(question, 2, 4)
    assert shown(question) == [before[0], before[2], before[3], before[1], before[4]]
    expect(question.locator("output")).to_contain_text("miejsce 4 z 5")
    expect(question.locator("[data-lifted]")).to_have_count(0)
    drag(question, 4, 1)
    assert shown(question) == [before[1], before[0], *before[2:]]
    assert question.evaluate("question => question.read()") == shown(question)


def test_a_row_can_be_dragged_by_a_finger_and_the_page_stays_where_it_is(visit: Open) -> None:
    question = opened(visit, width=390, height=844, has_touch=True)
    question.scroll_into_view_if_needed()
    before = shown(question)
    scrolled = question.page.evaluate("scrollY")
    start, end = row(question, 1).locator(".kt-grip").bounding_box(), row(question, 2).bounding_box()
    assert start
    assert end
    x, y, to = start["x"] + 10, start["y"] + 20, end["y"] + end["height"] * 0.9
    finger = question.page.context.new_cdp_session(question.page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        point = {"x": x, "y": y + (to - y) * step / 10}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(question.locator("output")).to_contain_text("miejsce 2 z 5")
    assert shown(question) == [before[1], before[0], *before[2:]]
    assert question.page.evaluate("scrollY") == scrolled


def test_in_a_test_every_move_is_kept_and_a_result_cannot_be_moved(visit: Open) -> None:
    question = opened(visit)
    question.evaluate(
        "(question) => { question.dataset.mode = 'paper';"
        " question.addEventListener('kontuar:drafted', ({ detail }) => (question.drafted = detail.answer)); }"
    )
    move(question, 1, "down")
    assert question.evaluate("question => question.drafted") == shown(question)
    question.evaluate("question => question.reveal(question.read())")
    expect(question.locator("[data-part] button").filter(visible=True)).to_have_count(0)
    expect(question.locator(".kt-grip").filter(visible=True)).to_have_count(0)


def test_a_record_of_another_shape_is_shown_as_no_answer(visit: Open) -> None:
    question = opened(visit)
    shapes: list[Any] = [None, [], ["who"], ["who"] * 5, "who", 7, {"who": 1}, [["who"], None, True, 1, {}]]
    for answer in shapes:
        question.evaluate("(question, answer) => question.write(answer)", answer)
        assert question.evaluate("question => question.read()") is None
        assert sorted(shown(question)) == sorted(RIGHT)


@pytest.mark.parametrize("answered", [False, True])
def test_on_paper_there_is_a_box_for_each_number(visit: Open, *, answered: bool) -> None:
    question = opened(visit)
    if answered:
        move(question, 1, "down")
    question.page.emulate_media(media="print")
    expect(question.get_by_text("Ponumeruj od 1 do 5.")).to_be_visible()
    expect(question.get_by_text("Przesuwaj przyciskami")).to_be_hidden()
    expect(question.locator("[data-part] button, .kt-grip").filter(visible=True)).to_have_count(0)
    assert row(question, 1).evaluate("row => getComputedStyle(row, '::before').borderTopWidth") == "1px"


# ---- what the file gives away


def question(order: list[list[str]]) -> Order:
    items = [[{"id": name, "text": f"Krok {name}", "why": "Bo tak."} for name in group] for group in order]
    fields = {"id": "q", "type": "order", "ask": "?", "items": [g if len(g) > 1 else g[0] for g in items]}
    return Order.model_validate(fields)


def keys() -> Iterator[list[list[str]]]:
    for one, two, three in permutations(["x", "y", "z"]):
        yield from ([[one], [two], [three]], [[one, two], [three]], [[one], [two, three]])


@pytest.mark.parametrize("salt", ["a", "b"])
def test_another_order_changes_no_byte_of_the_public_part(salt: str) -> None:
    public = {json.dumps(split(question(order), salt)[0].content, ensure_ascii=False) for order in keys()}
    assert len(public) == 1


def test_no_question_is_laid_out_in_the_right_order_without_javascript() -> None:
    for order in keys():
        places = [next(n for n, names in enumerate(order) if name in names) for name, _ in question(order).listed]
        assert places != sorted(places)


def test_the_sheet_shows_the_items_in_an_order_of_its_own() -> None:
    sheets = {str(render_on_paper(question([[a], [b], [c]]), "pl")[0]) for a, b, c in permutations("xyz")}
    assert len(sheets) <= 2, "one order, or its reverse where that one would be right"


def test_letters_lead_back_to_the_ids() -> None:
    asked = question([["x"], ["y", "z"]])
    public, key = split(asked, "salt")
    given = [item["id"] for item in public.content["items"]]
    assert sorted(asked.restore(given, key.ids)) == ["x", "y", "z"]
    assert asked.restore("x", key.ids) == "x"
