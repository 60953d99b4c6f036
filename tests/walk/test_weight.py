"""What a page loads of ours, measured by what a browser asks for: the budgets of the design, gzipped."""

import gzip
from collections import Counter

from tests.browsing import Open, Served

KB = 1024
LESSON = "course/complaints/authority/"  # nothing but choice


def loaded(visit: Open, course: Served, path: str) -> Counter[str]:
    """Gzipped bytes of our own files that a page loads, by ending; each file for itself, as a server sends it."""
    window = visit()
    files: set[str] = set()
    window.page.on("request", lambda request: files.add(request.url.split("?")[0]))
    window.go(path)
    window.page.wait_for_load_state("networkidle")
    sizes: Counter[str] = Counter()
    for url in files:
        if "/assets/kontuar/" in url:
            body = (course.folder / url.removeprefix(course.url)).read_bytes()
            sizes[url.rpartition(".")[2]] += len(gzip.compress(body, 9, mtime=0))
    assert min(sizes["js"], sizes["css"]) > 0, "nothing of ours was seen to load"
    return sizes


def test_a_page_without_questions_loads_only_the_shell(visit: Open, course: Served) -> None:
    sizes = loaded(visit, course, "privacy/")
    assert sizes["js"] <= 3 * KB
    assert sizes["css"] <= 8 * KB


def test_a_page_with_all_ten_types_stays_light(visit: Open, course: Served) -> None:
    plain, practice = loaded(visit, course, "privacy/"), loaded(visit, course, "practice/")
    assert practice["js"] - plain["js"] <= 30 * KB
    added = [f"{(practice[kind] - plain[kind]) / KB:.1f} KB {kind}" for kind in ("js", "css")]
    print("all ten types add", *added)


def test_a_dialogue_adds_little(visit: Open, course: Served) -> None:
    plain, talk = loaded(visit, course, "privacy/"), loaded(visit, course, "dialogues/heater-returns/")
    assert talk["js"] - plain["js"] <= 12 * KB
    assert talk["css"] - plain["css"] <= 4 * KB


def test_a_lesson_with_a_quiz_adds_little(visit: Open, course: Served) -> None:
    plain, lesson = loaded(visit, course, "privacy/"), loaded(visit, course, LESSON)
    assert lesson["js"] - plain["js"] <= 12 * KB
    assert lesson["css"] - plain["css"] <= 4 * KB
