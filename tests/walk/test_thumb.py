"""The practice of the whole module on a phone, with one thumb: every question of every lesson, tap by tap."""

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, expect

from kontuar.core.problems import Problems
from kontuar.course import load
from tests.browsing import ROOT, Served
from tests.hands import answer

COURSE = load(ROOT, Problems())
TARGETS = """question => [...question.querySelectorAll("label, button, select, summary, .kt-input")]
  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 44
    && !(part.matches("label") && !part.querySelector("input")) && !part.closest(".kt-text, .kt-gap"))
  .map((part) => `${Math.round(part.getBoundingClientRect().height)} ${part.outerHTML.slice(0, 80)}`)"""


def photograph(page: Page, folder: Path, name: str) -> None:
    """A picture of what the thumb has in front of it; KONTUAR_PICTURES names a folder to keep them in."""
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png")


def test_the_practice_of_a_module_is_finished_with_one_thumb(
    chromium: Browser, course: Served, keys: dict[str, Any], tmp_path: Path
) -> None:
    pictures = Path(os.environ.get("KONTUAR_PICTURES") or tmp_path)
    phone: ViewportSize = {"width": 390, "height": 844}
    context = chromium.new_context(viewport=phone, has_touch=True, is_mobile=True, locale="pl-PL")
    page = context.new_page()
    seen: set[str] = set()
    module = next(module for module in COURSE.modules if module.id == "complaints")
    for lesson in module.lessons:
        page.goto(f"{course.url}course/{lesson.full_id}/")
        for number, question in enumerate(page.locator("main [data-hash]").all(), 1):
            expect(question.locator("button[type=submit]")).to_be_visible()
            question.scroll_into_view_if_needed()
            assert question.evaluate(TARGETS) == []
            answer(question, keys[question.get_attribute("data-id") or ""])
            expect(question.locator("output")).to_have_attribute("data-state", "right")
            seen.add(str(question.evaluate("question => question.localName")))
            photograph(page, pictures, f"{lesson.full_id.replace('/', '-')}-{number}")
        expect(page.locator("kt-done output")).to_have_text("Lekcja ukończona")
        page.locator("kt-done").scroll_into_view_if_needed()
        photograph(page, pictures, f"{lesson.full_id.replace('/', '-')}-done")
    assert len(seen) >= 6, seen
    context.close()
