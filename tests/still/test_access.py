"""Open to everybody: axe in every state of the pages, small screens, big fingers, still pictures, and paper."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pypdf import PdfReader

from tests.browsing import OVERFLOW, SMALL, Open, Visit, barriers
from tests.learner import CERTIFICATE, LESSON, TEST, complete, right, wrong

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
ROOTS = {"pl": "", "en": "en/"}
WORDS = {
    "pl": {"start": "Zacznij test", "finish": "Zakończ i sprawdź", "anyway": "Zakończ mimo to"},
    "en": {"start": "Start the test", "finish": "Finish and check", "anyway": "Finish anyway"},
}
MOVING = """() => document.getAnimations().filter((moving) => moving.effect.getComputedTiming().duration > 10)
  .map((moving) => `${moving.effect.target.className} ${moving.transitionProperty ?? moving.animationName}`)"""


def practised(page: Page, keys: dict[str, Any]) -> None:
    """One question right, one wrong, one with a hint open."""
    questions = page.locator("main [data-hash]")
    for place, how in enumerate((right, wrong)):
        question = questions.nth(place)
        how(question, keys[question.get_attribute("data-id") or ""])
        question.locator("button[type=submit]").click()
        expect(question.locator(".kt-saved")).to_be_visible()
    questions.nth(2).locator(".kt-hint summary").click()


def states(window: Visit, language: str, keys: dict[str, Any]) -> Iterator[tuple[str, Page]]:
    """Every state of a page that looks different; how they all look before anything is done, tests/walk sees."""
    root, words = ROOTS[language], WORDS[language]
    page = window.go(root + CERTIFICATE)
    expect(page.locator("[data-part=missing] li")).to_have_count(2)
    yield "certificate, things missing", page
    page = window.go(root + LESSON)
    expect(page.locator("button[type=submit]").first).to_be_visible()
    yield "lesson", page
    practised(page, keys)
    yield "lesson with feedback", page
    yield from paper_states(window.go(root + TEST), words, keys)
    yield from certificate_states(window.go(root + CERTIFICATE))
    yield "home, begun", window.go(root)
    yield "404", window.go(f"{root}nowhere/")
    window.trouble.clear()  # the browser reports the 404 itself


def paper_states(page: Page, words: dict[str, str], keys: dict[str, Any]) -> Iterator[tuple[str, Page]]:
    page.get_by_role("button", name=words["start"]).click()
    questions = page.locator("kt-paper [data-hash]")
    right(questions.first, keys[questions.first.get_attribute("data-id") or ""])
    wrong(questions.last, keys[questions.last.get_attribute("data-id") or ""])
    page.get_by_role("button", name=words["finish"]).click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield "test", page
    page.get_by_role("button", name=words["anyway"]).click()
    expect(page.locator(".kt-report")).to_be_visible()
    yield "result", page


def certificate_states(page: Page) -> Iterator[tuple[str, Page]]:
    expect(page.locator("[data-part=missing]")).to_be_visible()
    complete(page)
    yield "certificate, all done", page
    page.locator("#kt-name").fill("Łucja Źdźbło")
    page.locator("kt-certificate button[type=submit]").click()
    expect(page.locator(".kt-cert")).to_be_visible()
    yield "certificate", page


def looks(page: Page) -> Iterator[str]:
    """Phone and desktop, light and dark, by the switch in the header."""
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        for _ in range(2):
            yield f"{size['width']} {page.locator('body').get_attribute('data-md-color-scheme')}"
            page.locator("label[for^=__palette]:visible").click()


@pytest.mark.parametrize("language", ROOTS)
def test_axe_finds_nothing_in_any_state(visit: Open, keys: dict[str, Any], language: str) -> None:
    window = visit(reduced_motion="reduce", locale="pl-PL" if language == "pl" else "en-GB")
    seen = set()
    for state, page in states(window, language, keys):
        for look in looks(page):
            assert not (found := barriers(page)), f"{state}, {look}: {found}"
            seen.add(look)
    assert seen == {"1280 default", "1280 slate", "390 default", "390 slate"}


@pytest.mark.parametrize("language", ROOTS)
def test_nothing_sticks_out_or_is_too_small_to_hit_on_a_very_small_screen(
    visit: Open, keys: dict[str, Any], language: str
) -> None:
    window = visit(320, 640, locale="pl-PL" if language == "pl" else "en-GB")
    for state, page in states(window, language, keys):
        assert page.evaluate(OVERFLOW) == 0, state
        assert page.evaluate(SMALL) == [], state


def test_nothing_moves_for_readers_who_ask_for_stillness(visit: Open, keys: dict[str, Any]) -> None:
    page = visit(reduced_motion="reduce").go(LESSON)
    expect(page.locator("button[type=submit]").first).to_be_visible()
    practised(page, keys)
    page.locator("main button:visible").last.hover()
    assert page.evaluate(MOVING) == []
    still = "all => [...new Set(all.map((part) => getComputedStyle(part).transitionDuration))]"
    assert page.locator("[class*=kt-]").evaluate_all(still) == ["0s"]


def test_a_lesson_on_paper_has_all_questions_with_their_answers_and_no_buttons(
    visit: Open, keys: dict[str, Any], tmp_path: Path
) -> None:
    page = visit().go(LESSON)
    expect(page.locator("button[type=submit]").first).to_be_visible()
    practised(page, keys)
    wanted = page.locator("main .kt-key [data-why] > div").all_text_contents()
    page.pdf(path=tmp_path / "lesson.pdf", tagged=True)
    text = plain(" ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "lesson.pdf").pages))
    assert len(wanted) > 10
    assert [why for why in wanted if text.count(plain(why)) != 1] == []
    for question in page.locator("main legend").all_text_contents():
        assert plain(question) in text
    for absent in ("Sprawdź jeszcze raz", "Pokaż odpowiedź", "Zacznij to pytanie", "Oznacz lekcję", "Zapisano"):
        assert plain(absent) not in text


@pytest.mark.parametrize("language", ROOTS)
def test_a_test_on_paper_gives_nothing_away_but_its_result_does(
    visit: Open, keys: dict[str, Any], tmp_path: Path, language: str
) -> None:
    window = visit()
    page = window.go(ROOTS[language] + TEST)
    why = page.locator("kt-paper .kt-why, kt-paper .kt-key").filter(visible=True)
    for state, shown in paper_states(page, WORDS[language], keys):
        shown.emulate_media(media="print")
        expect(why.first).to_be_visible(visible=state == "result")
        expect(page.locator("kt-paper button:visible")).to_have_count(0)
        shown.emulate_media(media="screen")


def plain(text: str) -> str:
    """Without spaces and ligatures, which a PDF puts where it likes."""
    return "".join(unicodedata.normalize("NFKC", text).split())
