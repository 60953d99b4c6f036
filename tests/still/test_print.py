"""Print views: a module with its questions and key, and the knowledge base, whole and for a pen."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browsing import OVERFLOW, Open, Served, barriers
from tests.learner import LESSON

MODULE = "course/complaints/"
ROOTS = {"pl": "", "en": "en/"}
WORDS = {
    "pl": {
        "link": "Cały moduł do druku, z kluczem",
        "key": "Klucz odpowiedzi",
        "all": "Cała baza wiedzy na jednej stronie",
    },
    "en": {
        "link": "The whole module to print, with the key",
        "key": "Answer key",
        "all": "The whole knowledge base on one",
    },
}
LANGUAGES = pytest.mark.parametrize("language", ROOTS)
TWICE = """() => {
  const all = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return all.filter((id, place) => all.indexOf(id) !== place);
}"""


@LANGUAGES
def test_a_module_is_printed_with_its_lessons_its_questions_and_then_the_key(
    visit: Open, tmp_path: Path, language: str
) -> None:
    window, words = visit(), WORDS[language]
    page = window.go(ROOTS[language] + LESSON)
    title = page.locator("h1").inner_text()
    asked = [legend.strip() for legend in page.locator("main legend").all_text_contents()]
    whys = page.locator("main .kt-key [data-why] > div").all_text_contents()
    page = window.go(ROOTS[language] + MODULE)
    page.get_by_role("link", name=words["link"]).click()
    expect(page.get_by_role("heading", level=2, name=title)).to_be_visible()
    for legend, ask in zip(asked, page.locator(".kt-sheet__ask b").all_text_contents(), strict=True):
        assert legend.startswith(ask.strip())
    assert page.locator(".kt-sheet__key [data-why] > div").all_text_contents() == whys
    assert len(asked) > 3
    assert page.evaluate(TWICE) == []
    page.pdf(path=tmp_path / "module.pdf", format="A4")
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "module.pdf").pages]
    (first,) = (number for number, text in enumerate(sheets) if text.lstrip().startswith(words["key"]))
    answers = re.compile(r"(?m)^.{0,4}(Dobrze|Źle|Right|Wrong):")
    assert not answers.search("\n".join(sheets[:first]))
    assert first < len(sheets)


@LANGUAGES
def test_a_print_view_is_whole_without_scripts_and_open_to_everybody(visit: Open, language: str) -> None:
    for path in (f"{MODULE}print/", "print/"):
        page = visit(390, 844, java_script_enabled=False).go(ROOTS[language] + path)
        expect(page.locator(".kt-part h2").first).to_be_visible()
        expect(page.locator("main button:visible")).to_have_count(0)
        for width, scheme in ((390, "dark"), (1280, "light")):
            page = visit(width, 844, color_scheme=scheme, reduced_motion="reduce").go(ROOTS[language] + path)
            assert not barriers(page), path
            assert page.evaluate(OVERFLOW) == 0, path
            assert page.evaluate(TWICE) == [], path


@LANGUAGES
def test_the_knowledge_base_is_printed_whole(visit: Open, language: str) -> None:
    window = visit()
    page = window.go(f"{ROOTS[language]}practice/")
    link = page.get_by_role("link", name=WORDS[language]["all"])
    title = page.locator("h1").inner_text()
    link.click()
    expect(page.get_by_role("heading", level=2, name=title)).to_be_visible()
    titles = page.locator("#contents + ol a").all_inner_texts()
    assert page.locator(".kt-part h2").all_inner_texts() == titles
    expect(page.locator(".kt-part .kt-terms dt")).to_have_count(1)  # the glossary of the small course
    lost = "links => links.filter(({ hash }) => document.getElementById(hash.slice(1)) === null).length"
    assert page.locator("#contents + ol a").evaluate_all(lost) == 0


def test_print_views_repeat_pages_and_so_stand_in_no_sitemap_and_no_search(course: Served) -> None:
    assert (course.folder / "course/complaints/print/index.html").is_file()
    assert "/print/" not in (course.folder / "sitemap.xml").read_text("utf-8")
    assert "data-pagefind-body" not in course.html("course/complaints/print/")
