"""The way through the course: home and “my course” on a first visit, half-way and at the end; ticks everywhere."""

from datetime import datetime, timedelta
from typing import Any

from playwright.sync_api import Page, expect

from tests.browsing import Open
from tests.learner import LESSON, SAY, complete, finish_lesson, hand_in

MY_COURSE = "my-course/"
NAV_TICKS, FOOT_TICKS = ".md-nav__link .kt-tick", ".kt-steps .kt-tick"
WRONG = {"kind": "answer", "hash": "h", "answer": [], "points": 0, "max": 1}
PAPER = {"seed": "7K2M-04QX", "attempt": 1, "version": "1", "paper": "exam", "answers": {}}
EXAM = {"kind": "test-submit", "id": "exam", **PAPER, "points": 4, "max": 4, "pass": 75}
TALKED = {"kind": "scene", "id": "heater", "hash": "h", "play": "first", "moves": ["listen"]}


def said(page: Page, *events: dict[str, Any]) -> None:
    """What pages record, one after the other."""
    for event in events:
        page.evaluate(SAY, event)


def test_a_first_visit_is_asked_to_start_and_shown_no_marks(visit: Open) -> None:
    window = visit()
    expect(window.go("").locator("[data-kt-fresh]")).to_be_visible()
    for path in ("", MY_COURSE):
        page = window.go(path)
        expect(page.locator("[data-kt-next]")).to_have_text("Zacznij: „Ja tylko przyjmuję”")
        expect(page.locator("[data-kt-today]")).to_be_hidden()
        expect(page.locator("main .kt-mark, .kt-tick")).to_have_count(0)
    expect(page.locator("[data-kt-sum]")).to_be_hidden()
    expect(page.locator("kt-mastery")).to_be_hidden()
    expect(page.locator("[data-kt-empty]")).to_be_visible()


def test_half_way_it_says_what_is_done_what_waits_today_and_what_to_repeat(visit: Open) -> None:
    window = visit()
    page = window.go(MY_COURSE)
    expect(page.locator("[data-kt-next]")).to_contain_text("Zacznij")
    finish_lesson(page)
    said(page, {**WRONG, "id": "complaints/refund-demand"}, TALKED)
    expect(page.locator("[data-kt-next]")).to_have_text("Test modułu: Reklamacja: biorę to na siebie")
    expect(page.locator("[data-kt-sum]")).to_contain_text("Za Tobą 1 z 3 kroków")
    expect(page.locator("[data-kt-module] .kt-ring text")).to_have_text("1/1")
    expect(page.locator("[data-kt-talk=heater]")).to_contain_text("w trakcie")
    expect(page.locator("[data-kt-today] li")).to_have_count(1)  # the talk; a mistake of today comes back tomorrow
    objective = page.locator("kt-mastery li").filter(has_text="do powtórki")
    expect(objective).to_have_count(1)
    expect(objective.get_by_role("link")).to_have_text("„Ja tylko przyjmuję”")
    page.clock.set_fixed_time(datetime.now() + timedelta(days=1))
    page = window.go("en/")
    expect(page.locator("[data-kt-fresh]")).to_be_hidden()
    expect(page.locator("[data-kt-today] a")).to_have_text(["Review: 1 question", "Talk: Small"])
    page.get_by_role("link", name="Talk: Small").click()
    page.wait_for_url("**/en/dialogues/heater/")


def test_a_finished_course_leads_to_the_certificate(visit: Open) -> None:
    window = visit()
    page = window.go("")
    expect(page.locator("[data-kt-next]")).to_contain_text("Zacznij")
    complete(page)
    expect(page.locator("[data-kt-next]")).to_have_text("Przejdź do egzaminu")
    said(page, EXAM)
    expect(page.locator("[data-kt-next]")).to_have_text("Odbierz zaświadczenie")
    expect(page.locator("[data-kt-module]")).to_contain_text("ukończony · test 100%")
    page = window.go(MY_COURSE)
    expect(page.locator("[data-kt-sum]")).to_contain_text("Za Tobą 3 z 3 kroków")
    expect(page.locator("[data-kt-test=exam]")).to_contain_text("zaliczony: 100%")
    expect(page.locator("[data-kt-next]")).to_have_attribute("href", "../certificate/")


def test_ticks_come_without_a_reload_in_other_tabs_and_languages_too(visit: Open) -> None:
    window = visit()
    other = window.page.context.new_page()
    other.goto(f"{window.url}en/privacy/")
    page = window.go(LESSON)
    expect(page.locator("kt-done button")).to_be_visible()
    finish_lesson(page)
    for place in (NAV_TICKS, FOOT_TICKS):
        expect(page.locator(place)).to_have_count(1)
    hand_in(page, 4)
    expect(page.locator(FOOT_TICKS)).to_have_count(2)
    expect(page.locator(NAV_TICKS)).to_have_count(3)  # lesson, test and module, none at headings of the page itself
    expect(other.locator(NAV_TICKS)).to_have_count(1)  # the module: its parts are not in the navigation of this page
    page.locator(".kt-steps a").last.click()
    page.wait_for_url("**/course/complaints/test/")
    expect(page.locator(NAV_TICKS)).to_have_count(3)
    said(page, {"kind": "reset", "scope": "all", "id": ""})
    expect(page.locator(NAV_TICKS)).to_have_count(0)
    expect(other.locator(NAV_TICKS)).to_have_count(0)
