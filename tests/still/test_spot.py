"""Finding the faults of a conversation in a real browser: by keyboard, by clicks, and with a pen."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browsing import OVERFLOW, Open

from .test_keyboard import tab_to

PAGE = "question-types/spot/"
LONG = "Bardzo" + "długie" * 30 + " 🙂 שלום, אפשר לעזור? " + "zdanie z wieloma słowami " * 12

SIDES = """(list) => [...list.children].map((line) => {
  const [own, all] = [line, list].map((part) => part.getBoundingClientRect());
  return own.left === all.left ? "left" : own.right === all.right ? "right" : "neither";
})"""


def first(page: Page) -> Locator:
    question = page.locator("kt-spot").first
    expect(question.locator("button[type=submit]")).to_be_visible()
    return question


def mark(question: Locator, *lines: str) -> None:
    for line in lines:
        question.locator(f"[data-part={line}] .kt-said").click()


def check(question: Locator) -> None:
    question.locator("button[type=submit]").click()


def test_without_a_mark_one_is_asked_for(visit: Open) -> None:
    question = first(visit().go(PAGE))
    check(question)
    expect(question.locator("output")).to_have_text("Najpierw zaznacz choć jedną wypowiedź.")


def test_what_the_customer_says_is_context_and_cannot_be_marked(visit: Open) -> None:
    question = first(visit().go(PAGE))
    expect(question.locator(".kt-line")).to_have_count(5)
    expect(question.locator("input")).to_have_count(3)
    question.get_by_text("To kto mi pomoże?").first.click()
    expect(question.locator("input:checked")).to_have_count(0)


def test_each_line_is_read_out_with_its_speaker(visit: Open) -> None:
    question = first(visit().go(PAGE))
    boxes = question.get_by_role("checkbox")
    expect(boxes.first).to_have_accessible_name(re.compile("^Obsługa ?: Ja tylko przyjmuję"))


def test_some_of_the_places_earn_part_of_the_points_in_words(visit: Open) -> None:
    question = first(visit().go(PAGE))
    mark(question, "b")
    check(question)
    expect(question.locator("output")).to_contain_text("Znalezione miejsca: 1 z 2")
    expect(question.locator("output")).to_contain_text("czegoś jeszcze brakuje")
    expect(question.locator("[data-part=b] .kt-mark")).to_have_text("Trafione")
    expect(question.locator("[data-part=b] .kt-why")).to_have_text("Granica bez działania.")
    expect(question.locator(".kt-why")).to_have_count(1)


def test_a_good_line_marked_tells_why_it_is_good_and_takes_points_away(visit: Open) -> None:
    question = first(visit().go(PAGE))
    mark(question, "b", "e", "d")
    check(question)
    row = question.locator("[data-part=d]")
    expect(question.locator("output")).to_contain_text("Znalezione miejsca: 2 z 2, zaznaczone niepotrzebnie: 1")
    expect(row).to_have_attribute("data-state", "wrong")
    expect(row.locator(".kt-mark")).to_have_text("Tu jest dobrze")
    expect(row.locator(".kt-why")).to_contain_text("to buduje zaufanie")
    mark(question, "d")
    expect(question.locator("output")).to_be_empty()
    check(question)
    expect(question.locator("output")).to_have_text("Dobrze")
    expect(question.locator(".kt-why")).to_have_count(3)


def test_what_was_overlooked_shows_only_when_the_answer_is_asked_for(visit: Open) -> None:
    question = first(visit(locale="en-GB").go(f"en/{PAGE}"))
    mark(question, "d")
    check(question)
    expect(question.locator("[data-state=missed]")).to_have_count(0)
    expect(question.locator("[data-part=d] .kt-mark")).to_have_text("This one is fine")
    question.get_by_role("button", name="Show the answer").click()
    expect(question.locator("[data-state=missed]")).to_have_count(2)
    expect(question.locator("[data-part=e] .kt-mark")).to_have_text("This one too")
    expect(question.locator("[data-part=e] .kt-why")).to_have_text("Ordering a feeling usually feeds it.")


def test_by_keyboard_alone(visit: Open) -> None:
    page = visit().go(PAGE)
    question = first(page)
    for line in ("b", "e"):
        tab_to(page, question.locator(f"[data-part={line}] input"))
        page.keyboard.press("Space")
    tab_to(page, question.locator("button[type=submit]"))
    page.keyboard.press("Enter")
    expect(question.locator("output")).to_have_text("Dobrze")
    tab_to(page, question.locator("[data-do=restart]"))
    page.keyboard.press("Enter")
    expect(question.locator("input:checked")).to_have_count(0)
    expect(question.locator("input").first).to_be_focused()


def test_all_or_nothing_wants_the_complete_set(visit: Open) -> None:
    page = visit().go(PAGE)
    first(page)
    question = page.locator("kt-spot").nth(1)
    expect(question.locator("legend small")).to_contain_text("Liczy się tylko komplet")
    mark(question, "door")
    check(question)
    expect(question.locator("output")).to_have_attribute("data-state", "wrong")
    mark(question, "again")
    check(question)
    expect(question.locator("output")).to_have_text("Dobrze")


def test_the_two_sides_of_the_counter_are_told_apart_by_place(visit: Open) -> None:
    page = visit().go(PAGE)
    first(page)
    question = page.locator("kt-spot").nth(1)
    sides = question.locator(".kt-lines").evaluate(SIDES)
    assert sides == ["right", "left", "right", "right", "right", "right"], "whoever serves stands on one side"


def test_long_lines_and_other_scripts_stay_in_their_bubbles(visit: Open) -> None:
    page = visit(320, 640).go(PAGE)
    question = first(page)
    for said in question.locator(".kt-said").all():
        said.evaluate("(said, text) => { said.textContent = text; }", LONG)
    assert page.evaluate(OVERFLOW) == 0
    mark(question, "b", "d")
    check(question)
    assert page.evaluate(OVERFLOW) == 0


def test_with_a_pen_there_is_a_box_at_each_line_that_can_be_marked(visit: Open) -> None:
    page = visit().go(PAGE)
    question = first(page)
    page.emulate_media(media="print")
    expect(question.locator("input:visible")).to_have_count(3)
    expect(question.locator("[data-why]:visible")).to_have_count(3)
    expect(question.locator(".kt-key")).to_contain_text("Do zaznaczenia: Ja tylko przyjmuję reklamacje.")
