"""Keys of one letter: where they lead, when they are silent, and the sheet that lists them."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browsing import OVERFLOW, SMALL, Open, settle
from tests.learner import LESSON, TEST

TITLE = "„Ja tylko przyjmuję”"
BOTH = """(keys) => {
  for (const key of keys) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}"""
NAMES = {"": "Skróty klawiszowe", "en/": "Keyboard shortcuts"}


def sheet(page: Page) -> Locator:
    return page.locator("dialog#kt-keys")


def ready(page: Page) -> None:
    """Waits until the page's own script listens."""
    expect(page.locator("main [data-hash] button[type=submit], main h1").first).to_be_visible()
    page.wait_for_load_state("networkidle")


def press(page: Page, *keys: str) -> None:
    """Presses keys, and gives whatever they might do the time to happen."""
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(150)


def test_letters_lead_about_and_the_heading_has_the_focus(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    ready(page)
    page.keyboard.press("?")
    expect(sheet(page)).to_be_visible()
    page.keyboard.press("Escape")
    for key, where, heading in (("n", TEST, "Test modułu"), ("p", LESSON, TITLE), ("h", "", "Z drugiej strony lady")):
        page.evaluate(BOTH, [key, "p"])  # the second comes too early: it belongs to the page to come
        expect(page.locator("main h1")).to_have_text(heading)
        expect(page.locator("main h1")).to_be_focused()
        expect(page).to_have_url(window.url + where)
    assert len(window.documents) == 1


def test_letters_are_silent_on_controls_with_modifiers_and_once_switched_off(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    ready(page)
    press(page, "Control+h", "Alt+h", "Meta+h")
    for stop in ("main input[type=radio]", "main button[type=submit]", "main summary"):
        page.locator(stop).first.focus()
        press(page, "h", "n", "?")
    page.locator("main h1").evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    page.keyboard.press("?")
    expect(sheet(page)).to_be_visible()
    press(page, "h")  # on the button that closes it
    page.locator("#kt-keys-title").evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    press(page, "h")
    expect(sheet(page)).to_be_visible()
    sheet(page).get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("main h1")).to_be_focused()
    press(page, "h", "?", "n")
    expect(page).to_have_url(window.url + LESSON)
    other = page.context.new_page()
    other.goto(f"{window.url}en/{LESSON}")
    other.wait_for_load_state("networkidle")
    press(other, "h", "?")
    expect(other).to_have_url(f"{window.url}en/{LESSON}")
    assert page.evaluate("localStorage['kontuar:keys']") == "off"
    other.get_by_role("button", name=NAMES["en/"]).click()
    sheet(other).get_by_role("checkbox", name="Single-key shortcuts are on").check()
    other.keyboard.press("Escape")
    expect(other.get_by_role("button", name=NAMES["en/"])).to_be_focused()
    page.keyboard.press("h")
    expect(page).to_have_url(window.url)


def test_a_paper_or_a_talk_under_way_is_not_left_without_a_question(visit: Open) -> None:
    window = visit()
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept() if len(asked) % 2 == 0 else dialog.dismiss()

    window.page.on("dialog", answer)
    under_way = {TEST: ("Zacznij test", "kt-paper h2"), "dialogues/heater/": ("Zacznij rozmowę", ".kt-turn")}
    for path, (begin, here) in under_way.items():
        page = window.go(path)
        page.get_by_role("button", name=begin).click()
        expect(page.locator(here).last).to_be_focused()
        press(page, "h")
        expect(page).to_have_url(window.url + path)
        page.keyboard.press("h")
        expect(page.locator("main h1")).to_have_text("Z drugiej strony lady")
        expect(page).to_have_url(window.url)
        page.keyboard.press("n")  # from a page where nothing is under way
        expect(page).not_to_have_url(window.url)
    page = window.go(TEST)
    page.get_by_role("button", name="Zakończ i sprawdź").click()
    page.get_by_role("button", name="Zakończ mimo to").click()
    expect(page.locator(".kt-report")).to_be_visible()
    press(page, "h")  # a result is nothing to lose
    expect(page).to_have_url(window.url)
    assert len(asked) == 4
    assert all("Opuścić stronę?" in words for words in asked)


def test_a_digit_picks_the_option_with_that_number_of_the_question_in_focus(visit: Open) -> None:
    page = visit().go(LESSON)
    ready(page)
    press(page, "1")
    assert page.locator("main [data-hash] input:checked").count() == 0
    for question in page.locator("main kt-choice").all():
        question.locator("button[type=submit]").focus()
        press(page, "2")
        expect(question.locator(".kt-row input").nth(1)).to_be_checked()
        expect(question.locator(".kt-row input").nth(1)).to_be_focused()
        press(page, "1", "9")
        expect(question.locator(".kt-row input").nth(0)).to_be_checked()
    assert page.locator("main [data-hash]:not(kt-choice) input:checked").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_the_sheet_is_open_to_everybody(visit: Open, width: int) -> None:
    for root, name in NAMES.items():
        scheme = "dark" if (width == 320) == (root == "") else "light"
        window = visit(width, 640, color_scheme=scheme, locale="en-GB" if root else "pl-PL")
        page = window.go(root + LESSON)
        ready(page)
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
        settle(page)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate(OVERFLOW) == 0
        assert width > 320 or page.evaluate(SMALL) == []
        assert sheet(page).evaluate("sheet => sheet.scrollWidth - sheet.clientWidth") == 0
        keys = page.locator("dt kbd").all_text_contents()
        assert keys[:4] == ["n", "p", "h", "c"]
        assert keys[-1] == "?"
        sheet(page).locator("[data-do=close]").click()
        expect(page.get_by_role("button", name=name)).to_be_focused()


def test_where_nothing_can_be_stored_the_switch_holds_for_the_visit_and_says_so(visit: Open) -> None:
    window = visit()
    window.page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    page = window.go("privacy/")
    ready(page)
    page.keyboard.press("?")
    sheet(page).get_by_role("checkbox").uncheck()
    expect(sheet(page).get_by_role("status")).to_have_text(re.compile("nie zapisała"))
    page.keyboard.press("Escape")
    press(page, "h")
    expect(page).to_have_url(f"{window.url}privacy/")


def test_without_javascript_there_is_no_dead_button(visit: Open) -> None:
    page = visit(java_script_enabled=False).go("privacy/")
    expect(page.get_by_role("button", name=NAMES[""])).to_be_hidden()
