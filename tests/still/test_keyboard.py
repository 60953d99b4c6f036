"""The whole way by keyboard alone: Tab, arrows, Space and Enter, with the focus to be seen at each stop."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import Open
from tests.learner import CERTIFICATE, LESSON, TEST, complete

WORDS: dict[str, dict[str, str]] = {
    "pl": {
        "root": "",
        "check": "Sprawdź",
        "right": "Dobrze",
        "hint": "Podpowiedź",
        "mark": "Oznacz lekcję jako ukończoną",
        "done": "Lekcja ukończona",
    },
    "en": {
        "root": "en/",
        "check": "Check",
        "right": "That’s right",
        "hint": "Hint",
        "mark": "Mark this lesson as done",
        "done": "Lesson done",
    },
}
FOCUS = """(target) => {
  const stop = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(stop);
  const seen = stop === document.body || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  return [stop === target, seen, `${stop.tagName} ${stop.className} ${stop.textContent.trim().slice(0, 40)}`];
}"""


def tab_to(page: Page, target: Locator) -> None:
    """Goes on by Tab until the target has the focus."""
    wanted = target.element_handle()
    for _ in range(60):
        page.keyboard.press("Tab")
        there, seen, stop = page.evaluate(FOCUS, wanted)
        assert seen, f"the focus cannot be seen on {stop}"
        if there:
            expect(target).to_be_in_viewport()
            return
    raise AssertionError("Tab never came there")


def answer(page: Page, question: Locator, key: dict[str, Any]) -> None:
    """Chooses what is right: by arrows among radio buttons, by Space in boxes."""
    wanted = key.get("correct") or [str(key["answer"]).lower()]
    boxes = question.locator("input")
    if boxes.first.get_attribute("type") == "radio":
        tab_to(page, boxes.first)
        page.keyboard.press("Space")
        while not question.locator(f"input[value={wanted[0]}]").is_checked():
            page.keyboard.press("ArrowDown")
        return
    for box in boxes.all():
        tab_to(page, box)
        if box.get_attribute("value") in wanted:
            page.keyboard.press("Space")


@pytest.mark.parametrize("language", WORDS)
def test_a_lesson_from_the_home_page_to_its_end(visit: Open, keys: dict[str, Any], language: str) -> None:
    words = WORDS[language]
    page = visit(locale="pl-PL" if language == "pl" else "en-GB").go(words["root"])
    tab_to(page, page.locator("[data-kt-next]"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{words['root']}{LESSON}")
    expect(page.locator("h1")).to_be_focused()
    question = page.locator("main [data-hash]").first
    expect(question.get_by_role("button", name=words["check"], exact=True)).to_be_visible()
    answer(page, question, keys[question.get_attribute("data-id") or ""])
    tab_to(page, question.locator(".kt-hint summary"))
    page.keyboard.press("Enter")
    expect(question.locator(".kt-hint p")).to_be_visible()
    tab_to(page, question.get_by_role("button", name=words["check"], exact=True))
    page.keyboard.press("Space")
    expect(question.locator("output")).to_contain_text(words["right"])
    tab_to(page, page.get_by_role("button", name=words["mark"]))
    page.keyboard.press("Enter")
    expect(page.locator("kt-done output")).to_have_text(words["done"])
    expect(page.locator("kt-done button")).to_be_focused()


def test_enter_in_an_answer_checks_it_and_the_focus_stays_near(visit: Open, keys: dict[str, Any]) -> None:
    page = visit().go(LESSON)
    question = page.locator("main [data-hash]").first
    expect(question.locator("button[type=submit]")).to_be_visible()
    answer(page, question, keys[question.get_attribute("data-id") or ""])
    page.keyboard.press("Enter")
    expect(question.locator("output")).to_contain_text("Dobrze")
    tab_to(page, question.locator("[data-do=restart]"))
    page.keyboard.press("Enter")
    expect(question.locator("input").first).to_be_focused()


def test_a_button_that_disappears_after_its_press_hands_the_focus_on(visit: Open, keys: dict[str, Any]) -> None:
    page = visit().go(LESSON)
    question = page.locator("main [data-hash]").first
    expect(question.locator("button[type=submit]")).to_be_visible()
    answer(page, question, keys[question.get_attribute("data-id") or ""])
    tab_to(page, question.locator("button[type=submit]"))
    page.keyboard.press("Enter")
    expect(question.locator("button[type=submit]")).to_be_hidden()
    tab_to(page, question.locator("[data-do=restart]"))
    following = page.locator("main [data-hash]").nth(1)
    tab_to(page, following.locator("input").first)


def test_the_test_from_its_start_to_its_result(visit: Open, keys: dict[str, Any]) -> None:
    page = visit().go(TEST)
    start = page.get_by_role("button", name="Zacznij test")
    expect(start).to_be_visible()
    tab_to(page, start)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Próba 1")).to_be_focused()
    questions = page.locator("kt-paper [data-hash]")
    for question in questions.all()[:3]:
        answer(page, question, keys[question.get_attribute("data-id") or ""])
    tab_to(page, page.get_by_role("button", name="Zakończ i sprawdź"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Wróć do pytania 4"))
    page.keyboard.press("Space")
    expect(questions.last.locator("input").first).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".kt-paper__count")).to_have_text("Odpowiedzi: 4 z 4")
    tab_to(page, page.get_by_role("button", name="Zakończ i sprawdź"))
    page.keyboard.press("Enter")
    expect(page.locator("kt-paper h2").first).to_be_focused()
    expect(page.locator(".kt-report")).to_be_visible()


def test_the_certificate_is_named_shown_and_ready_to_print(visit: Open) -> None:
    page = visit().go(CERTIFICATE)
    expect(page.locator("[data-part=missing] li")).to_have_count(2)
    complete(page)
    tab_to(page, page.get_by_label("Imię i nazwisko", exact=True))
    page.keyboard.type("Zoë Ślązak")
    page.keyboard.press("Enter")
    expect(page.locator(".kt-cert__name")).to_have_text("Zoë Ślązak")
    expect(page.get_by_role("button", name="Drukuj lub zapisz PDF")).to_be_focused()
    page.evaluate("window.print = () => document.body.setAttribute('data-printed', '')")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-printed", "")
