"""The whole way of a learner through the real course: home, every lesson, practice, test, exam, certificate, paper."""

import re
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from kontuar.core.problems import Problems
from kontuar.course import Lesson, Module, load
from kontuar.site.typography import typeset
from tests.browsing import ROOT, Open, Served, Visit
from tests.learner import SAY, right

COURSE = load(ROOT, Problems())
WORDS: dict[str, dict[str, str]] = {
    "pl": {
        "root": "",
        "mark": "Oznacz lekcję jako ukończoną",
        "done": "Lekcja ukończona",
        "start": "Zacznij test",
        "exam": "Zacznij egzamin",
        "to-certificate": "Przejdź do zaświadczenia",
        "finish": "Zakończ i sprawdź",
        "passed": "Zaliczone: 100%",
        "certificate": "Zaświadczenie",
        "name": "Imię i nazwisko",
        "show": "Pokaż zaświadczenie",
        "self": "bez sprawdzenia przez osobę prowadzącą",
        "day": r"\d{1,2} \w+ \d{4} r\.",
    },
    "en": {
        "root": "en/",
        "mark": "Mark this lesson as done",
        "done": "Lesson done",
        "start": "Start the test",
        "exam": "Start the exam",
        "to-certificate": "Go to the certificate",
        "finish": "Finish and check",
        "passed": "Passed: 100%",
        "certificate": "Certificate",
        "name": "Full name",
        "show": "Show the certificate",
        "self": "Not verified by the trainer",
        "day": r"\d{1,2} \w+ \d{4}",
    },
}
PRACTISED = "complaints"  # the others are marked as done by hand: a walk of minutes, not of hours
TALKED = {"hash": "x", "play": "x", "moves": [], "ending": "kept", "outcome": "success", "points": 1, "max": 1}
NAME = "Łucja Ąćęłńóśźż-Źdźbło"
LANGUAGES = pytest.mark.parametrize("language", WORDS)


def practise(page: Page, keys: dict[str, Any]) -> None:
    for question in page.locator("main [data-hash]").all():
        right(question, keys[question.get_attribute("data-id") or ""])
        question.locator("button[type=submit]").click()
        expect(question.locator("output")).to_have_attribute("data-state", "right")


def take_test(page: Page, keys: dict[str, Any], words: dict[str, str], count: int, start: str = "start") -> None:
    page.get_by_role("button", name=words[start]).click()
    expect(page.locator("kt-paper [data-hash]")).to_have_count(count)
    for question in page.locator("kt-paper [data-hash]").all():
        right(question, keys[question.get_attribute("data-id") or ""])
    page.get_by_role("button", name=words["finish"]).click()
    expect(page.locator("kt-paper").get_by_role("heading", name=words["passed"])).to_be_focused()


def go_on(page: Page, following: Module | None, root: str) -> None:
    """From a test to what comes next: by the logo and the home page; on a phone, which has none, by the foot."""
    if page.locator(".md-header .md-logo").is_visible():
        page.locator(".md-header .md-logo").click()
        page.wait_for_url(f"**/{root}")
        if following is None:
            expect(page.locator("[data-kt-next]")).to_have_attribute("href", re.compile(r"exam/$"))
        page.locator("[data-kt-next]").click()
        return
    page.locator(".md-footer__link--next").click()
    if following is not None:
        page.wait_for_url(f"**/{root}course/{following.id}/")
        page.locator("[data-kt-lesson] a").first.click()
        return
    page.wait_for_url(f"**/{root}review/")
    page.locator(".md-footer__link--next").click()


def arrive(page: Page, lesson: Lesson, language: str) -> None:
    """Waits for the lesson itself: instant navigation changes the address first."""
    page.wait_for_url(f"**/{WORDS[language]['root']}course/{lesson.full_id}/")
    expect(page.locator("main h1")).to_have_text(typeset(lesson.pages[language].front.title, language))


def take_module(page: Page, module: Module, keys: dict[str, Any], language: str) -> None:
    """Every lesson, one module's with their practice, then the test; by the links at the foot."""
    words = WORDS[language]
    for lesson in module.lessons:
        arrive(page, lesson, language)
        if module.id == PRACTISED:
            practise(page, keys)
        else:
            page.get_by_role("button", name=words["mark"]).click()
        expect(page.locator("kt-done output")).to_have_text(words["done"])
        page.locator(".md-footer__link--next").click()
    page.wait_for_url(f"**/{words['root']}course/{module.id}/test/")
    assert module.entry.test
    take_test(page, keys, words, module.entry.test.draw)


def whole_way(window: Visit, keys: dict[str, Any], language: str) -> Page:
    """From the home page to the certificate, by links alone and without a second document."""
    words = WORDS[language]
    page = window.go(words["root"])
    page.locator("[data-kt-next]").click()
    for module, following in zip(COURSE.modules, (*COURSE.modules[1:], None), strict=True):
        take_module(page, module, keys, language)
        go_on(page, following, words["root"])
    page.wait_for_url(f"**/{words['root']}exam/")
    assert COURSE.exam
    take_test(page, keys, words, COURSE.exam.size, "exam")
    for name in list(COURSE.dialogues)[:3]:  # they are walked in test_talks
        page.evaluate(SAY, {"kind": "scene", "id": name, **TALKED})
    page.get_by_role("link", name=words["to-certificate"]).click()
    page.wait_for_url(f"**/{words['root']}certificate/")
    page.get_by_label(words["name"], exact=True).fill(NAME)
    page.get_by_role("button", name=words["show"]).click()
    expect(page.locator(".kt-cert__name")).to_have_text(NAME)
    return page


def check_print(page: Page, folder: Path, language: str) -> None:
    """One tagged A4 page with all Polish letters."""
    file = folder / "certificate.pdf"
    page.pdf(path=file, prefer_css_page_size=True, tagged=True)
    pdf = PdfReader(file)
    assert len(pdf.pages) == 1
    box = pdf.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (842, 595)
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "/StructTreeRoot" in pdf.trailer["/Root"]  # type: ignore[operator]
    text = unicodedata.normalize("NFKC", pdf.pages[0].extract_text()).lower()  # fonts join “fi” into one sign
    assert set("ąćęłńóśźż") <= set(text)
    assert WORDS[language]["certificate"].lower() in text


@pytest.mark.parametrize(("language", "width", "height"), [("pl", 390, 844), ("en", 1280, 900)])
def test_the_way_from_the_home_page_to_the_certificate(
    visit: Open, keys: dict[str, Any], tmp_path: Path, language: str, width: int, height: int
) -> None:
    window = visit(width, height, locale="pl-PL" if language == "pl" else "en-GB")
    page = whole_way(window, keys, language)
    assert len(window.documents) == 1, "every step went by instant navigation"
    sheet = page.locator(".kt-cert")
    expect(sheet).to_contain_text(WORDS[language]["self"])
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", sheet.inner_text())
    assert re.search(WORDS[language]["day"], sheet.inner_text())
    check_print(page, tmp_path, language)


@LANGUAGES
def test_every_lesson_reads_whole_without_javascript(visit: Open, language: str) -> None:
    window = visit(java_script_enabled=False)
    for lesson in (lesson for module in COURSE.modules for lesson in module.lessons):
        page = window.go(f"{WORDS[language]['root']}course/{lesson.full_id}/")
        questions = page.locator("main [data-hash]")
        expect(questions).to_have_count(sum(len(quiz.items) for quiz in lesson.pages[language].quizzes))
        expect(questions.locator("button:visible")).to_have_count(0)
        questions.locator(".kt-key summary").first.click()
        questions.locator("details.kt-key").evaluate_all("all => all.slice(1).forEach((key) => { key.open = true; })")
        seen = "all => all.filter((key) => key.querySelector('[data-why]').checkVisibility()).length"
        assert questions.locator(".kt-key").evaluate_all(seen) == questions.count()
        expect(page.get_by_role("button", name=WORDS[language]["mark"])).to_have_count(0)


@LANGUAGES
def test_every_language_link_leads_to_the_same_page(course: Served, language: str) -> None:
    other = next(name for name in WORDS if name != language)
    root = course.folder / "en"
    for file in sorted(root.rglob("index.html")):
        path = f"{file.parent.relative_to(root).as_posix()}/".removeprefix("./")
        here = WORDS[language]["root"] + path
        links = re.findall(r"<a\b[^>]*>", (course.folder / here / "index.html").read_text("utf-8"))
        switch = next(link for link in links if f'data-kt-to="{other}"' in link)
        href = re.findall(r'href="([^"]*)"', switch)[0]
        assert urljoin(course.url + here, href) == course.url + WORDS[other]["root"] + path
