"""The search box: when it opens, how keys move in it, what it shows, and that it costs nothing before."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Locator, Page, expect

from kontuar.site import search
from tests.browsing import OVERFLOW, SMALL, Open, Served, Visit, settle

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(search.program() is None, reason="there is no Pagefind for this machine"),
]
LESSON = "course/complaints/only-taking-in/"
HOSTILE = "<img src=x onerror=document.body.remove()>"


def box(page: Page) -> Locator:
    return page.get_by_role("dialog", name=re.compile("Czego szukasz|What are you looking for"))


def look_for(page: Page, words: str) -> None:
    """Types a query into the open box and waits for what is said about it."""
    box(page).get_by_role("textbox").fill(words)
    expect(box(page).get_by_role("status")).to_have_text(re.compile("found|[Zz]naleziono"))


@pytest.fixture
def window(visit: Open) -> Visit:
    return visit()


def test_nothing_of_the_search_is_loaded_before_it_is_opened(window: Visit) -> None:
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    page = window.go("practice/")
    page.wait_for_load_state("networkidle")
    assert len(asked) > 5
    assert not [url for url in asked if "pagefind" in url or "search" in url]
    page.keyboard.press("/")
    expect(box(page).get_by_role("textbox")).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url], "and Pagefind not before something is typed"
    look_for(page, "reklamacja")
    assert [url for url in asked if "pagefind" in url]


def test_keys_lead_through_what_is_found_and_to_it(window: Visit) -> None:
    page = window.go("privacy/")
    page.keyboard.press("s")
    look_for(page, "reklamacją")
    links, field = box(page).get_by_role("link"), box(page).get_by_role("textbox")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.last).to_be_focused()
    page.keyboard.type("p")
    expect(field).to_have_value("reklamacjąp")
    look_for(page, "reklamację")
    to = str(links.nth(0).evaluate("link => link.href"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(to)
    expect(box(page)).to_be_hidden()
    expect(page.locator("main h1")).to_be_focused()
    assert len(window.documents) == 1
    page.go_back()
    expect(page).to_have_url(re.compile("/privacy/$"))
    page.keyboard.press("f")
    expect(field).to_have_value("reklamację")
    expect(links.nth(0)).to_be_visible()


def test_esc_closes_and_the_focus_returns(window: Visit) -> None:
    page = window.go("privacy/")
    button = page.get_by_role("button", name="Szukaj")
    button.click()
    look_for(page, "reklamacja")
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(button).to_be_focused()
    button.press("Enter")
    box(page).get_by_role("button", name="Zamknij").click()
    expect(button).to_be_focused()


def test_a_place_on_the_same_page_and_the_page_itself_get_the_focus(window: Visit) -> None:
    page = window.go("glossary/")
    page.keyboard.press("/")
    look_for(page, "reklamacja")
    box(page).get_by_role("link", name="reklamacja", exact=True).click()
    expect(page.locator("#complaint")).to_be_focused()
    page.keyboard.press("/")
    box(page).get_by_role("link", name="Słownik", exact=True).click()
    expect(page.locator("main h1")).to_be_focused()


def test_single_letters_respect_fields_and_the_off_switch_and_ctrl_k_works_always(window: Visit) -> None:
    page = window.go(LESSON)
    page.locator("main [data-hash] input").first.focus()
    page.keyboard.press("/")
    expect(box(page)).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("localStorage.setItem('kontuar:keys', 'off'); document.activeElement.blur()")
    for key in "fs/":
        page.keyboard.press(key)
    expect(box(page)).to_be_hidden()
    page.evaluate("localStorage.removeItem('kontuar:keys')")
    page.keyboard.press("f")
    expect(box(page)).to_be_visible()


def test_nonsense_and_hostile_queries_find_nothing_and_do_nothing(window: Visit) -> None:
    page = window.go("privacy/")
    page.keyboard.press("/")
    for query in ("zzzz", HOSTILE):
        look_for(page, query)
        expect(box(page).get_by_role("status")).to_have_text("Nic nie znaleziono")
        expect(box(page).get_by_role("listitem")).to_have_count(0)
        expect(box(page).get_by_role("link", name="Możesz też przejrzeć słownik kursu")).to_be_visible()
    assert page.locator("img[src=x]").count() == 0
    box(page).get_by_role("textbox").fill("")
    expect(box(page).get_by_text("Przeszukasz tu lekcje")).to_be_visible()


def test_each_language_finds_its_own_pages(visit: Open, course: Served) -> None:
    for root, query, section, locale in (
        ("", "reklamacja", "Moduły", "pl-PL"),
        ("en/", "complaint", "Knowledge base", "en-GB"),
    ):
        page = visit(locale=locale).go(f"{root}privacy/")
        page.keyboard.press("/")
        look_for(page, query)
        found = box(page).get_by_role("link").evaluate_all("links => links.map((link) => link.href)")
        assert found
        assert all(url.removeprefix(course.url).startswith("en/") is bool(root) for url in found)
        expect(box(page).locator("mark").first).to_be_visible()
        expect(box(page).locator(".kt-over").filter(has_text=section).first).to_be_visible()


def test_a_search_that_does_not_load_says_so_and_is_tried_again(window: Visit) -> None:
    page = window.go("privacy/")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.keyboard.press("/")
    box(page).get_by_role("textbox").fill("rekl")
    expect(box(page).get_by_role("alert")).to_contain_text("Wyszukiwarka się nie wczytała")
    page.unroute("**/pagefind/**")
    look_for(page, "reklamacje")
    expect(box(page).get_by_role("alert")).to_be_hidden()
    expect(box(page).get_by_role("listitem").first).to_be_visible()
    window.trouble.clear()  # the browser reports what was broken off


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_axe_finds_nothing_in_the_open_box_and_nothing_sticks_out(visit: Open, width: int, scheme: str) -> None:
    page = visit(width, 700, color_scheme=scheme).go(LESSON)
    page.keyboard.press("/")
    for query in ("reklamacja", "zzzz"):
        look_for(page, query)
        settle(page)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate(OVERFLOW) == 0
        assert box(page).evaluate("box => box.scrollWidth - box.clientWidth") == 0
        assert width > 320 or page.evaluate(SMALL) == []
