"""The whole way of a learner in each language: home, lesson, practice, test, certificate, paper."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browsing import Open, Served, Visit
from tests.walk.learner import LESSON, TEST, right

WORDS: dict[str, dict[str, str]] = {
    "pl": {
        "root": "",
        "check": "Sprawdź",
        "right": "Dobrze",
        "done": "Lekcja ukończona",
        "test": "Test modułu",
        "start": "Zacznij test",
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
        "check": "Check",
        "right": "That’s right",
        "done": "Lesson done",
        "test": "Module test",
        "start": "Start the test",
        "finish": "Finish and check",
        "passed": "Passed: 100%",
        "certificate": "Certificate",
        "name": "Full name",
        "show": "Show the certificate",
        "self": "Not verified by the trainer",
        "day": r"\d{1,2} \w+ \d{4}",
    },
}
NAME = "Łucja Ąćęłńóśźż-Źdźbło"
LANGUAGES = pytest.mark.parametrize("language", WORDS)


def practise(page: Page, keys: dict[str, Any], words: dict[str, str]) -> None:
    expect(page.locator("main [data-hash]")).to_have_count(4)  # instant navigation changes the address first
    for question in page.locator("main [data-hash]").all():
        right(question, keys[question.get_attribute("data-id") or ""])
        question.get_by_role("button", name=words["check"], exact=True).click()
        expect(question.locator("output")).to_contain_text(words["right"])


def take_test(page: Page, keys: dict[str, Any], words: dict[str, str]) -> None:
    page.get_by_role("button", name=words["start"]).click()
    expect(page.locator("kt-paper [data-hash]")).to_have_count(4)
    for question in page.locator("kt-paper [data-hash]").all():
        right(question, keys[question.get_attribute("data-id") or ""])
    page.get_by_role("button", name=words["finish"]).click()
    expect(page.locator("kt-paper").get_by_role("heading", name=words["passed"])).to_be_focused()


def go_home(page: Page) -> None:
    """By the logo; on a phone, which has none, by the module's page and the link back at its foot."""
    if page.locator(".md-header .md-logo").is_visible():
        page.locator(".md-header .md-logo").click()
    else:
        page.locator(".kt-over a").click()
        page.wait_for_url("**/course/complaints/")
        page.locator(".md-footer__link--prev").click()


def whole_way(window: Visit, keys: dict[str, Any], language: str) -> Page:
    """From the home page to the certificate, by links alone and without a second document."""
    words = WORDS[language]
    page = window.go(words["root"])
    page.locator("[data-kt-next]").click()
    page.wait_for_url(f"**/{words['root']}{LESSON}")
    practise(page, keys, words)
    expect(page.locator("kt-done output")).to_have_text(words["done"])
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(f"**/{words['root']}{TEST}")
    take_test(page, keys, words)
    go_home(page)
    page.wait_for_url(f"**/{words['root']}")
    expect(page.locator("[data-kt-next]")).to_have_attribute("href", re.compile(r"certificate/$"))
    page.locator("[data-kt-next]").click()
    page.wait_for_url(f"**/{words['root']}certificate/")
    page.get_by_label(words["name"]).fill(NAME)
    page.get_by_role("button", name=words["show"]).click()
    expect(page.locator(".kt-cert__name")).to_have_text(NAME)
    return page


@LANGUAGES
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_the_way_from_the_home_page_to_the_certificate(
    visit: Open, keys: dict[str, Any], language: str, width: int, height: int
) -> None:
    window = visit(width, height, locale="pl-PL" if language == "pl" else "en-GB")
    page = whole_way(window, keys, language)
    assert len(window.documents) == 1, "every step went by instant navigation"
    sheet = page.locator(".kt-cert")
    expect(sheet).to_contain_text(WORDS[language]["self"])
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", sheet.inner_text())
    assert re.search(WORDS[language]["day"], sheet.inner_text())


@LANGUAGES
def test_the_certificate_prints_on_one_tagged_a4_page_with_all_letters(
    visit: Open, keys: dict[str, Any], language: str, tmp_path: Any
) -> None:
    page = whole_way(visit(), keys, language)
    file = tmp_path / "certificate.pdf"
    page.pdf(path=file, prefer_css_page_size=True, tagged=True)
    pdf = PdfReader(file)
    assert len(pdf.pages) == 1
    box = pdf.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (842, 595)
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "/StructTreeRoot" in pdf.trailer["/Root"]  # type: ignore[operator]
    text = pdf.pages[0].extract_text()
    assert set("ąćęłńóśźż") <= set(text.lower())
    assert WORDS[language]["certificate"].lower() in text.lower()


def test_progress_is_the_same_in_both_languages(visit: Open, keys: dict[str, Any]) -> None:
    window = visit()
    page = window.go(LESSON)
    practise(page, keys, WORDS["pl"])
    expect(page.locator("kt-done output")).to_have_text("Lekcja ukończona")
    page = window.go(f"en/{LESSON}")
    expect(page.locator("#q-refund-demand output")).to_contain_text("That’s right")
    expect(page.locator("kt-done output")).to_have_text("Lesson done")


def test_a_lesson_done_and_a_test_passed_are_ticked_in_the_navigation(visit: Open, keys: dict[str, Any]) -> None:
    window = visit()
    page = whole_way(window, keys, "pl")
    page.locator("a.md-nav__link", has_text="Reklamacja").first.click()
    expect(page.locator(".md-nav__link .kt-tick")).to_have_count(2)
    page.locator(f"a.md-nav__link[href$='{LESSON.split('/')[-2]}/']").first.click()
    expect(page.locator("main [data-hash]")).to_have_count(4)
    expect(page.locator(".md-nav__link .kt-tick")).to_have_count(2)  # and none at the headings of the page itself


@LANGUAGES
def test_the_lesson_reads_whole_without_javascript(visit: Open, course: Served, language: str) -> None:
    window = visit(java_script_enabled=False)
    page = window.go(WORDS[language]["root"] + LESSON)
    for question in page.locator("main [data-hash]").all():
        expect(question.get_by_role("button", name=WORDS[language]["check"])).to_have_count(0)
        question.locator(".kt-key summary").click()
        expect(question.locator(".kt-key [data-why]").first).to_be_visible()
    expect(page.locator("main [data-hash]")).to_have_count(4)
    expect(page.get_by_role("button", name=WORDS[language]["done"])).to_have_count(0)


@LANGUAGES
def test_every_language_link_leads_to_the_same_page(visit: Open, course: Served, language: str) -> None:
    window = visit(java_script_enabled=False)
    other = next(name for name in WORDS if name != language)
    for path in ("", LESSON, TEST, "course/complaints/", "banks/complaints/", "certificate/", "privacy/"):
        page = window.go(WORDS[language]["root"] + path)
        address = page.locator(f"a[data-kt-to={other}]").first.evaluate("link => link.href")
        assert address == course.url + WORDS[other]["root"] + path
