"""Typing a number in a real browser: by keyboard, by clicks, and with a pen."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kontuar.questions import types
from kontuar.questions.page import render_on_paper
from tests.browsing import OVERFLOW, Open
from tests.contracts.cases import examples

from .test_keyboard import tab_to

PAGE = "question-types/number/"
MONEY, QUEUE, CHANGE, PEOPLE = range(4)
LONG = "jednostka" * 20 + " 🙂 שלום "


def nth(page: Page, place: int) -> Locator:
    question = page.locator("kt-number").nth(place)
    expect(question.locator("button[type=submit]")).to_be_visible()
    return question


def english(visit: Open) -> Page:
    return visit(locale="en-GB").go("en/" + PAGE)


def give(question: Locator, text: str) -> None:
    question.locator("input").fill(text)
    question.locator("button[type=submit]").click()


def test_by_keyboard_alone_enter_checks(visit: Open) -> None:
    page = visit().go(PAGE)
    question = nth(page, MONEY)
    tab_to(page, question.get_by_role("textbox", name=re.compile("^Twoja odpowiedź zł$")))
    page.keyboard.type("480,00")
    page.keyboard.press("Enter")
    expect(question.locator("output")).to_have_attribute("data-state", "right")
    expect(question.locator(".kt-why")).to_contain_text("8 wizyt")
    tab_to(page, question.locator("[data-do=restart]"))
    page.keyboard.press("Enter")
    expect(question.locator("input")).to_be_focused()


@pytest.mark.parametrize("blank", ["", "   "])
def test_without_a_sign_a_number_is_asked_for(visit: Open, blank: str) -> None:
    question = nth(visit().go(PAGE), MONEY)
    give(question, blank)
    expect(question.locator("output")).to_have_text("Najpierw wpisz liczbę.")


@pytest.mark.parametrize("text", ["czterysta osiemdziesiąt", "4,8e2", "480 kg", "zł"])
def test_what_is_no_number_is_no_try(visit: Open, text: str) -> None:
    question = nth(visit().go(PAGE), MONEY)
    give(question, text)
    expect(question.locator("output")).to_have_text("To nie jest liczba. Wpisz na przykład 12,5.")
    expect(question.locator("[data-do=show]")).to_be_hidden()
    expect(question.locator("[data-part][data-state]")).to_have_count(0)


def test_in_english_the_example_has_a_point(visit: Open) -> None:
    question = nth(english(visit), MONEY)
    give(question, "lots")
    expect(question.locator("output")).to_have_text("That is not a number. Type, for example, 12.5.")


@pytest.mark.parametrize("text", ["480", "PLN 480", "480 zł", "480.00pln"])
def test_the_unit_may_stand_before_or_after_or_be_left_out(visit: Open, text: str) -> None:
    question = nth(visit().go(PAGE), MONEY)
    give(question, text)
    expect(question.locator("output")).to_have_attribute("data-state", "right")


def test_a_near_number_gets_its_own_reason_and_not_the_right_one(visit: Open) -> None:
    question = nth(visit().go(PAGE), MONEY)
    give(question, "60,00 zł")
    expect(question.locator("[data-mark]")).to_have_text("Nie")
    expect(question.locator(".kt-why")).to_have_text("To jedna wizyta.")
    question.get_by_role("button", name="Pokaż odpowiedź").click()
    expect(question.locator(".kt-why")).to_have_count(1)
    expect(question.locator(".kt-answer")).to_have_text("Poprawnie: 480\u00a0zł", use_inner_text=True)
    expect(question.locator(".kt-why")).not_to_contain_text("To jedna wizyta.")


def test_a_wrong_number_without_a_reason_of_its_own_gives_nothing_away(visit: Open) -> None:
    question = nth(visit().go(PAGE), MONEY)
    give(question, "481")
    expect(question.locator("output")).to_contain_text("Jeszcze nie")
    expect(question.locator(".kt-why")).to_have_count(0)


@pytest.mark.parametrize(
    ("root", "place", "solution"),
    [
        ("", QUEUE, "22,5 min"),
        ("en/", QUEUE, "22.5 min"),
        ("", CHANGE, "−25%"),
        ("", PEOPLE, "1520 osób"),
        ("en/", PEOPLE, "1 520 people"),
    ],
)
def test_the_answer_is_shown_as_the_page_writes_numbers_and_can_be_typed_so(
    visit: Open, root: str, place: int, solution: str
) -> None:
    question = nth(visit(locale="en-GB" if root else "pl-PL").go(root + PAGE), place)
    give(question, "999")
    question.locator("[data-do=show]").click()
    shown = question.locator(".kt-answer").inner_text().split(": ")[1]
    assert shown.replace("\u00a0", " ") == solution
    question.locator("[data-do=restart]").click()
    give(question, shown)
    expect(question.locator("output")).to_have_attribute("data-state", "right")


def test_whoever_sets_thousands_apart_by_a_comma_is_told_how_it_is_read(visit: Open) -> None:
    question = nth(english(visit), PEOPLE)
    give(question, "1,520 people")
    expect(question.locator("output p")).to_contain_text("A comma or a point begins the decimals here.")
    give(question, "1519")
    expect(question.locator("output p")).to_contain_text("Trying costs nothing.")
    give(question, "1,520.0")
    expect(question.locator("output")).to_have_attribute("data-state", "right")


def test_a_verdict_goes_with_the_next_digit(visit: Open) -> None:
    question = nth(visit().go(PAGE), MONEY)
    give(question, "60")
    expect(question.locator(".kt-mark")).not_to_have_count(0)
    question.locator("input").press("End")
    question.locator("input").press("0")
    expect(question.locator(".kt-mark, .kt-why")).to_have_count(0)
    expect(question.locator("output")).to_be_empty()


def test_in_a_test_the_answer_is_kept_once_it_is_finished_and_nothing_is_told(visit: Open) -> None:
    page = visit().go(PAGE)
    question = nth(page, MONEY)
    question.evaluate("""(question) => {
      question.dataset.mode = "paper";
      question.dataset.drafts = "";
      question.addEventListener("kontuar:drafted", ({ detail }) => (question.dataset.drafts += `[${detail.answer}]`));
    }""")
    question.locator("input").press_sequentially("60 zł")
    expect(question).to_have_attribute("data-drafts", "")
    page.keyboard.press("Tab")
    expect(question).to_have_attribute("data-drafts", "[60 zł]")
    expect(question.locator("output")).to_be_empty()
    question.evaluate("(question) => question.reveal(question.read() ?? question.blank)")
    expect(question.locator(".kt-answer")).to_be_visible()
    expect(question.locator("input")).to_be_disabled()


@pytest.mark.parametrize("answer", ["null", "480", "['480']", "{ text: '480' }", "true"])
def test_an_answer_of_another_day_in_another_shape_is_written_as_none(visit: Open, answer: str) -> None:
    question = nth(visit().go(PAGE), MONEY)
    assert question.evaluate(f"(question) => {{ question.write({answer}); return question.read(); }}") is None


def test_a_minus_can_be_typed_on_every_phone_where_one_is_needed(visit: Open) -> None:
    page = visit().go(PAGE)
    expect(nth(page, MONEY).locator("input")).to_have_attribute("inputmode", "decimal")
    expect(nth(page, CHANGE).locator("input")).to_have_attribute("inputmode", "text")


def test_a_long_unit_keeps_within_a_very_small_screen(visit: Open) -> None:
    page = visit(320, 640).go(PAGE)
    question = nth(page, MONEY)
    question.locator(".kt-figure > span").evaluate("(part, long) => { part.textContent = long; }", LONG)
    question.locator("[data-after]").evaluate("(part, long) => { part.dataset.after = long; }", LONG)
    give(question, "9" * 200)
    question.locator("[data-do=show]").click()
    expect(question.locator(".kt-answer")).to_contain_text("🙂")
    assert page.evaluate(OVERFLOW) == 0


def test_the_unit_stands_beside_its_number_on_a_very_small_screen(visit: Open) -> None:
    question = nth(visit(320, 640).go(PAGE), PEOPLE)
    field, unit = (question.locator(f".kt-figure > {part}").bounding_box() for part in ("input", "span"))
    assert field
    assert unit
    assert unit["x"] >= field["x"] + field["width"]
    assert unit["height"] < 40, "one line"
    assert field["height"] >= 44


def test_on_paper_there_is_a_line_to_write_on_before_the_unit() -> None:
    for question in examples(types()["number"]).values():
        sheet, _ = render_on_paper(question, "pl")
        assert 'class="kt-pen-line kt-pen-line--figure"' in sheet
        assert sheet.count("<i></i>") == 1
        assert "<input" not in sheet
