"""A talk with a customer in a real browser: played, taken back, kept, debriefed, read without JavaScript, printed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.browsing import OVERFLOW, SMALL, Open, Served, Visit, barriers
from tests.learner import finish_lesson, kept

PAGE = "dialogues/heater/"
ROOTS = {"pl": "", "en": "en/"}
BEGIN = {"pl": "Zacznij rozmowę", "en": "Start the talk"}


def begin(page: Page, language: str = "pl") -> Locator:
    """Starts the talk; its turns."""
    page.get_by_role("button", name=BEGIN[language]).click()
    return page.locator(".kt-turn")


def choose(page: Page, place: int) -> None:
    page.locator(".kt-talk__me button").nth(place).click()


def said(page: Page) -> list[str]:
    return page.locator(".kt-turn .kt-said").all_text_contents()


def test_the_talk_grows_turn_by_turn_and_the_mood_is_told_in_words(visit: Open) -> None:
    page = visit().go(PAGE)
    begin(page)
    assert said(page) == ["Znowu zepsuta."]
    expect(page.locator(".kt-talk__mood")).to_have_text("zaufanie: kruche")
    expect(page.locator(".kt-face")).to_be_visible()
    choose(page, 0)
    assert said(page) == ["Znowu zepsuta.", "Poproszę formularz.", "Znowu papier.", "Chcę mówić."]
    expect(page.locator(".kt-talk__mood")).to_have_text("zaufanie: zerwane")
    assert page.locator("[role=log] .kt-turns").count() == 1


def test_after_each_answer_the_focus_is_on_what_the_customer_says(visit: Open) -> None:
    page = visit().go(PAGE)
    turns = begin(page)
    expect(turns.last).to_be_focused()
    choose(page, 1)
    expect(turns.last).to_be_focused()
    expect(turns.last).to_contain_text("Chcę zwrotu.")
    choose(page, 1)
    expect(page.locator("[data-part=ending]")).to_be_focused()


def test_nothing_tells_how_good_an_answer_is_before_the_end(visit: Open) -> None:
    page = visit().go(PAGE)
    begin(page)
    choose(page, 0)
    stage = page.locator("[data-part=stage]")
    assert stage.locator("[data-quality], [data-state]").count() == 0
    for word in ("słabo", "bardzo dobrze", "szkodzi"):
        expect(stage).not_to_contain_text(word)


def test_the_debrief_tells_every_decision_with_the_best_one_and_the_way_to_the_lesson(visit: Open) -> None:
    page = visit().go(PAGE)
    begin(page)
    for place in (0, 0, 1):
        choose(page, place)
    expect(page.locator("[data-part=ending]")).to_contain_text("Częściowo się udało")
    expect(page.locator(".kt-sum")).to_contain_text("Wynik tej rozmowy: 83% (próg 70%)")
    expect(page.locator(".kt-sum")).to_contain_text("Znalezione zakończenia: 1 z 3")
    rows = page.locator(".kt-debrief tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.first).to_contain_text("poprawione")
    expect(rows.first).to_contain_text("Słucham Pana.")
    expect(rows.first).to_contain_text("zaufanie: zerwane")
    expect(page.locator(".kt-talk__objectives")).to_contain_text("66%")


def test_one_can_go_back_to_any_decision_and_the_mistake_stays_to_be_seen(visit: Open) -> None:
    page = visit().go(PAGE)
    begin(page)
    choose(page, 0)
    page.get_by_role("button", name="Cofnij do tego miejsca").click()
    assert said(page) == ["Znowu zepsuta."]
    choose(page, 1)
    choose(page, 1)
    expect(page.locator(".kt-debrief tbody tr").first).to_contain_text("poprawione")
    expect(page.locator(".kt-sum")).to_contain_text("83%")


def test_a_reload_in_the_middle_loses_nothing(visit: Open) -> None:
    page = visit().go(PAGE)
    begin(page)
    choose(page, 0)
    before = said(page)
    kept(page, "scene")
    page.reload()
    expect(page.locator(".kt-turn")).to_have_count(4)
    assert said(page) == before
    choose(page, 0)
    kept(page, "scene", 2)
    page.reload()
    expect(page.locator(".kt-turn").last).to_contain_text("Chcę zwrotu.")


def test_a_talk_goes_on_in_the_other_language(visit: Open) -> None:
    window = visit()
    page = window.go(PAGE)
    begin(page)
    choose(page, 0)
    kept(page, "scene")
    page = window.go(f"en/{PAGE}")
    expect(page.locator(".kt-turn")).to_have_count(4)
    assert said(page)[-1] == "I want to talk."


def test_another_tab_follows_the_talk(visit: Open) -> None:
    window = visit()
    page = window.go(PAGE)
    other = Visit(page.context.new_page(), window.url).go(PAGE)
    begin(page)
    choose(page, 1)
    expect(other.locator(".kt-turn").last).to_contain_text("Chcę zwrotu.")


def test_the_first_result_stays_and_endings_are_gathered(visit: Open) -> None:
    page = visit().go(PAGE)
    begin(page)
    choose(page, 2)
    expect(page.locator("[data-part=ending]")).to_contain_text("Nie udało się")
    page.get_by_role("button", name="Porozmawiaj jeszcze raz").click()
    choose(page, 1)
    choose(page, 1)
    expect(page.locator(".kt-sum")).to_contain_text("Znalezione zakończenia: 2 z 3")
    kept(page, "scene", 3)
    page.reload()
    expect(page.locator("[data-part=known]")).to_contain_text("Wynik pierwszej rozmowy: 0%")


def test_a_new_talk_stays_when_something_else_is_recorded_before_its_first_answer(visit: Open) -> None:
    page = visit().go(PAGE)
    begin(page)
    choose(page, 2)
    page.get_by_role("button", name="Porozmawiaj jeszcze raz").click()
    finish_lesson(page)
    kept(page, "lesson-done")
    expect(page.locator("[data-part=ending]")).to_have_count(0)
    assert said(page) == ["Znowu zepsuta."]
    choose(page, 1)
    assert said(page) == ["Znowu zepsuta.", "Słucham Pana.", "Chcę zwrotu."]


def test_a_talk_can_be_played_again_from_any_decision(visit: Open) -> None:
    page = visit().go(PAGE)
    begin(page)
    choose(page, 1)
    choose(page, 0)
    page.get_by_role("button", name="Zagraj od tego miejsca").nth(1).click()
    assert said(page) == ["Znowu zepsuta.", "Słucham Pana.", "Chcę zwrotu."]
    choose(page, 1)
    expect(page.locator(".kt-sum")).to_contain_text("100%")


@pytest.mark.parametrize("language", ROOTS)
def test_a_talk_is_finished_by_keyboard_alone(visit: Open, language: str) -> None:
    page = visit(locale="pl-PL" if language == "pl" else "en-GB").go(ROOTS[language] + PAGE)
    page.get_by_role("button", name=BEGIN[language]).focus()
    page.keyboard.press("Enter")
    for downs in (2, 2):
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.kt-talk__me') !== null"):
                break
        for _ in range(downs - 1):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.locator("[data-part=ending]")).to_be_focused()
    expect(page.locator(".kt-sum")).to_contain_text("100%")


def test_a_dialogue_that_has_changed_starts_again(visit: Open, course: Served) -> None:
    page = visit().go(PAGE)
    begin(page)
    choose(page, 0)
    kept(page, "scene")
    old = page.locator("kt-dialogue").get_attribute("data-graph") or ""
    body = course.html("dialogues/heater").replace(old, "0" * 12)
    page.route(f"**/{PAGE}", lambda route: route.fulfill(body=body))
    page.reload()
    expect(page.locator("kt-dialogue [data-part=known]")).to_contain_text("nową wersję")
    expect(page.get_by_role("button", name=BEGIN["pl"])).to_be_visible()


@pytest.mark.parametrize("language", ROOTS)
def test_axe_finds_nothing_in_a_talk(visit: Open, language: str) -> None:
    window = visit(reduced_motion="reduce", locale="pl-PL" if language == "pl" else "en-GB")
    page = window.go(ROOTS[language] + PAGE)
    for state in ("begin", "talk", "debrief"):
        if state == "talk":
            begin(page, language)
            choose(page, 0)
        if state == "debrief":
            choose(page, 0)
            choose(page, 1)
            expect(page.locator(".kt-debrief")).to_be_visible()
        for width, height in ((1280, 900), (390, 844), (320, 640)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(OVERFLOW) == 0, f"{state} {width}"
            assert width > 400 or page.evaluate(SMALL) == [], f"{state} {width}"
            assert not (found := barriers(page)), f"{state} {width}: {found}"
            page.locator("label[for^=__palette]:visible").click()  # light, dark and so on in turn


@pytest.mark.parametrize("language", ROOTS)
def test_without_javascript_the_talk_is_read_by_its_links_to_each_ending(
    chromium: Browser, course: Served, language: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(course.url + ROOTS[language] + PAGE)
        expect(page.locator("kt-dialogue button:visible")).to_have_count(0)
        for scene in page.locator("[data-scene]").all():
            expect(scene).to_be_visible()
        first = page.locator("[data-scene=hello] [data-choice=form]")
        first.locator("summary").click()
        first.locator("details a").click()
        assert page.url.endswith("#talk-heater-sorry")
        ids = page.locator("[data-scene], section[id$=endings]").evaluate_all("all => all.map((part) => part.id)")
        for link in page.locator(".kt-script a[href^='#']").all():
            assert (link.get_attribute("href") or "").removeprefix("#") in ids
        expect(page.locator("[data-ending]")).to_have_count(3)
    finally:
        context.close()


def test_on_paper_stands_a_script_for_two(visit: Open, tmp_path: Path) -> None:
    page = visit().go(PAGE)
    begin(page)
    choose(page, 0)
    page.pdf(path=tmp_path / "talk.pdf")
    text = "".join("".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "talk.pdf").pages).split())
    for words in ("Jednaosobaczytakwestieklienta", "Chcęzwrotu.", "Bardzodobrze".lower(), "Tarcza.", "Wyszedł."):
        assert words in text
    assert "Cofnijdotegomiejsca" not in text
