"""Open to everybody: axe on every page of the real course, and no page that sticks out of a very small screen.

What pages look like in the middle of a question, a test or a certificate is tried on the course that stands still.
"""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, ViewportSize
from pypdf import PdfReader

from tests.browsing import OVERFLOW, SMALL, Open, Served, settle

LOOKS: list[tuple[ViewportSize, str]] = [
    ({"width": 1280, "height": 900}, "default"),
    ({"width": 390, "height": 844}, "slate"),
]
LANGUAGES = pytest.mark.parametrize("language", ["", "en/"], ids=["pl", "en"])


def pages(course: Served, language: str) -> list[str]:
    """The addresses of all pages of a language, by its sitemap."""
    found = re.findall(r"<loc>([^<]+)</loc>", (course.folder / language / "sitemap.xml").read_text("utf-8"))
    return [url.removeprefix(course.url) for url in found]


def in_look(page: Page, size: ViewportSize, scheme: str) -> None:
    page.set_viewport_size(size)
    if page.locator("body").get_attribute("data-md-color-scheme") != scheme:
        page.locator("label[for^=__palette]:visible").click()
    settle(page)


@LANGUAGES
def test_axe_finds_nothing_on_any_page(visit: Open, course: Served, language: str) -> None:
    window = visit(reduced_motion="reduce", locale="en-GB" if language else "pl-PL")
    paths = pages(course, language)
    assert len(paths) >= 10
    for number, path in enumerate(paths):
        page = window.go(path)
        page.wait_for_load_state("networkidle")
        size, scheme = LOOKS[(number + len(language)) % 2]  # what one language sees in light, the other sees in dark
        in_look(page, size, scheme)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}, {scheme}: {found.generate_report()}"


@LANGUAGES
def test_no_page_sticks_out_or_has_targets_too_small_to_hit(visit: Open, course: Served, language: str) -> None:
    window = visit(320, 640, locale="en-GB" if language else "pl-PL")
    for path in pages(course, language):
        page = window.go(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(OVERFLOW) == 0, path
        assert page.evaluate(SMALL) == [], path


@LANGUAGES
def test_every_job_aid_prints_on_one_sheet(visit: Open, course: Served, language: str, tmp_path: Path) -> None:
    window = visit()
    aids = [path for path in pages(course, language) if "job-aids/" in path]
    assert len(aids) >= 3
    for path in aids:
        window.go(path).pdf(path=tmp_path / "aid.pdf", format="A4")
        assert len(PdfReader(tmp_path / "aid.pdf").pages) == 1, path
