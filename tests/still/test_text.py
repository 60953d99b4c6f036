"""Typing a short answer in a real browser: by keyboard, by clicks, and with a pen."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kontuar.questions import types
from kontuar.questions.page import render_on_paper
from tests.browsing import OVERFLOW, Open
from tests.contracts.cases import examples

from .test_keyboard import tab_to

PAGE = "question-types/text/"
LONG = "Bardzo" + "długie" * 30 + " 🙂 שלום, אפשר לעזור? " + "zdanie z wieloma słowami " * 12
RESTART = re.compile("od nowa$")


def nth(page: Page, place: int) -> Locator:
    question = page.locator("kt-text").nth(place)
    expect(question.locator("button[type=submit]")).to_be_visible()
    return question


def give(question: Locator, text: str) -> None:
    question.locator("input").fill(text)
    question.locator("button[type=submit]").click()


@pytest.mark.parametrize("blank", ["", "   "])
def test_without_a_letter_an_answer_is_asked_for(visit: Open, blank: str) -> None:
    question = nth(visit().go(PAGE), 0)
    give(question, blank)
    expect(question.locator("output")).to_have_text("Najpierw wpisz odpowiedź.")
    expect(question.locator("[data-part][data-state]")).to_have_count(0)


def test_by_keyboard_alone_enter_checks(visit: Open) -> None:
    page = visit().go(PAGE)
    question = nth(page, 0)
    tab_to(page, question.get_by_role("textbox", name="Twoja odpowiedź"))
    page.keyboard.type("Ciepłe  przekazanie")
    page.keyboard.press("Enter")
    expect(question.locator("output")).to_have_attribute("data-state", "right")
    expect(question.locator("[data-mark]")).to_have_text("Dobrze")
    expect(question.locator(".kt-why")).to_contain_text("nie opowiada od początku")
    tab_to(page, question.get_by_role("button", name=RESTART))
    page.keyboard.press("Enter")
    expect(question.locator("input")).to_be_focused()
    expect(question.locator("input")).to_have_value("")


def test_a_near_answer_gets_its_own_reason_and_not_the_right_answer(visit: Open) -> None:
    question = nth(visit().go(PAGE), 0)
    give(question, "ESKALACJA")
    expect(question.locator("[data-mark]")).to_have_text("Nie")
    expect(question.locator(".kt-why")).to_have_text("Eskalacja to oddanie wyżej; tu chodzi o sposób oddania.")
    described = question.locator(".kt-why").get_attribute("id")
    assert question.locator("input").get_attribute("aria-describedby") == described
    question.get_by_role("button", name="Pokaż odpowiedź").click()
    expect(question.locator(".kt-why")).to_have_count(1)
    expect(question.locator(".kt-answer")).to_have_text("Poprawnie: ciepłe przekazanie")
    expect(question.locator(".kt-why")).not_to_contain_text("Eskalacja")


def test_a_wrong_answer_without_a_reason_of_its_own_gives_nothing_away(visit: Open) -> None:
    question = nth(visit().go(PAGE), 0)
    give(question, "teleportacja")
    expect(question.locator("output")).to_contain_text("Jeszcze nie")
    expect(question.locator(".kt-why")).to_have_count(0)
    expect(question.locator(".kt-row")).not_to_contain_text("przekazanie")


@pytest.mark.parametrize(
    ("root", "typed", "remark"),
    [
        ("", "cieple przekazanie", "Prawie: sprawdź znaki diakrytyczne."),
        ("en/", "wärm handover", "Almost: check the diacritics."),
    ],
)
def test_whoever_gets_only_the_diacritics_wrong_is_told_so(visit: Open, root: str, typed: str, remark: str) -> None:
    question = nth(visit(locale="en-GB" if root else "pl-PL").go(root + PAGE), 0)
    give(question, typed)
    expect(question.locator("output p")).to_have_text(remark)
    give(question, "cos innego")
    expect(question.locator("output p")).not_to_have_text(remark)


def test_the_answer_in_the_other_language_is_right_but_the_page_s_own_is_shown(visit: Open) -> None:
    question = nth(visit(locale="en-GB").go("en/" + PAGE), 0)
    give(question, "ciepłe przekazanie")
    expect(question.locator("output")).to_have_attribute("data-state", "right")
    question.locator("[data-do=restart]").click()
    give(question, "no idea")
    question.locator("[data-do=show]").click()
    expect(question.locator(".kt-answer")).to_have_text("Right answer: warm handover")


def test_a_verdict_goes_with_the_next_letter(visit: Open) -> None:
    question = nth(visit().go(PAGE), 0)
    give(question, "eskalacja")
    expect(question.locator(".kt-mark")).not_to_have_count(0)
    question.locator("input").press("End")
    question.locator("input").press("Backspace")
    expect(question.locator(".kt-mark, .kt-why")).to_have_count(0)
    expect(question.locator("output")).to_be_empty()


def test_a_verdict_stays_when_the_focus_leaves(visit: Open) -> None:
    page = visit().go(PAGE)
    question = nth(page, 0)
    question.locator("input").fill("eskalacja")
    question.locator("input").press("Enter")
    page.keyboard.press("Tab")
    expect(question.locator(".kt-why")).to_be_visible()


def test_in_a_test_the_answer_is_kept_once_it_is_finished_and_nothing_is_told(visit: Open) -> None:
    page = visit().go(PAGE)
    question = nth(page, 0)
    question.evaluate("""(question) => {
      question.dataset.mode = "paper";
      question.dataset.drafts = "";
      question.addEventListener("kontuar:drafted", ({ detail }) => (question.dataset.drafts += `[${detail.answer}]`));
    }""")
    question.locator("input").press_sequentially("eskalacja")
    expect(question).to_have_attribute("data-drafts", "")
    question.locator("input").press("Enter")
    page.keyboard.press("Tab")
    expect(question).to_have_attribute("data-drafts", "[eskalacja]")
    expect(question.locator("output")).to_be_empty()
    question.evaluate("(question) => question.reveal(question.read() ?? question.blank)")
    expect(question.locator(".kt-answer")).to_be_visible()
    expect(question.locator("input")).to_be_disabled()


@pytest.mark.parametrize("answer", ["null", "17", "['ciepłe przekazanie']", "{ text: 'x' }", "true"])
def test_an_answer_of_another_day_in_another_shape_is_written_as_none(visit: Open, answer: str) -> None:
    question = nth(visit().go(PAGE), 0)
    assert question.evaluate(f"(question) => {{ question.write({answer}); return question.read(); }}") is None


def test_an_answer_left_blank_is_called_so_when_everything_is_told(visit: Open) -> None:
    question = nth(visit().go(PAGE), 0)
    question.evaluate("(question) => question.reveal(question.blank)")
    expect(question.locator("[data-mark]")).to_have_text("Bez odpowiedzi")
    expect(question.locator(".kt-answer")).to_have_text("Poprawnie: ciepłe przekazanie")


def test_long_and_foreign_texts_keep_within_a_very_small_screen(visit: Open) -> None:
    page = visit(320, 640).go(PAGE)
    question = nth(page, 0)
    question.locator("[data-solution]").evaluate("(part, long) => { part.dataset.solution = long; }", LONG)
    give(question, LONG)
    question.locator("[data-do=show]").click()
    expect(question.locator(".kt-answer")).to_contain_text("🙂")
    assert page.evaluate(OVERFLOW) == 0


def test_the_field_is_one_that_a_thumb_hits_and_that_corrects_nothing(visit: Open) -> None:
    field = nth(visit(390, 844).go(PAGE), 0).locator("input")
    box = field.bounding_box()
    assert box
    assert box["height"] >= 44
    for name, value in {"autocapitalize": "off", "spellcheck": "false", "autocomplete": "off"}.items():
        expect(field).to_have_attribute(name, value)


def test_on_paper_there_is_a_line_to_write_on() -> None:
    for question in examples(types()["text"]).values():
        sheet, key = render_on_paper(question, "pl")
        assert 'class="kt-pen-line"' in sheet
        assert sheet.count("<i></i>") == 1
        assert "<input" not in sheet
        assert "Twoja odpowiedź" not in key


def test_printed_the_field_is_a_line(visit: Open) -> None:
    page = visit().go(PAGE)
    field = nth(page, 0).locator("input")
    page.emulate_media(media="print")
    expect(field).to_have_css("border-top-width", "0px")
    expect(field).to_have_css("border-bottom-width", "1px")
