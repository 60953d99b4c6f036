"""Gaps in a text: typing and choosing, feedback gap by gap, and a sheet for a pen."""

import json

from playwright.sync_api import Locator, Page, expect

from kontuar.core.words import Words
from kontuar.questions import Question, types
from kontuar.questions.page import render_on_paper
from kontuar.questions.split import split
from tests.browsing import Open
from tests.contracts.cases import examples

from .test_keyboard import tab_to

PAGE = "question-types/cloze/"
REPLY, PROMISE, CHECK = "#cloze-1", "#cloze-2", "#cloze-3"
STRANGE = [None, True, 7, "x", ["14"], {"medium": "z", "other": "14"}, {"__proto__": "14"}]
GIVE_AND_READ = "(question, answer) => { question.write(answer); return question.read(); }"


def control(page: Page, question: str, gap: str) -> Locator:
    return page.locator(f"{question} [data-gap={gap}] :is(input, select)")


def row(page: Page, question: str, gap: str) -> Locator:
    return page.locator(f"{question} li[data-part={gap}]")


def press(page: Page, question: str, name: str) -> None:
    page.locator(question).get_by_role("button", name=name, exact=True).click()


def output(page: Page, question: str) -> Locator:
    return page.locator(f"{question} output")


def test_the_gaps_are_filled_and_checked_by_keyboard_alone(visit: Open) -> None:
    page = visit().go(PAGE)
    days, medium = control(page, REPLY, "days"), control(page, REPLY, "medium")
    tab_to(page, medium)
    while medium.input_value() != "a":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Tab")
    expect(days).to_be_focused()
    page.keyboard.type("czternastu")
    page.keyboard.press("Enter")
    expect(output(page, REPLY)).to_contain_text("Dobrze")
    expect(row(page, REPLY, "days")).to_contain_text("Luka 1: Dobrze")
    expect(row(page, REPLY, "days")).to_contain_text("Czternaście dni to czas na odpowiedź")
    expect(row(page, REPLY, "medium")).to_contain_text("Na przykład e-mail")


def test_each_control_says_which_gap_it_is_and_then_how_it_did(visit: Open) -> None:
    page = visit().go(PAGE)
    days = page.locator(REPLY).get_by_role("textbox", name="Luka 1 z 2")
    expect(page.locator(REPLY).get_by_role("combobox", name="Luka 2 z 2")).to_have_value("")
    days.fill("30")
    press(page, REPLY, "Sprawdź")
    expect(page.locator(f"{REPLY} [data-gap=days]")).to_have_attribute("data-state", "wrong")
    expect(days).to_have_accessible_description(
        "Luka 1: Nie Trzydzieści dni mają na odpowiedź na przykład ubezpieczyciele. W sklepie termin jest krótszy."
    )
    expect(page.locator(f"{REPLY} [data-gap=medium][data-state]")).to_have_count(0)
    expect(row(page, REPLY, "medium")).to_be_hidden()


def test_gaps_are_numbered_as_they_are_read_in_each_language(visit: Open) -> None:
    page = visit(locale="en-GB").go(f"en/{PAGE}")
    expect(page.locator(PROMISE).get_by_role("combobox", name="Gap 1 of 3")).to_contain_text("somebody upstairs")
    expect(page.locator(PROMISE).get_by_role("textbox", name="Gap 2 of 3")).to_be_visible()


def test_starting_again_keeps_the_order_of_a_menu(visit: Open) -> None:
    page = visit().go(PAGE)
    expect(page.locator(f"{PROMISE} button[type=submit]")).to_be_visible()

    def menus() -> list[str]:
        return page.locator(f"{PROMISE} option").evaluate_all("all => all.map((one) => one.value)")  # type: ignore[no-any-return]

    before = menus()
    control(page, PROMISE, "what").fill("nic")
    press(page, PROMISE, "Sprawdź")
    press(page, PROMISE, "Zacznij to pytanie od nowa")
    expect(control(page, PROMISE, "what")).to_have_value("")
    assert menus() == before


def test_checking_an_empty_text_says_what_to_do(visit: Open) -> None:
    page = visit().go(PAGE)
    control(page, REPLY, "days").fill("   ")
    press(page, REPLY, "Sprawdź")
    expect(output(page, REPLY)).to_have_text("Najpierw uzupełnij przynajmniej jedną lukę.")


def test_a_wrong_answer_gets_its_own_reason_and_the_gaps_reason_waits_until_all_is_told(visit: Open) -> None:
    page = visit().go(PAGE)
    control(page, REPLY, "days").fill("15")
    control(page, REPLY, "medium").select_option("b")
    press(page, REPLY, "Sprawdź")
    expect(row(page, REPLY, "days")).to_have_text("Luka 1: Nie")
    expect(row(page, REPLY, "medium").locator(".kt-why")).to_have_text(
        "Sama rozmowa nie wystarczy, bo nic po niej nie zostaje."
    )
    press(page, REPLY, "Pokaż odpowiedź")
    expect(row(page, REPLY, "days").locator(".kt-why")).to_contain_text("Poprawnie: 14")
    expect(row(page, REPLY, "days").locator(".kt-why")).to_contain_text("Czternaście dni to czas na odpowiedź")
    told = row(page, REPLY, "medium").locator(".kt-why")
    expect(told).to_contain_text("Poprawnie: trwałym")
    expect(told).to_contain_text("Sama rozmowa nie wystarczy")
    expect(told).to_contain_text("Na przykład e-mail")


def test_part_of_the_gaps_is_said_in_words_and_an_empty_one_only_in_the_end(visit: Open) -> None:
    page = visit().go(PAGE)
    control(page, REPLY, "days").fill("14")
    press(page, REPLY, "Sprawdź")
    expect(output(page, REPLY)).to_contain_text("Częściowo dobrze: 1 z 2 luk")
    expect(output(page, REPLY)).to_contain_text("czegoś jeszcze brakuje")
    press(page, REPLY, "Pokaż odpowiedź")
    expect(row(page, REPLY, "medium")).to_contain_text("Luka 2: Bez odpowiedzi")
    expect(row(page, REPLY, "medium")).to_contain_text("Poprawnie: trwałym")


def test_a_near_miss_in_diacritics_is_told(visit: Open) -> None:
    page = visit().go(PAGE)
    control(page, PROMISE, "what").fill("Zadanie")
    control(page, PROMISE, "when").select_option("soon")
    press(page, PROMISE, "Sprawdź")
    expect(output(page, PROMISE)).to_contain_text("Sprawdź znaki diakrytyczne (luka 1).")
    control(page, PROMISE, "what").fill("nic")
    press(page, PROMISE, "Sprawdź jeszcze raz")
    expect(output(page, PROMISE)).not_to_contain_text("diakrytyczne")


def test_after_typing_anew_the_first_press_of_the_button_checks(visit: Open) -> None:
    page = visit().go(PAGE)
    control(page, REPLY, "days").fill("30")
    press(page, REPLY, "Sprawdź")
    control(page, REPLY, "days").press("End")
    page.keyboard.type("0")
    expect(page.locator(f"{REPLY} .kt-mark")).to_have_count(0)
    button = page.locator(f"{REPLY} button[type=submit]").bounding_box()
    assert button
    page.mouse.click(button["x"] + 9, button["y"] + 9)
    expect(row(page, REPLY, "days")).to_have_text("Luka 1: Nie")


def test_a_draft_in_a_test_is_kept_when_the_gap_is_left_and_not_letter_by_letter(visit: Open) -> None:
    page = visit().go(PAGE)
    question = page.locator(REPLY)
    expect(question.locator("button[type=submit]")).to_be_visible()
    question.evaluate("""(question) => {
      question.dataset.mode = "paper";
      question.dataset.drafts = "0";
      question.addEventListener("kontuar:drafted", () => {
        question.dataset.drafts = Number(question.dataset.drafts) + 1;
      });
    }""")
    control(page, REPLY, "days").click()
    page.keyboard.type("czternastu")
    expect(question).to_have_attribute("data-drafts", "0")
    page.keyboard.press("Tab")
    expect(question).to_have_attribute("data-drafts", "1")


def test_an_answer_of_any_shape_can_be_shown(visit: Open) -> None:
    page = visit().go(PAGE)
    expect(page.locator(f"{REPLY} button[type=submit]")).to_be_visible()
    for answer in STRANGE:
        shown = page.locator(REPLY).evaluate(GIVE_AND_READ, answer)
        assert shown is None, answer


def test_on_paper_a_menu_is_its_options_in_brackets_and_a_typed_gap_a_line(visit: Open) -> None:
    page = visit().go(PAGE)
    pens = page.locator(f"{REPLY} .kt-pen")
    expect(pens.first).to_be_hidden()
    control(page, REPLY, "days").fill("14")
    page.emulate_media(media="print")
    expect(control(page, REPLY, "days")).to_be_visible()
    expect(pens.first).to_be_hidden()
    expect(control(page, REPLY, "medium")).to_be_hidden()
    expect(pens.last).to_have_text("(dowolnym / trwałym)")
    page.locator(REPLY).evaluate("question => question.write({})")
    expect(pens.first).to_be_visible()
    expect(pens.first).to_have_class("kt-pen kt-pen--line")


def example(name: str) -> Question:
    return examples(types()["cloze"])[name]


def test_the_sheet_holds_no_control_and_the_page_no_answer_before_the_key() -> None:
    sheet, key = render_on_paper(example("promise"), "pl")
    assert "<select" not in sheet
    assert "<input" not in sheet
    assert "żądanie" not in sheet
    assert "żądanie / żądania" in key


def test_changing_only_the_key_changes_no_byte_of_the_public_part() -> None:
    question = example("promise")
    gaps = dict(question.gaps)  # type: ignore[attr-defined]
    first, *others = gaps["when"].options
    options = tuple(option.model_copy(update={"correct": not option.correct}) for option in (first, *others))
    gaps["when"] = gaps["when"].model_copy(update={"options": options})
    gaps["what"] = gaps["what"].model_copy(
        update={"accept": (Words({"": "inne"}),), "near": (), "why": Words({"": "x"})}
    )
    other = question.model_copy(update={"gaps": gaps})
    assert other.key() != question.key()
    texts = [json.dumps(split(each, "salt")[0].content, ensure_ascii=False) for each in (question, other)]
    assert texts[0] == texts[1]
    assert not [
        secret for secret in ("what", "manager", "żądanie") if f'"{secret}' in texts[0] or f"[{secret}" in texts[0]
    ]


def test_an_answer_in_numbers_and_letters_is_told_in_the_authors_names() -> None:
    question = example("promise")
    _, key = split(question, "salt")
    letters = {author: letter for letter, author in key.ids.items()}
    assert question.restore({"1": "żądanie", "2": letters["who.manager"]}, key.ids) == {
        "what": "żądanie",
        "who": "manager",
    }
    assert question.restore({"1": letters["who.manager"]}, key.ids) == {"what": letters["who.manager"]}
    assert question.restore({"3": letters["who.manager"]}, key.ids) == {"when": "who.manager"}
    assert question.restore({"2": ["a"], "9": "a"}, key.ids) == {"who": ["a"], "9": "a"}
    assert question.restore("a", key.ids) == "a"
