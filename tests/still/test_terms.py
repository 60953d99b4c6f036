"""Terms of the glossary in a lesson: their meaning by mouse, keyboard and finger, and the way to the glossary."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import Open
from tests.learner import LESSON

LANGUAGES = pytest.mark.parametrize(
    ("root", "means"), [("", "Zgłoszenie, że towar"), ("en/", "A report that goods")], ids=["pl", "en"]
)


def term(page: Page) -> tuple[Locator, Locator]:
    """The link and its meaning, once the script is there."""
    link = page.locator("main .kt-term")
    expect(link).to_have_attribute("aria-describedby", "meaning-complaint")
    return link, page.locator("#meaning-complaint")


@LANGUAGES
def test_hover_and_focus_show_the_meaning_and_escape_hides_it(visit: Open, root: str, means: str) -> None:
    page = visit().go(root + LESSON)
    link, meaning = term(page)
    expect(meaning).to_be_hidden()
    link.hover()
    expect(meaning).to_contain_text(means)
    expect(meaning).to_be_visible()
    meaning.hover()
    page.wait_for_timeout(400)
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    link.focus()
    expect(meaning).to_be_visible()
    page.keyboard.press("Tab")
    expect(meaning).to_be_hidden()


def test_the_pointer_that_leaves_takes_the_meaning_along(visit: Open) -> None:
    page = visit().go(LESSON)
    link, meaning = term(page)
    link.hover()
    expect(meaning).to_be_visible()
    page.mouse.move(5, 5)
    expect(meaning).to_be_hidden()


def test_the_first_tap_shows_the_meaning_and_the_second_leads_to_the_glossary(visit: Open) -> None:
    window = visit(320, 640, has_touch=True, is_mobile=True)
    page = window.go(LESSON)
    link, meaning = term(page)
    link.tap()
    expect(meaning).to_be_visible()
    expect(page).to_have_url(window.url + LESSON)
    box = meaning.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    link.tap()
    expect(page).to_have_url(f"{window.url}glossary/#complaint")
    expect(page.locator("#complaint")).to_be_in_viewport()


def test_a_click_leads_to_the_glossary_and_back_again_the_meaning_still_shows(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    link, _ = term(page)
    link.click()
    expect(page).to_have_url(f"{window.url}glossary/#complaint")
    page.locator("#complaint").get_by_role("link", name="Ja tylko przyjmuję").click()
    expect(page).to_have_url(window.url + LESSON)
    link, meaning = term(page)
    page.mouse.move(5, 5)
    link.hover()
    expect(meaning).to_be_visible()
    assert len(window.documents) == 1


def test_without_javascript_a_term_is_a_link_to_the_glossary_and_no_meaning_stands_in_the_text(visit: Open) -> None:
    window = visit(java_script_enabled=False)
    page = window.go(LESSON)
    expect(page.locator("#meaning-complaint")).to_be_hidden()
    page.locator("main").get_by_role("link", name="reklamacje").click()
    expect(page).to_have_url(f"{window.url}glossary/#complaint")
    expect(page.locator("#complaint [lang=en]")).to_have_text("complaint")
