"""Writing and comparing with a model in a real browser: what appears when, what is kept, and what is never said."""

from playwright.sync_api import Locator, Page, expect

from tests.browsing import OVERFLOW, Open

from .test_keyboard import tab_to

PAGE = "question-types/reflect/"
TEXT = "Zajmie się tym Ewa.\nZadzwoni jutro do 12:00. 🙂"
RECORDED = """() => {
  window.recorded = [];
  addEventListener("kontuar:record", ({ detail }) => window.recorded.push(detail), true);
}"""
FOLLOW = """(question, answer) => {
  question.follow({ state: { answers: { [question.dataset.id]: answer } }, storage: "indexeddb" });
}"""


def first(page: Page) -> Locator:
    question = page.locator("kt-reflect").first
    expect(question.locator("button[type=submit]")).to_be_visible()
    return question


def write(question: Locator, text: str = TEXT) -> None:
    question.get_by_role("textbox").fill(text)


def compare(question: Locator) -> None:
    question.get_by_role("button", name="Porównaj z wzorem").click()


def keep(question: Locator) -> None:
    """Makes a question record what is answered, as in a lesson."""
    question.evaluate("question => { delete question.dataset.mode; }")
    question.page.evaluate(RECORDED)


def test_nothing_of_the_model_shows_before_an_answer(visit: Open) -> None:
    page = visit().go(PAGE)
    question = first(page)
    for part in ("Wzór", "Zaznacz, co jest", "Mówi, kto się tym zajmie."):
        expect(question.get_by_text(part).first).to_be_hidden()
    expect(question.get_by_role("checkbox")).to_have_count(0)
    write(question, " \n ")
    compare(question)
    expect(question.locator("output")).to_have_text("Najpierw napisz swoją odpowiedź.")
    expect(question.get_by_role("checkbox")).to_have_count(0)


def test_the_text_is_said_to_stay_in_the_browser(visit: Open) -> None:
    question = first(visit().go(PAGE))
    expect(question.get_by_role("textbox", name="Twoja odpowiedź")).to_have_accessible_name(
        "Twoja odpowiedź Tekst zostaje tylko w tej przeglądarce."
    )


def test_after_writing_the_model_and_the_boxes_appear_and_nothing_is_called_right(visit: Open) -> None:
    question = first(visit().go(PAGE))
    write(question)
    compare(question)
    expect(question.locator("output")).to_have_text("Porównaj swoją odpowiedź z wzorem.")
    expect(question.locator("[data-part=model]")).to_contain_text("Zajmuje się tym pani Ewa")
    expect(question.get_by_role("checkbox")).to_have_count(3)
    expect(question.locator(".kt-row[data-state], .kt-row .kt-mark")).to_have_count(0)
    expect(question.locator("output")).not_to_contain_text("Dobrze")


def test_ticks_count_at_once_and_the_focus_stays(visit: Open) -> None:
    question = first(visit().go(PAGE))
    keep(question)
    write(question)
    compare(question)
    boxes = question.get_by_role("checkbox")
    boxes.nth(0).click()
    boxes.nth(2).press("Space")
    expect(boxes.nth(2)).to_be_focused()
    expect(boxes.nth(2)).to_be_checked()
    expect(question.locator("output")).to_contain_text("Zaznaczone punkty: 2 z 3")
    expect(question.locator("[data-part=model]")).to_contain_text("Zajmuje się tym pani Ewa")
    boxes.nth(0).click()
    expect(question.locator("output")).to_contain_text("Zaznaczone punkty: 1 z 3")
    recorded = question.page.evaluate("window.recorded")
    assert [event["answer"]["ticks"] for event in recorded] == [[], ["a"], ["a", "c"], ["c"]]
    assert {event["answer"]["text"] for event in recorded} == {TEXT}
    assert {(event["points"], event["max"]) for event in recorded} == {(0, 0)}


def test_a_text_improved_with_the_model_in_sight_is_kept_too(visit: Open) -> None:
    question = first(visit().go(PAGE))
    keep(question)
    write(question, "To nie do mnie")
    compare(question)
    question.get_by_role("textbox").fill("Zajmie się tym Ewa")
    question.get_by_role("textbox").blur()
    expect(question.locator("[data-part=model]")).to_contain_text("Zajmuje się tym pani Ewa")
    assert [event["answer"]["text"] for event in question.page.evaluate("window.recorded")] == [
        "To nie do mnie",
        "Zajmie się tym Ewa",
    ]


def test_what_was_kept_comes_back_with_model_and_ticks(visit: Open) -> None:
    question = first(visit().go(PAGE))
    keep(question)
    answer = {"text": TEXT, "ticks": ["b"]}
    known = {"answer": answer, "hash": question.get_attribute("data-hash"), "uid": "u", "tries": 1, "shown": False}
    question.evaluate(FOLLOW, known)
    expect(question.get_by_role("textbox")).to_have_value(TEXT)
    expect(question.get_by_role("checkbox").nth(1)).to_be_checked()
    expect(question.locator("output")).to_contain_text("Zaznaczone punkty: 1 z 3")
    expect(question.locator(".kt-saved")).to_have_text("Zapisano w tej przeglądarce.")


def test_starting_again_empties_the_text_and_hides_the_model(visit: Open) -> None:
    question = first(visit().go(PAGE))
    write(question)
    compare(question)
    question.get_by_role("checkbox").first.check()
    question.get_by_role("button", name="Zacznij to pytanie od nowa").click()
    expect(question.get_by_role("textbox")).to_have_value("")
    expect(question.get_by_role("textbox")).to_be_focused()
    expect(question.get_by_role("checkbox")).to_have_count(0)
    expect(question.locator("output")).to_be_empty()
    expect(question.get_by_role("button", name="Porównaj z wzorem")).to_be_visible()


def test_by_keyboard_alone(visit: Open) -> None:
    page = visit(locale="en-GB").go(f"en/{PAGE}")
    question = first(page)
    tab_to(page, question.get_by_role("textbox"))
    page.keyboard.type("Eve will call you")
    page.keyboard.press("Enter")
    page.keyboard.type("by noon.")
    tab_to(page, question.get_by_role("button", name="Compare with the model"))
    page.keyboard.press("Enter")
    expect(question.locator("output")).to_have_text("Compare your answer with the model.")
    expect(question.get_by_role("group", name="Model answer")).to_be_focused()
    page.keyboard.press("Tab")
    expect(question.get_by_role("checkbox").first).to_be_focused()
    page.keyboard.press("Space")
    expect(question.locator("output")).to_contain_text("Points ticked: 1 of 3")
    expect(question.get_by_role("textbox")).to_have_value("Eve will call you\nby noon.")


def test_the_field_grows_and_long_words_stay_inside(visit: Open) -> None:
    page = visit(320, 640).go(PAGE)
    question = first(page)
    box = question.get_by_role("textbox")
    low = box.evaluate("box => box.clientHeight")
    write(question, "אפשר לעזור? " + "ż" * 300 + "\n" * 12)
    assert box.evaluate("box => box.clientHeight") > low
    compare(question)
    assert page.evaluate(OVERFLOW) == 0


def test_on_paper_there_is_room_to_write_and_the_points_stand_in_the_key(visit: Open) -> None:
    page = visit().go(PAGE)
    question = first(page)
    write(question)
    compare(question)
    page.emulate_media(media="print")
    expect(question.get_by_role("textbox")).to_be_visible()
    expect(question.locator(".kt-compare")).to_be_hidden()
    expect(question.get_by_text("Tekst zostaje tylko")).to_be_hidden()
    expect(question.locator(".kt-key")).to_contain_text("Co powinno być w odpowiedzi:")
    expect(question.locator(".kt-key")).to_contain_text("Mówi, kiedy coś się stanie.")
