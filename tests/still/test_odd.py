"""Questions that nobody planned for: forty options, two thousand letters, emoji, right to left, a table, code."""

import pytest
from playwright.sync_api import expect

from tests.browsing import OVERFLOW, Open, settle

CLIPPED = """question => [...question.querySelectorAll("[data-part], legend, .kt-why")]
  .filter((part) => part.scrollWidth > part.clientWidth + 1 && !part.querySelector("table, pre"))
  .map((part) => part.textContent.trim().slice(0, 60))"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_odd_questions_lay_out_well(visit: Open, width: int) -> None:
    page = visit(width, 844).go("banks/odd/")
    questions = page.locator("main [data-hash]").all()
    assert len(questions) >= 5
    for question in questions:
        expect(question.locator("button[type=submit]")).to_be_visible()
        first = question.locator("[data-part] :is(input, select)").first
        if first.get_attribute("type") in ("radio", "checkbox"):
            first.check()
            question.locator("button[type=submit]").click()
            expect(question.locator(".kt-why").first).to_be_visible()
        assert question.evaluate(CLIPPED) == []
    settle(page)
    assert page.evaluate(OVERFLOW) == 0


def test_a_right_to_left_text_runs_from_the_right_in_its_own_row(visit: Open) -> None:
    page = visit().go("banks/odd/")
    hebrew = page.locator("#right-to-left [data-part] label > span").first
    assert hebrew.evaluate("span => getComputedStyle(span).unicodeBidi") == "plaintext"


def test_wide_tables_and_code_scroll_inside_the_question(visit: Open) -> None:
    page = visit(320, 640).go("banks/odd/")
    for part in ("table", "pre"):
        wide = page.locator(f"#table-and-code .kt-q__body {part}").first
        expect(wide).to_be_visible()
        inside = "part => (part.closest('.md-typeset__scrollwrap') ?? part).getBoundingClientRect().right"
        assert wide.evaluate(inside) <= 320  # Material puts wide tables into a box that scrolls


def test_a_picture_in_a_question_is_found_from_every_page(visit: Open) -> None:
    window = visit()
    for path in ("banks/odd/", "en/banks/odd/", "banks/odd/sheet/", "talk/"):
        page = window.go(path)
        picture = page.locator("img[alt]").first
        expect(picture).to_be_visible()
        assert picture.evaluate("image => image.complete && image.naturalWidth > 0"), path
