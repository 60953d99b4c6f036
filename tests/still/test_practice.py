"""Practice in the page: feedback, tries, show the answer, start again, and what is kept."""

import re
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browsing import Open, Visit
from tests.learner import finish_lesson, right

LESSON = "course/complaints/only-taking-in/"
ONE, MANY, TRUTH = "#q-refund-demand", "#q-no-field", "#q-no-news"
REFUSED = """
  indexedDB.open = () => { throw new DOMException('no', 'SecurityError') };
  Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }});
"""


def pick(page: Page, question: str, *values: str) -> None:
    for value in values:
        page.locator(f"{question} input[value={value}]").check()


def press(page: Page, question: str, name: str) -> None:
    page.locator(question).get_by_role("button", name=name, exact=True).click()


def wait_until_saved(page: Page, question: str) -> None:
    expect(page.locator(f"{question} .kt-saved")).to_have_text("Zapisano w tej przeglądarce.")


def test_checking_without_an_answer_asks_for_one(visit: Open) -> None:
    page = visit().go(LESSON)
    press(page, ONE, "Sprawdź")
    expect(page.locator(f"{ONE} output")).to_have_text("Najpierw zaznacz odpowiedź.")


def test_a_wrong_answer_gets_its_own_reason_and_another_try(visit: Open) -> None:
    page = visit().go(LESSON)
    pick(page, ONE, "formality")
    press(page, ONE, "Sprawdź")
    row = page.locator(f"{ONE} [data-part=formality]")
    expect(row).to_have_attribute("data-state", "wrong")
    expect(row.locator(".kt-mark")).to_have_text("Nie")
    expect(row.locator(".kt-why")).to_contain_text("Decyzja nie należy do Ciebie")
    described = row.locator("input").get_attribute("aria-describedby")
    assert row.locator(".kt-why").get_attribute("id") == described
    expect(page.locator(f"{ONE} [data-state=missed]")).to_have_count(0)
    expect(page.locator(f"{ONE} .kt-why")).to_have_count(1)
    pick(page, ONE, "taken-on")
    expect(page.locator(f"{ONE} .kt-why")).to_have_count(0)
    press(page, ONE, "Sprawdź jeszcze raz")
    expect(page.locator(f"{ONE} output")).to_contain_text("Dobrze")
    expect(page.locator(f"{ONE} .kt-why")).to_have_count(4)


def test_show_the_answer_comes_after_a_try_and_explains_everything(visit: Open) -> None:
    page = visit().go(LESSON)
    show = page.locator(ONE).get_by_role("button", name="Pokaż odpowiedź")
    expect(show).to_be_hidden()
    pick(page, ONE, "formality")
    press(page, ONE, "Sprawdź")
    show.click()
    expect(page.locator(f"{ONE} [data-part=taken-on] .kt-mark")).to_have_text("Poprawna odpowiedź")
    expect(page.locator(f"{ONE} .kt-why")).to_have_count(4)


def test_part_of_the_right_answers_earns_part_of_the_points_in_words(visit: Open) -> None:
    page = visit().go(LESSON)
    pick(page, MANY, "his-words")
    press(page, MANY, "Sprawdź")
    expect(page.locator(f"{MANY} output")).to_contain_text("Częściowo dobrze: 0,5 z 1 pkt")
    expect(page.locator(f"{MANY} output")).to_contain_text("czegoś jeszcze brakuje")


def test_true_or_false_explains_after_one_try(visit: Open) -> None:
    page = visit().go(LESSON)
    pick(page, TRUTH, "true")
    press(page, TRUTH, "Sprawdź")
    expect(page.locator(f"{TRUTH} [data-part=false] .kt-mark")).to_have_text("Poprawna odpowiedź")
    expect(page.locator(f"{TRUTH} .kt-why")).to_contain_text("Zadzwoń")


def test_the_result_is_announced_by_a_status_region_present_from_the_start(visit: Open) -> None:
    page = visit().go(LESSON)
    region = page.locator(f"{ONE} output")
    assert region.get_attribute("role") == "status"
    handle = region.element_handle()
    pick(page, ONE, "taken-on")
    press(page, ONE, "Sprawdź")
    assert handle.evaluate("node => node.isConnected && node.textContent.includes('Dobrze')")


def test_a_reload_brings_the_answer_and_its_feedback_back(visit: Open) -> None:
    page = visit().go(LESSON)
    pick(page, ONE, "formality")
    press(page, ONE, "Sprawdź")
    wait_until_saved(page, ONE)
    page.reload()
    expect(page.locator(f"{ONE} [data-part=formality]")).to_have_attribute("data-state", "wrong")
    expect(page.locator(f"{ONE} input[value=formality]")).to_be_checked()


def test_starting_a_question_again_forgets_it_after_a_reload_too(visit: Open) -> None:
    page = visit().go(LESSON)
    pick(page, ONE, "taken-on")
    press(page, ONE, "Sprawdź")
    wait_until_saved(page, ONE)
    press(page, ONE, "Zacznij to pytanie od nowa")
    expect(page.locator(f"{ONE} input:checked")).to_have_count(0)
    expect(page.locator(f"{ONE} input").first).to_be_focused()
    page.reload()
    page.wait_for_timeout(300)
    expect(page.locator(f"{ONE} output")).to_be_empty()


def test_the_same_question_shares_its_state_between_the_lesson_and_the_bank(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    pick(page, ONE, "taken-on")
    press(page, ONE, "Sprawdź")
    wait_until_saved(page, ONE)
    page = window.go("banks/complaints/#refund-demand")
    expect(page.locator("#refund-demand output")).to_contain_text("Dobrze")


def test_another_tab_shows_the_answer_without_a_reload(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    other = Visit(page.context.new_page(), window.url).go(LESSON)
    pick(page, ONE, "taken-on")
    press(page, ONE, "Sprawdź")
    expect(other.locator(f"{ONE} output")).to_contain_text("Dobrze")


def test_a_reset_of_the_module_clears_questions_lesson_and_test(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    pick(page, ONE, "taken-on")
    press(page, ONE, "Sprawdź")
    page.get_by_role("button", name="Oznacz lekcję jako ukończoną").click()
    expect(page.locator("kt-done output")).to_have_text("Lekcja ukończona")
    page = window.go("course/complaints/")
    expect(page.locator("[data-kt-lesson] .kt-mark")).to_have_text("ukończona")
    page.get_by_text("Zacznij od nowa").click()
    page.get_by_role("button", name="Wyzeruj mój postęp w tym module").click()
    expect(page.locator("[data-kt-lesson] .kt-mark")).to_have_count(0)
    page = window.go(LESSON)
    page.wait_for_timeout(300)
    expect(page.locator(f"{ONE} output")).to_be_empty()


def test_a_lesson_can_be_marked_and_unmarked_by_hand(visit: Open) -> None:
    page = visit().go(LESSON)
    page.get_by_role("button", name="Oznacz lekcję jako ukończoną").click()
    page.get_by_role("button", name="Cofnij").click()
    expect(page.get_by_role("button", name="Oznacz lekcję jako ukończoną")).to_be_visible()
    expect(page.locator("kt-done output")).to_be_empty()


def test_storage_that_is_refused_is_told_and_practice_still_works(visit: Open) -> None:
    window = visit()
    window.page.add_init_script(REFUSED)
    page = window.go(LESSON)
    expect(page.get_by_text("Ta przeglądarka nie pozwala zapisać postępu")).to_be_visible()
    pick(page, ONE, "taken-on")
    press(page, ONE, "Sprawdź")
    expect(page.locator(f"{ONE} output")).to_contain_text("Dobrze")
    expect(page.locator(f"{ONE} .kt-saved")).to_contain_text("Nie udało się zapisać na stałe")
    assert set(window.trouble) <= {"error: no"}, "the theme's own, which reads its colours without asking"
    window.trouble.clear()


def test_the_notice_of_refused_storage_comes_even_where_its_script_comes_late(visit: Open) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    window = visit()
    window.page.add_init_script(REFUSED)
    window.page.add_init_script(
        "document.addEventListener('kontuar:progress', () => document.documentElement.classList.add('told'));"
    )
    window.page.route("**/progress/notice.js", hold)
    page = window.go(LESSON)
    expect(page.locator("html")).to_have_class(re.compile("told"))
    held[0].continue_()
    expect(page.locator(".kt-notice")).to_contain_text("Ta przeglądarka nie pozwala zapisać postępu")
    window.trouble.clear()  # as above


def test_a_hint_opens_by_itself_and_gives_nothing_else_away(visit: Open) -> None:
    page = visit().go(LESSON)
    page.locator(f"{ONE} .kt-hint summary").click()
    expect(page.locator(f"{ONE} .kt-hint p")).to_be_visible()
    expect(page.locator(f"{ONE} .kt-why")).to_have_count(0)


def test_a_changed_question_asks_to_be_answered_again(visit: Open, course: Any) -> None:
    window = visit()
    page = window.go(LESSON)
    pick(page, ONE, "taken-on")
    press(page, ONE, "Sprawdź")
    wait_until_saved(page, ONE)
    old = page.locator(ONE).get_attribute("data-hash") or ""
    page.route(f"**/{LESSON}", lambda route: route.fulfill(body=course.html(LESSON.strip("/")).replace(old, "0" * 12)))
    page.reload()
    expect(page.locator(f"{ONE} output")).to_contain_text("To pytanie ma nową wersję")
    expect(page.locator(f"{ONE} input:checked")).to_have_count(0)


def test_progress_is_the_same_in_both_languages(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    pick(page, ONE, "taken-on")
    press(page, ONE, "Sprawdź")
    wait_until_saved(page, ONE)
    finish_lesson(page)
    expect(page.locator("kt-done output")).to_have_text("Lekcja ukończona")
    page = window.go(f"en/{LESSON}")
    expect(page.locator(f"{ONE} output")).to_contain_text("That’s right")
    expect(page.locator("kt-done output")).to_have_text("Lesson done")


def test_a_lesson_whose_questions_are_all_answered_is_done(visit: Open, keys: dict[str, Any]) -> None:
    page = visit().go(LESSON)
    for question in page.locator("main [data-hash]").all():
        expect(page.locator("kt-done output")).to_be_empty()
        right(question, keys[question.get_attribute("data-id") or ""])
        question.get_by_role("button", name="Sprawdź", exact=True).click()
    expect(page.locator("kt-done output")).to_have_text("Lekcja ukończona")
