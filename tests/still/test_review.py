"""Spaced review: what comes back and when, one question at a time, with a clock that is set by hand."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browsing import OVERFLOW, SMALL, Open, Served, Visit, settle
from tests.learner import LESSON, SAY, kept, right, wrong
from tests.still.test_keyboard import answer, tab_to

MONDAY, TUESDAY, FRIDAY = "2026-11-02T21:00", "2026-11-03T08:00", "2026-11-06T08:00"
BANK = "**/banks/complaints/"
QUESTIONS = ("refund-demand", "phone-the-maker", "missing-part", "no-news", "guarantee-too")
HASHES = "all => Object.fromEntries(all.map(({ dataset }) => [dataset.id, dataset.hash]))"


def at(page: Page, when: str) -> None:
    page.clock.set_fixed_time(f"{when}+01:00")


def studied(window: Visit, names: tuple[str, ...] = QUESTIONS, **how: Any) -> Page:
    """The review page on Tuesday after wrong answers on Monday."""
    page = window.page
    at(page, MONDAY)
    window.go("banks/complaints/")
    hashes = page.locator("[data-hash]").evaluate_all(HASHES)
    window.go("review/")
    expect(headline(page)).to_be_visible()
    for name in names:
        known = f"complaints/{name}"
        given = {"id": known, "hash": hashes.get(known, "gone"), "answer": [], "points": 0, "max": 1, **how}
        page.evaluate(SAY, {"kind": "answer", **given})
    kept(page, "answer", len(names))
    at(page, TUESDAY)
    return window.go("review/")


def begin(page: Page, button: str = "Zacznij") -> Locator:
    page.get_by_role("button", name=button, exact=True).click()
    question = page.locator("kt-review [data-hash]")
    expect(question).to_be_visible()
    return question


def reply(question: Locator, keys: dict[str, Any], how: Any = right) -> str:
    """Answers the question that is asked, and says which one it is."""
    name = question.get_attribute("data-id") or ""
    how(question, keys[name])
    question.locator("button[type=submit]").click()
    return name


def go_on(page: Page, words: str = "Dalej") -> None:
    page.get_by_role("button", name=words, exact=True).click()


def headline(page: Page) -> Locator:
    return page.locator("kt-review h2")


def test_a_wrong_answer_comes_back_the_next_day_and_then_after_three_days(visit: Open, keys: dict[str, Any]) -> None:
    window = visit(timezone_id="Europe/Warsaw")
    page, loaded = window.page, list[str]()
    page.on("request", lambda request: loaded.append(request.url))
    at(page, MONDAY)
    window.go(LESSON)
    first = page.locator("main [data-hash]").first
    name = reply(first, keys, wrong)
    expect(first.locator(".kt-saved")).to_be_visible()
    window.go()
    expect(page.locator("[data-kt-next]")).to_contain_text("Kontynuuj")
    assert not [url for url in loaded if "/review/" in url], "only the review page loads reviews"
    window.go("review/")
    expect(headline(page)).to_have_text("Dziś nic nie czeka")
    expect(page.locator("[data-fill=next]")).to_have_text("Następna powtórka: jutro, 1 pytanie.")
    at(page, TUESDAY)
    page.reload()
    expect(headline(page)).to_have_text("Na dziś 1 pytanie")
    question = begin(page)
    expect(question.locator(".kt-q__top")).to_be_focused()
    expect(question.locator("[data-part] input:checked")).to_have_count(0)
    expect(question.locator("output")).to_be_empty()
    question.get_by_label("wiem na pewno").check()
    assert reply(question, keys) == name
    expect(page.get_by_role("button", name="Dalej")).to_be_focused()
    expect(question.locator("output")).to_contain_text("To pytanie wróci: piątek, 6 listopada.")
    page.keyboard.press("Enter")
    expect(headline(page)).to_have_text("Na dziś wszystko")
    expect(headline(page)).to_be_focused()
    expect(page.locator("[data-fill=next]")).to_contain_text("piątek, 6 listopada, 1 pytanie")
    expect(page.locator("[data-fill=streak]")).to_have_text("Nauka bez dłuższej przerwy: 2 dni.")
    last = kept(page, "answer", 2)[-1]
    assert (last["where"], last["certainty"], last["points"]) == ("review", "sure", last["max"])
    window.go(LESSON)
    expect(page.locator("main [data-hash]").first.locator("output")).to_contain_text("Dobrze")


def test_a_reload_and_the_other_language_go_on_where_one_was(visit: Open, keys: dict[str, Any]) -> None:
    window = visit(timezone_id="Europe/Warsaw")
    page = studied(window)
    expect(headline(page)).to_have_text("Na dziś 5 pytań")
    question = begin(page)
    seen = [reply(question, keys, wrong)]
    expect(question.locator("output p")).to_have_text("To pytanie wróci: jutro.")
    expect(page.locator("kt-review .kt-btn:not(.kt-btn--quiet, .kt-btn--text):visible")).to_have_count(1)
    go_on(page)
    expect(question.locator(".kt-q__top")).to_have_text("Pytanie 2 z 5")
    second = question.get_attribute("data-id") or ""
    page.reload()
    expect(headline(page)).to_have_text("Na dziś 4 pytania")
    expect(begin(page, "Dokończ")).to_have_attribute("data-id", second)
    window.go("en/review/")
    question = begin(page, "Carry on")
    expect(question.locator(".kt-q__top")).to_have_text("Question 2 of 5")
    expect(question).to_have_attribute("data-id", second)
    for n in range(2, 6):
        expect(question.locator(".kt-q__top")).to_have_text(f"Question {n} of 5")
        seen.append(reply(question, keys))
        go_on(page, "Next")
    assert sorted(seen) == sorted(f"complaints/{name}" for name in QUESTIONS)
    expect(headline(page)).to_have_text("That’s all for today")
    expect(page.locator("[data-fill=next]")).to_have_text("Next review: tomorrow, 1 question.")
    at(page, FRIDAY)
    page.reload()
    expect(headline(page)).to_have_text("5 questions for today")


def test_two_tabs_share_the_work(visit: Open, keys: dict[str, Any]) -> None:
    window = visit(timezone_id="Europe/Warsaw")
    page = studied(window, QUESTIONS[:2])
    question = begin(page)
    other = Visit(page.context.new_page(), window.url)
    at(other.page, TUESDAY)
    other.go("review/")
    same = reply(begin(other.page), keys)
    expect(question).to_have_attribute("data-id", same)
    expect(question.locator("[data-part] input:checked")).to_have_count(0)
    go_on(page)
    expect(question.locator(".kt-q__top")).to_have_text("Pytanie 2 z 2")
    go_on(other.page)
    expect(other.page.locator("kt-review .kt-q__top")).to_have_text("Pytanie 2 z 2")
    reply(question, keys)
    go_on(other.page)  # the way on is there once the first tab has answered
    expect(headline(other.page)).to_have_text("Na dziś wszystko")
    assert len(kept(page, "answer", 4)) == 4
    assert not other.trouble


def test_a_question_that_is_gone_is_passed_over_and_a_changed_one_is_new(visit: Open, keys: dict[str, Any]) -> None:
    window = visit(timezone_id="Europe/Warsaw")
    page = studied(window, ("no-news", "removed"), hash="0123456789ab")
    expect(headline(page)).to_have_text("Na dziś 1 pytanie")
    question = begin(page)
    expect(question.locator(".kt-q__top")).to_have_text("Pytanie 1 z 1 · nowa wersja")
    reply(question, keys)
    expect(question.locator("output")).to_contain_text("To pytanie już nie wróci w powtórkach.")
    go_on(page)
    expect(headline(page)).to_have_text("Na dziś wszystko")
    expect(page.locator("[data-fill=next]")).to_be_hidden()
    at(page, FRIDAY)
    page.reload()
    expect(headline(page)).to_have_text("Nie ma czego powtarzać")


def test_questions_that_can_not_be_loaded_are_told_of_and_can_be_tried_again(visit: Open, keys: dict[str, Any]) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    window = visit(timezone_id="Europe/Warsaw")
    page = studied(window, QUESTIONS[:1])
    page.route(BANK, refuse)
    page.get_by_role("button", name="Zacznij").click()
    expect(page.locator("kt-review > output")).to_contain_text("Nie udało się wczytać pytań.")
    page.unroute(BANK, refuse)
    begin(page, "Spróbuj jeszcze raz")
    expect(page.locator("kt-review > output")).to_be_empty()
    assert all("banks/complaints" in line or "ERR_FAILED" in line for line in window.trouble)
    window.trouble.clear()


def test_a_review_by_keyboard_alone(visit: Open, keys: dict[str, Any]) -> None:
    page = studied(visit(timezone_id="Europe/Warsaw"), ("refund-demand",))
    tab_to(page, page.get_by_role("button", name="Zacznij"))
    page.keyboard.press("Enter")
    question = page.locator("kt-review [data-hash]")
    expect(question.locator(".kt-q__top")).to_be_focused()
    answer(page, question, keys["complaints/refund-demand"])
    tab_to(page, question.get_by_label("wiem na pewno"))
    page.keyboard.press("Space")
    tab_to(page, question.get_by_role("button", name="Sprawdź"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Dalej")).to_be_focused()
    page.keyboard.press("Enter")
    expect(headline(page)).to_be_focused()
    tab_to(page, page.get_by_role("link", name="Przejdź do kursu"))


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_state_is_open_to_everybody(visit: Open, keys: dict[str, Any], language: str) -> None:
    start, done = {"pl": ("Zacznij", "Dalej"), "en": ("Start", "Next")}[language]
    scheme: Any = {"pl": "dark", "en": "light"}[language]
    how = {"timezone_id": "Europe/Warsaw", "reduced_motion": "reduce", "locale": f"{language}-GB"}
    window = visit(320, 640, color_scheme=scheme, **how)
    page = studied(window, QUESTIONS[:1])
    if language == "en":
        window.go("en/review/")
    page.get_by_role("button", name=start).wait_for()
    examine(page)
    question = begin(page, start)
    reply(question, keys, wrong)
    expect(page.get_by_role("button", name=done)).to_be_visible()
    examine(page)
    go_on(page, done)
    expect(headline(page)).to_be_focused()
    page.locator("kt-review details summary").last.click()
    examine(page)


def examine(page: Page) -> None:
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(SMALL) == []
    settle(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_first_visit_says_where_to_begin(visit: Open) -> None:
    page = visit().go("review/")
    expect(headline(page)).to_have_text("Na razie nie ma czego powtarzać")
    expect(page.get_by_role("link", name="Przejdź do kursu")).to_be_visible()


def test_without_javascript_the_page_says_what_to_do_instead(chromium: Browser, course: Served) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{course.url}review/")
    told = page.locator("kt-review noscript")
    expect(told.locator("p").last).to_contain_text("Powtórka wymaga JavaScriptu")
    expect(told.locator("a").first).to_be_visible()
    expect(page.locator("kt-review button").first).to_be_hidden()
    context.close()
