"""The module test: what a reload, another language, another tab, a change and a lost connection do to it."""

import json
import re
from typing import Any

from playwright.sync_api import Page, Route, expect

from kontuar.quizzes.draw import draw_all
from tests.browsing import Open, Served, Visit
from tests.learner import LESSON, TEST, begin_test, kept, right, wrong

BANK = "**/banks/complaints/"
ORDER = """(questions) => questions.map((question) => [
  question.dataset.id, ...[...question.querySelectorAll("[data-part]")].map(({ dataset }) => dataset.part),
])"""
CHECKED = "(boxes) => boxes.map((box) => `${box.closest('[data-hash]').id} ${box.value}`)"


def sheet(page: Page) -> tuple[Any, Any]:
    """Questions and options in the order in which they stand, and what is chosen."""
    questions = page.locator("kt-paper [data-hash]")
    expect(questions).to_have_count(4)
    return questions.evaluate_all(ORDER), page.locator("kt-paper input:checked").evaluate_all(CHECKED)


def begin(window: Visit, keys: dict[str, Any], answered: int) -> Page:
    """A test with some answers, all of them kept."""
    page = window.go(TEST)
    for question in begin_test(page).all()[:answered]:
        right(question, keys[question.get_attribute("data-id") or ""])
    expect(page.locator(".kt-paper__count")).to_have_text(f"Odpowiedzi: {answered} z 4")
    if answered:
        kept(page, "answer", page.locator("kt-paper input:checked").count())
    return page


def press(page: Page, name: str) -> None:
    page.locator("kt-paper").get_by_role("button", name=name, exact=True).click()


def answer_all(page: Page, keys: dict[str, Any], how: Any) -> None:
    for question in page.locator("kt-paper [data-hash]").all():
        how(question, keys[question.get_attribute("data-id") or ""])


def expected(course: Served, page: Page, attempt: int) -> list[str]:
    """The paper of the seed that the result names, drawn by our rules in Python."""
    seed = re.search(r"Arkusz (\S+), próba", page.locator("kt-paper").inner_text())
    assert seed
    rules = json.loads(course.html(TEST).split("<kt-paper")[1].split("<template>")[1].split("</template>")[0])
    pools: Any = [
        (part, [{"id": f"{part['bank']}/{name}", "level": level} for name, level, _ in part["questions"]])
        for part in rules["parts"]
    ]
    return draw_all(pools, seed[1], attempt)


def test_a_reload_or_the_other_language_goes_on_with_the_same_paper(visit: Open, keys: dict[str, Any]) -> None:
    window = visit()
    page = begin(window, keys, answered=2)
    before = sheet(page)
    page.reload()
    expect(page.get_by_role("heading", name="Próba 1")).to_be_visible()
    assert sheet(page) == before
    page = window.go(f"en/{TEST}")
    expect(page.get_by_role("heading", name="Attempt 1")).to_be_visible()
    expect(page.locator(".kt-paper__count")).to_have_text("Answered: 2 of 4")
    assert sheet(page) == before


def test_leaving_the_test_and_coming_back_without_a_reload_loses_nothing(visit: Open, keys: dict[str, Any]) -> None:
    window = visit()
    page = begin(window, keys, answered=1)
    before = sheet(page)
    page.locator(".kt-over a").click()
    page.get_by_role("link", name="Test modułu", exact=True).last.click()
    assert sheet(page) == before
    assert len(window.documents) == 1


def test_another_tab_opens_with_the_draft_and_loses_its_sheet_when_the_first_hands_in(
    visit: Open, keys: dict[str, Any]
) -> None:
    window = visit()
    page = begin(window, keys, answered=4)
    other = Visit(page.context.new_page(), window.url)
    other.go(TEST)
    assert sheet(other.page) == sheet(page)
    press(page, "Zakończ i sprawdź")
    expect(page.get_by_role("heading", name="Zaliczone: 100%")).to_be_focused()
    expect(other.page.locator("kt-paper [data-hash]")).to_have_count(0)
    expect(other.page.locator("[data-kt-best]")).to_have_text("Twój najlepszy wynik: 100%, test zaliczony")
    expect(other.page.get_by_role("button", name="Zrób test jeszcze raz")).to_be_visible()
    assert not other.trouble


def test_nothing_gives_an_answer_away_before_the_end(visit: Open, keys: dict[str, Any]) -> None:
    page = begin(visit(), keys, answered=4)
    for giveaway in (".kt-key", ".kt-why", ".kt-mark", ".kt-hint", "button[type=submit]"):
        expect(page.locator(f"kt-paper {giveaway}").filter(visible=True)).to_have_count(0)
    expect(page.locator("kt-paper [data-state]")).to_have_count(0)
    assert page.locator("kt-paper output").all_inner_texts() == [""] * 5
    page.emulate_media(media="print")
    expect(page.locator("kt-paper .kt-key").filter(visible=True)).to_have_count(0)
    page.locator("kt-paper form").first.evaluate("form => form.requestSubmit()")
    expect(page.locator("kt-paper [data-state]")).to_have_count(0)


def test_questions_without_an_answer_are_told_of_and_finishing_anyway_works(visit: Open, keys: dict[str, Any]) -> None:
    page = begin(visit(), keys, answered=1)
    press(page, "Zakończ i sprawdź")
    warning = page.get_by_role("alert")
    expect(warning).to_contain_text("Bez odpowiedzi są 3 pytania.")
    back = warning.get_by_role("button", name="Wróć do pytania")
    assert [" ".join(name.split()) for name in back.all_text_contents()] == [f"Wróć do pytania {n}" for n in (2, 3, 4)]
    back.nth(1).click()
    third = page.locator("kt-paper [data-hash]").nth(2)
    expect(third.locator("input").first).to_be_focused()
    right(third, keys[third.get_attribute("data-id") or ""])
    expect(warning).to_have_count(0)
    press(page, "Zakończ i sprawdź")
    expect(warning).to_contain_text("Bez odpowiedzi są 2 pytania.")
    press(page, "Zakończ mimo to")
    expect(page.get_by_role("heading", name="Jeszcze nie: 50%")).to_be_focused()
    assert {type(answer).__name__ for answer in kept(page, "test-submit")[0]["answers"].values()} <= {
        "list",
        "bool",
        "NoneType",
    }


def test_a_failed_test_is_not_passed_and_explains_itself_by_objective(visit: Open, keys: dict[str, Any]) -> None:
    window = visit()
    page = begin(window, keys, answered=0)
    answer_all(page, keys, wrong)
    press(page, "Zakończ i sprawdź")
    expect(page.get_by_role("heading", name="Jeszcze nie: 0%")).to_be_focused()
    rows = page.locator(".kt-report tr")
    assert rows.first.inner_text().split("\t") == ["Cel", "Wynik"]
    results = [row.inner_text().split("\t") for row in rows.all()[1:]]
    assert sum(int(result.split(" / ")[1]) for _, result in results) == 4
    assert {result.split(" / ")[0] for _, result in results} == {"0"}
    for question in page.locator("kt-paper [data-hash]").all():
        expect(question.locator("[data-state=wrong]")).not_to_have_count(0)
        expect(question.locator(".kt-why")).not_to_have_count(0)
        expect(question.locator("input:enabled")).to_have_count(0)
    expect(page.locator("[data-kt-best]")).to_have_text("Twój najlepszy wynik: 0%")
    page = window.go(LESSON)
    expect(page.locator("kt-done button")).to_be_visible()
    expect(page.locator(".md-nav__link .kt-tick")).to_have_count(0)
    expect(page.locator("main [data-hash] output:not(:empty)")).to_have_count(0)


def test_each_attempt_draws_the_next_questions_of_the_seed(visit: Open, course: Served, keys: dict[str, Any]) -> None:
    page = begin(visit(), keys, answered=0)
    for attempt in (1, 2):
        expect(page.get_by_role("heading", name=f"Próba {attempt}")).to_be_focused()
        drawn = [row[0] for row in sheet(page)[0]]
        answer_all(page, keys, right if attempt == 2 else wrong)
        press(page, "Zakończ i sprawdź")
        expect(page.locator("kt-paper")).to_contain_text(f"próba {attempt}, wersja kursu")
        assert drawn == expected(course, page, attempt)
        if attempt == 1:
            press(page, "Zrób test jeszcze raz")
    expect(page.locator("[data-kt-best]")).to_have_text("Twój najlepszy wynik: 100%, test zaliczony")
    first, second = (event["questions"] for event in kept(page, "test-start", 2))
    assert {question["id"] for question in first} != {question["id"] for question in second}


def test_a_paper_whose_questions_have_changed_starts_afresh_without_counting(
    visit: Open, course: Served, keys: dict[str, Any]
) -> None:
    page = begin(visit(), keys, answered=4)
    old = page.locator("kt-paper [data-hash]").first.get_attribute("data-hash") or ""
    page.route(BANK, lambda route: route.fulfill(body=course.html("banks/complaints").replace(old, "0" * 12)))
    page.reload()
    expect(page.locator("kt-paper")).to_contain_text("Pytania tego testu zmieniły się od jego rozpoczęcia.")
    expect(page.locator("kt-paper [data-hash]")).to_have_count(0)
    press(page, "Zrób test jeszcze raz")
    expect(page.get_by_role("heading", name="Próba 1")).to_be_focused()
    assert sheet(page)[1] == []
    answer_all(page, keys, right)
    press(page, "Zakończ i sprawdź")
    expect(page.get_by_role("heading", name="Zaliczone: 100%")).to_be_focused()
    assert len(kept(page, "test-submit")) == 1


def test_questions_that_can_not_be_loaded_are_told_of_and_can_be_tried_again(visit: Open, keys: dict[str, Any]) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    window = visit()
    page = window.go(TEST)
    page.route(BANK, refuse)
    press(page, "Zacznij test")
    expect(page.locator("kt-paper > output")).to_contain_text("Nie udało się wczytać pytań.")
    press(page, "Spróbuj jeszcze raz")
    expect(page.locator("kt-paper > output")).to_contain_text("Nie udało się wczytać pytań.")
    page.unroute(BANK, refuse)
    press(page, "Spróbuj jeszcze raz")
    expect(page.get_by_role("heading", name="Próba 1")).to_be_focused()
    expect(page.locator("kt-paper > output")).to_be_empty()
    before = sheet(page)
    page.route(BANK, refuse)
    page.reload()
    expect(page.locator("kt-paper > output")).to_contain_text("Nie udało się wczytać pytań.")
    page.unroute(BANK, refuse)
    press(page, "Spróbuj jeszcze raz")
    assert sheet(page) == before
    assert len(kept(page, "test-start")) == 1
    assert all("banks/complaints" in line or "ERR_FAILED" in line for line in window.trouble)
    window.trouble.clear()


def test_handing_in_right_after_an_answer_keeps_the_result_on_the_page(visit: Open, keys: dict[str, Any]) -> None:
    page = begin(visit(), keys, answered=3)
    last = page.locator("kt-paper [data-hash]").last.locator("input").first.element_handle()
    finish = page.get_by_role("button", name="Zakończ i sprawdź")
    finish.evaluate("(button, box) => (box.click(), button.click())", last)
    kept(page, "test-submit")
    expect(page.get_by_role("button", name="Zrób test jeszcze raz")).to_be_visible()
    expect(page.locator(".kt-report")).to_be_visible()
    expect(page.locator("kt-paper [data-hash]")).to_have_count(4)
