"""Open to everybody and clean: every page of the real course is visited in each language, samples in all looks.

What pages look like in the middle of a question, a test or a certificate is tried on the course that stands still.
"""

import re
from itertools import product
from pathlib import Path
from zlib import crc32

import pytest
from playwright.sync_api import Page, ViewportSize
from pypdf import PdfReader

from tests.browsing import NOTE_PROGRESS, OVERFLOW, SMALL, Open, Served, barriers, ready

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
TINY: ViewportSize = {"width": 320, "height": 640}
LOOKS = list(product((DESKTOP, PHONE), ("default", "slate")))
LANGUAGES = pytest.mark.parametrize("language", ["", "en/"], ids=["pl", "en"])
SHARES = 6  # so that several workers can take part
ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)\b([^>]*)>")
CLASSES = re.compile(r'\bclass="([^"]*)"')
KIND = re.compile(r'id="kt-page"[^>]*\bdata-kind="([^"]+)"')


def pages(course: Served, language: str) -> list[str]:
    """The addresses of all pages of a language, by its sitemap."""
    found = re.findall(r"<loc>([^<]+)</loc>", (course.folder / language / "sitemap.xml").read_text("utf-8"))
    return [url.removeprefix(course.url) for url in found]


def elements(html: str) -> set[str]:
    """What stands in a page's body: the names of its elements, alone and with each of their classes."""
    found = ELEMENT.findall(html[html.index("<body") :])
    dressed = {f"{tag}.{name}" for tag, more in found for names in CLASSES.findall(more) for name in names.split()}
    return dressed | {tag for tag, _ in found}


def samples(course: Served, paths: list[str]) -> set[str]:
    """The shortest page of each kind, and as many more as it takes to have all that looks different on any page."""
    pages = {path: course.html(path) for path in sorted(paths, key=lambda path: (len(course.html(path)), path))}
    by_kind: dict[str, str] = {}
    for path, html in pages.items():
        kind = KIND.search(html)
        assert kind, path
        by_kind.setdefault(kind[1], path)
    chosen, parts = set(by_kind.values()), {path: elements(html) for path, html in pages.items()}
    wanted = set[str]().union(*parts.values())
    while missing := wanted - set[str]().union(*(parts[path] for path in chosen)):
        chosen.add(max(parts, key=lambda path: len(parts[path] & missing)))
    return chosen


def look_of(path: str, language: str) -> int:
    """Which look a page is seen in: what one language sees in light on a desktop, the other sees in dark on a phone."""
    number = crc32(path.removeprefix(language).encode()) % len(LOOKS)
    return len(LOOKS) - 1 - number if language else number


def coloured(language: str) -> list[tuple[ViewportSize, str]]:
    """The looks whose contrast is measured in a language, half of them: both have the same colours.

    Contrast takes most of axe's time.
    """
    return LOOKS[1:3] if language else [LOOKS[0], LOOKS[3]]


def in_look(page: Page, size: ViewportSize, scheme: str) -> None:
    page.set_viewport_size(size)
    if page.locator("body").get_attribute("data-md-color-scheme") != scheme:
        page.locator("label[for^=__palette]:visible").click()


@LANGUAGES
@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_has_an_error_a_barrier_or_anything_that_sticks_out(
    visit: Open, course: Served, language: str, share: int
) -> None:
    paths = pages(course, language)
    assert len(paths) >= 90
    seen_in_all = samples(course, paths)
    window = visit(reduced_motion="reduce", locale="en-GB" if language else "pl-PL", service_workers="block")
    window.page.add_init_script(NOTE_PROGRESS)
    answers: dict[str, int] = {}
    window.page.on("response", lambda response: answers.update({response.url: response.status}))
    for path in paths[share::SHARES]:
        own = look_of(path, language)
        page = window.page
        page.set_viewport_size(LOOKS[own][0])
        window.go(path)
        ready(page)
        assert page.locator("h1").count() == 1, path
        assert page.locator("article [style]").count() == 0, path
        for size, scheme in LOOKS if path in seen_in_all else [LOOKS[own]]:
            in_look(page, size, scheme)
            contrast = path in seen_in_all and (size, scheme) in coloured(language)
            found = barriers(page, contrast=contrast)
            assert not found, f"{path}, {scheme}, {size['width']}: {found}"
        page.set_viewport_size(TINY)
        assert page.evaluate(OVERFLOW) == 0, path
        assert page.evaluate(SMALL) == [], path
        window.rest()
        assert not window.trouble, path
    assert {url: status for url, status in answers.items() if status not in (200, 304)} == {}


def test_each_page_is_seen_in_light_and_in_dark_and_all_that_looks_different_in_all_looks(course: Served) -> None:
    polish, english = pages(course, ""), pages(course, "en/")
    both = [path for path in polish if f"en/{path}" in english]
    assert len(both) > 90
    for path in both:
        here, there = LOOKS[look_of(path, "")], LOOKS[look_of(f"en/{path}", "en/")]
        assert {here[1], there[1]} == {"default", "slate"}, path
    for paths in (polish, english):
        every = set[str]().union(*(elements(course.html(path)) for path in paths))
        seen = set[str]().union(*(elements(course.html(path)) for path in samples(course, paths)))
        assert {"details.kt-source", "kt-choice.kt-q", "table"} <= every
        assert every == seen
        assert 12 <= len(samples(course, paths)) < 40


@LANGUAGES
def test_every_job_aid_prints_on_one_sheet(visit: Open, course: Served, language: str, tmp_path: Path) -> None:
    window = visit()
    aids = [path for path in pages(course, language) if "job-aids/" in path]
    assert len(aids) >= 3
    for path in aids:
        window.go(path).pdf(path=tmp_path / "aid.pdf", format="A4")
        assert len(PdfReader(tmp_path / "aid.pdf").pages) == 1, path
