"""What a page loads of ours, measured by what a browser asks for: the budgets of the design, gzipped; and in how
many steps it is fetched.
"""

import gzip
import re
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Request

from tests.browsing import Served, windows

KB = 1024
LESSON = "course/complaints/authority/"  # nothing but choice
PLAIN, ALL_TYPES, TALK = "privacy/", "practice/", "dialogues/heater-returns/"
PAGES = (PLAIN, LESSON, ALL_TYPES, TALK, "", "course/complaints/", "course/complaints/test/", "certificate/", "en/")
SHELL = "site/shell.js"
Files = dict[str, set[str]]


def noting(asked: list[Request]) -> Callable[[Request], None]:
    """Writes down what is asked for."""
    return lambda request: asked.append(request)  # noqa: PLW0108 - Playwright can't call a method of a list


@pytest.fixture(scope="module")
def files(chromium: Browser, course: Served) -> Files:
    """Our own files that a page loads, by page; each page as a first visitor gets it."""
    found: Files = {}
    with windows(chromium, course.url) as visit:
        for path in PAGES:
            window = visit()
            asked: list[Request] = []
            window.page.on("request", noting(asked))
            window.go(path)
            window.page.wait_for_load_state("networkidle")
            urls = {request.url.split("?")[0] for request in asked}
            found[path] = {url.removeprefix(course.url) for url in urls if "/assets/kontuar/" in url}
    return found


def weigh(course: Served, files: set[str]) -> Counter[str]:
    """Gzipped bytes by ending; each file for itself, as a server sends it."""
    sizes: Counter[str] = Counter()
    for name in files:
        sizes[name.rpartition(".")[2]] += len(gzip.compress((course.folder / name).read_bytes(), 9, mtime=0))
    assert min(sizes["js"], sizes["css"]) > 0, "nothing of ours was seen to load"
    return sizes


@pytest.mark.parametrize("path", PAGES)
def test_a_page_names_all_its_scripts_so_that_they_are_fetched_side_by_side(
    course: Served, files: Files, path: str
) -> None:
    html = course.html(path)
    named = re.findall(r'<link rel="modulepreload" fetchpriority="low" href="[^"]*/?(assets/kontuar/[^"]+)">', html)
    shell = re.findall(r'<script type="module" src="[^"]*/?(assets/kontuar/[^"]+)">', html)
    assert [name.partition("/")[2].partition("/")[2].partition("/")[2] for name in shell] == [SHELL]
    assert len(set(named)) == len(named)
    assert {*named, *shell} == {name for name in files[path] if name.endswith(".js")}


def test_a_page_without_questions_loads_only_the_shell(course: Served, files: Files) -> None:
    sizes = weigh(course, files[PLAIN])
    assert sizes["js"] <= 3 * KB
    assert sizes["css"] <= 8 * KB


def test_a_page_with_all_ten_types_stays_light(course: Served, files: Files) -> None:
    plain, practice = weigh(course, files[PLAIN]), weigh(course, files[ALL_TYPES])
    assert practice["js"] - plain["js"] <= 30 * KB
    added = [f"{(practice[kind] - plain[kind]) / KB:.1f} KB {kind}" for kind in ("js", "css")]
    print("all ten types add", *added)


@pytest.mark.parametrize("path", [TALK, LESSON])
def test_a_dialogue_or_a_lesson_with_a_quiz_adds_little(course: Served, files: Files, path: str) -> None:
    plain, more = weigh(course, files[PLAIN]), weigh(course, files[path])
    assert more["js"] - plain["js"] <= 12 * KB
    assert more["css"] - plain["css"] <= 4 * KB
