"""The exam: several banks, questions to come back to, the wait between attempts, and what may go wrong meanwhile."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Locator, Page, expect

from tests.browsing import OVERFLOW, SMALL, Open, Served, Visit, settle
from tests.learner import DATABASE, KEPT, kept, right, wrong
from tests.still.test_keyboard import tab_to

EXAM = "exam/"
NOON = datetime.datetime(2026, 11, 25, 12, 0, tzinfo=datetime.UTC)
TOLD = """(all) => all.map((one) => [
  one.dataset.id,
  one.querySelector("output").textContent,
  ...[...one.querySelectorAll("input:checked")].map((box) => box.value),
])"""
DEAF = "window.BroadcastChannel = class { postMessage() {} }"
MARKS = "(jumps) => jumps.map((jump) => jump.textContent.replaceAll('\\u00a0', ' '))"


def questions(page: Page) -> Locator:
    found = page.locator("kt-paper [data-hash]")
    expect(found).to_have_count(4)
    return found


def press(page: Page, name: str) -> None:
    page.locator("kt-paper").get_by_role("button", name=name, exact=True).click()


def begin(page: Page) -> Locator:
    press(page, "Zacznij egzamin")
    return questions(page)


def answer(found: Locator, keys: dict[str, Any], how: Any = right) -> None:
    for question in found.all():
        how(question, keys[question.get_attribute("data-id") or ""])


def hand_in(page: Page, keys: dict[str, Any], how: Any = right) -> None:
    answer(questions(page), keys, how)
    press(page, "Zakończ i sprawdź")
    expect(page.locator(".kt-report")).to_be_visible()


def replace(page: Page, path: str, html: str) -> None:
    """Lets a page of the site say something else."""
    page.route(f"**/{path}", lambda route: route.fulfill(body=html, content_type="text/html"))


def flags(page: Page) -> list[str | None]:
    return [flag.get_attribute("aria-pressed") for flag in page.locator(".kt-flag").all()]


def result(page: Page, heading: str) -> None:
    expect(page.locator("kt-paper").get_by_role("heading", name=heading)).to_be_visible()


def test_a_paper_with_its_flags_outlives_a_reload_another_language_and_a_killed_tab(
    visit: Open, keys: dict[str, Any]
) -> None:
    window = visit()
    page = window.go(EXAM)
    found = begin(page)
    assert {str(question.get_attribute("data-id")).split("/")[0] for question in found.all()} == {"complaints", "more"}
    right(found.first, keys[found.first.get_attribute("data-id") or ""])
    found.nth(2).locator(".kt-flag").click()
    kept(page, "flag")
    order = found.evaluate_all("all => all.map((question) => question.dataset.id)")
    page.reload()
    count = page.locator(".kt-paper__count")
    expect(count).to_have_text("Odpowiedzi: 1 z 4 · na później: 1")
    assert flags(page) == ["false", "false", "true", "false"]
    other = Visit(page.context.new_page(), window.url)
    other.go(f"en/{EXAM}")
    expect(other.page.locator(".kt-paper__count")).to_have_text("Answered: 1 of 4 · to come back to: 1")
    assert questions(other.page).evaluate_all("all => all.map((question) => question.dataset.id)") == order
    other.page.locator(".kt-flag").nth(2).click()
    expect(count).to_have_text("Odpowiedzi: 1 z 4")  # in the first tab, without a reload
    right(questions(other.page).nth(1), keys[order[1]])
    expect(count).to_have_text("Odpowiedzi: 2 z 4")
    other.page.evaluate("document.querySelectorAll('kt-paper [data-hash]')[3].querySelector('input').click()")
    other.page.close()  # killed while its last answer is being written
    page.reload()
    expect(count).to_have_text(re.compile(r"Odpowiedzi: [23]\sz\s4"))
    hand_in(page, keys)
    result(page, "Zaliczone: 100%")
    assert len(kept(page, "test-start")) == len(kept(page, "test-submit")) == 1
    assert not other.trouble


def test_two_tabs_and_a_double_click_hand_a_paper_in_once(visit: Open, keys: dict[str, Any]) -> None:
    window = visit()
    page = window.go(EXAM)
    answer(begin(page), keys)
    kept(page, "answer", 4)
    other = Visit(page.context.new_page(), window.url)
    other.page.add_init_script(DEAF)
    other.go(EXAM)
    answer(questions(other.page), keys, wrong)  # a tab that does not hear the first one
    finish = page.get_by_role("button", name="Zakończ i sprawdź")
    finish.evaluate("(button) => (button.click(), button.click())")
    result(page, "Zaliczone: 100%")
    press(other.page, "Zakończ i sprawdź")
    kept(page, "test-submit", 2)
    other.page.reload()
    for each in (page, other.page):
        result(each, "Zaliczone: 100%")
        expect(each.locator("[data-kt-best]")).to_contain_text("100%, egzamin zaliczony")
    assert [event["attempt"] for event in kept(page, "test-submit", 2)] == [1, 1]
    stored = page.evaluate(KEPT, [DATABASE, "test-submit", 2])[0]["results"]
    assert {(one["points"], one["max"], len(one["hash"])) for one in stored.values()} == {(1, 1, 12)}
    assert not other.trouble


def test_what_is_unanswered_or_flagged_is_told_before_the_end_and_can_be_jumped_to(
    visit: Open, keys: dict[str, Any]
) -> None:
    page = visit(390, 844).go(EXAM)
    found = begin(page)
    answer(found, keys)
    found.nth(1).locator(".kt-flag").click()
    press(page, "Zakończ i sprawdź")
    warning = page.get_by_role("alert")
    expect(warning).to_have_text("Do jednego pytania chcesz jeszcze wrócić.Wróć do pytania 2Zakończ mimo to")
    found.nth(1).locator(".kt-flag").click()
    expect(warning).to_have_count(0)
    page.reload()
    found = questions(page)
    found.nth(3).locator(".kt-flag").click()
    page.locator(".kt-paper__map summary").click()
    yes, later = "z odpowiedzią", "z odpowiedzią, na później"
    assert page.locator(".kt-jump").evaluate_all(MARKS) == [f"1, {yes}", f"2, {yes}", f"3, {yes}", f"4, {later}"]
    page.locator(".kt-jump").nth(1).click()
    expect(found.nth(1).locator("[data-part] input").first).to_be_focused()
    covered = """(top) => {
      const { left, top: from } = top.getBoundingClientRect();
      return !top.contains(document.elementFromPoint(left + 5, from + 5));
    }"""
    top = found.nth(1).locator(".kt-q__top > span")
    expect(top).to_be_in_viewport(ratio=1)
    assert not top.evaluate(covered), "the list hides the question"


def test_the_wait_between_attempts_is_told_and_ends_by_itself_also_after_the_clock_was_set_back(
    visit: Open, keys: dict[str, Any]
) -> None:
    page = visit(timezone_id="Europe/Warsaw").go("privacy/")
    page.clock.install(time=NOON)
    page.goto(page.url.replace("privacy/", EXAM))
    begin(page)
    hand_in(page, keys, wrong)
    again, wait = page.get_by_role("button", name="Podejdź jeszcze raz"), page.locator("#kt-wait")
    expect(wait).to_have_text("Następna próba: 13:30 (za 30 minut).")
    expect(again).to_be_disabled()
    page.clock.fast_forward("28:30")
    expect(wait).to_have_text("Następna próba: 13:30 (za 2 minuty).")
    page.clock.fast_forward("01:31")
    expect(again).to_be_enabled()
    expect(wait).to_be_hidden()
    expect(page.locator("kt-paper > output")).to_have_text("Możesz zacząć następną próbę.")
    page.clock.set_system_time(NOON - datetime.timedelta(days=2))
    page.reload()
    expect(again).to_be_disabled()
    expect(wait).to_contain_text("za 30 minut")
    page.clock.fast_forward("20:00")
    page.reload()
    expect(wait).to_contain_text("za 10 minut")  # seeing it again does not begin it again
    page.clock.fast_forward("10:01")
    expect(again).to_be_enabled()
    again.click()
    expect(page.get_by_role("heading", name="Próba 2")).to_be_focused()


def test_a_bank_that_can_not_be_loaded_is_told_of_and_tried_again(visit: Open, keys: dict[str, Any]) -> None:
    window = visit()
    page = window.go(EXAM)
    page.route("**/banks/more/", lambda route: route.abort())
    press(page, "Zacznij egzamin")
    expect(page.locator("kt-paper > output")).to_contain_text("Nie udało się wczytać pytań.")
    page.unroute("**/banks/more/")
    press(page, "Spróbuj jeszcze raz")
    hand_in(page, keys)
    page.route("**/banks/complaints/", lambda route: route.abort())
    page.reload()
    result(page, "Zaliczone: 100%")  # the result itself needs no bank
    press(page, "Pokaż pytania z wyjaśnieniami")
    expect(page.locator("kt-paper > output")).to_contain_text("Nie udało się wczytać pytań.")
    page.unroute("**/banks/complaints/")
    press(page, "Spróbuj jeszcze raz")
    expect(questions(page).first.locator("output")).to_have_text("Dobrze")
    assert len(kept(page, "test-start")) == 1
    assert all("banks/" in line or "ERR_FAILED" in line for line in window.trouble)
    window.trouble.clear()


def test_the_result_stays_by_module_and_objective_with_what_was_answered(
    visit: Open, course: Served, keys: dict[str, Any]
) -> None:
    window = visit()
    page = window.go(EXAM)
    found = begin(page)
    answer(found, keys, wrong)
    right(found.first, keys[found.first.get_attribute("data-id") or ""])
    press(page, "Zakończ i sprawdź")
    result(page, "Jeszcze nie: 25%")
    expect(page.locator("kt-paper")).to_contain_text("Zanim spróbujesz jeszcze raz, wróć do lekcji")
    rows = page.locator(".kt-report th[scope=rowgroup]")
    assert rows.all_inner_texts() == ["Reklamacja: biorę to na siebie", "more"]
    expect(page.locator(".kt-report__ways a").first).to_have_attribute("href", "../course/complaints/only-taking-in/")
    before = questions(page).evaluate_all(TOLD)
    old = found.last.get_attribute("data-hash") or ""
    page.reload()
    press(page, "Pokaż pytania z wyjaśnieniami")
    assert questions(page).evaluate_all(TOLD) == before
    for bank in ("complaints", "more"):
        replace(page, f"banks/{bank}/", course.html(f"banks/{bank}").replace(old, "0" * 12))
    page.reload()
    press(page, "Pokaż pytania z wyjaśnieniami")
    expect(page.locator("kt-paper [data-hash]")).to_have_count(3)
    expect(page.locator("kt-paper .kt-q").last).to_contain_text("To pytanie zmieniło się od tamtej próby")


def test_a_passed_exam_leads_to_the_certificate_and_prints_without_its_controls(
    visit: Open, keys: dict[str, Any]
) -> None:
    page = visit().go(EXAM)
    begin(page)
    hand_in(page, keys)
    result(page, "Zaliczone: 100%")
    link = page.get_by_role("link", name="Przejdź do zaświadczenia")
    expect(link).to_have_attribute("href", "../certificate/")
    page.emulate_media(media="print")
    expect(page.locator("kt-paper").locator("button, .kt-paper__map, #kt-wait").filter(visible=True)).to_have_count(0)
    expect(page.locator(".kt-report")).to_be_visible()
    expect(page.locator("kt-paper")).to_contain_text("próba 1, wersja kursu")
    expect(page.locator("kt-paper .kt-why").filter(visible=True)).not_to_have_count(0)


def test_the_whole_exam_by_keyboard_alone(visit: Open) -> None:
    page = visit().go(EXAM)
    expect(page.get_by_role("button", name="Zacznij egzamin")).to_be_enabled()
    tab_to(page, page.get_by_role("button", name="Zacznij egzamin"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Próba 1")).to_be_focused()
    tab_to(page, page.locator(".kt-paper__map summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".kt-jump").nth(3))
    page.keyboard.press("Enter")
    last = questions(page).last
    expect(last.locator("[data-part] input").first).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Shift+Tab")
    expect(last.locator(".kt-flag")).to_be_focused()
    page.keyboard.press("Space")
    expect(last.locator(".kt-flag")).to_have_attribute("aria-pressed", "true")
    tab_to(page, page.get_by_role("button", name="Zakończ i sprawdź"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Zakończ mimo to"))
    page.keyboard.press("Enter")
    expect(page.locator("kt-paper").get_by_role("heading", level=2).first).to_be_focused()


def timed(page: Page, course: Served) -> None:
    """The same exam with a timer of twenty minutes, as the build would write it."""
    choice = '<p class="kt-paper__timed"><label><input type="checkbox" name="timed" checked> Limit czasu</label></p>'
    place = '<div data-place="start" hidden>'
    html = course.html(EXAM).replace('"timer":0', '"timer":20').replace(place, place + choice)
    assert '"timer":20' in html
    replace(page, EXAM, html)


def test_a_timer_warns_can_be_prolonged_and_hands_nothing_in(visit: Open, course: Served, keys: dict[str, Any]) -> None:
    window = visit()
    page = window.page
    timed(page, course)
    page.clock.install(time=NOON)
    window.go(EXAM)
    answer(begin(page), keys)
    clock = page.locator(".kt-paper__clock")
    expect(clock).to_contain_text("Zostało 20 minut")
    expect(clock.get_by_role("alert")).to_be_empty()
    page.clock.fast_forward("16:00")
    expect(clock.get_by_role("alert")).to_contain_text("Czas się kończy.")
    for times in range(1, 12):
        press(page, "Dodaj 10 minut")
        expect(clock).to_contain_text(re.compile(rf"Został[aoy] {4 + 10 * times} minut"))
    expect(clock.get_by_role("alert")).to_be_empty()
    page.reload()
    expect(clock).to_contain_text("114 minut")
    page.clock.fast_forward("03:00:00")
    expect(clock.get_by_role("alert")).to_contain_text("próba trwa dalej")
    assert questions(page).evaluate_all("all => all.every((one) => one.querySelector('input:checked'))")
    press(page, "Zakończ i sprawdź")
    result(page, "Zaliczone: 100%")
    expect(page.locator("kt-paper")).to_contain_text("limit: 130")


def test_the_timer_can_be_switched_off_before_the_start(visit: Open, course: Served) -> None:
    window = visit()
    timed(window.page, course)
    page = window.go(EXAM)
    page.get_by_label("Limit czasu").uncheck()
    begin(page)
    expect(page.locator(".kt-paper__clock")).to_have_count(0)


@pytest.mark.parametrize(("root", "told"), [("", "Egzamin wymaga JavaScriptu."), ("en/", "The exam needs JavaScript.")])
def test_without_javascript_the_page_says_what_to_do(visit: Open, root: str, told: str) -> None:
    page = visit(java_script_enabled=False).go(root + EXAM)
    assert page.locator("main noscript p").inner_text().startswith(told)
    expect(page.locator("main noscript a").first).to_have_attribute("href", "../banks/complaints/")
    expect(page.locator("main button:visible")).to_have_count(0)


def states(page: Page, keys: dict[str, Any]) -> Iterator[str]:
    yield "before the start"
    found = begin(page)
    right(found.first, keys[found.first.get_attribute("data-id") or ""])
    found.nth(1).locator(".kt-flag").click()
    page.locator(".kt-paper__map summary").click()
    yield "paper"
    press(page, "Zakończ i sprawdź")
    expect(page.get_by_role("alert")).to_be_visible()
    yield "warning"
    press(page, "Zakończ mimo to")
    expect(page.locator("kt-paper .kt-why").first).to_be_visible()
    yield "result"


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_every_state_is_open_to_everybody(visit: Open, keys: dict[str, Any], width: int, scheme: str) -> None:
    page = visit(width, 800, color_scheme=scheme, reduced_motion="reduce").go(EXAM)
    expect(page.get_by_role("button", name="Zacznij egzamin")).to_be_enabled()
    for state in states(page, keys):
        settle(page)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{state}: {found.generate_report()}"
        assert page.evaluate(OVERFLOW) == 0, state
        assert width > 320 or page.evaluate(SMALL) == [], state
