"""The index of the search, and what happens where Pagefind is missing or fails."""

import sys
from pathlib import Path

import pytest

from kontuar.core.phrases import Phrases
from kontuar.site import search

PAGE = (
    '<!doctype html><html lang="{lang}"><body><main{mark}><h1>{word}</h1><p class="kt-over">nigdzie</p></main></body>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, lang, mark in (("a", "pl", search.MARKED), ("en/a", "en", search.MARKED), ("b", "pl", "")):
        page = tmp_path / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(lang=lang, mark=mark, word="Złość"), "utf-8")
    return tmp_path


@pytest.mark.skipif(search.program() is None, reason="there is no Pagefind for this machine")
def test_each_language_has_an_index_and_nothing_is_left_that_is_not_needed(site: Path) -> None:
    before = {page: page.read_bytes() for page in site.rglob("*.html")}
    assert search.index(site, search.program(), "pl") is None
    assert {page: page.read_bytes() for page in site.rglob("*.html")} == before
    names = {file.name for file in (site / "pagefind").glob("*.*")}
    metas = {name for name in names if name.endswith(".pf_meta")}
    assert sorted(name.split("_")[0] for name in metas) == ["pagefind.en", "pagefind.pl"]
    assert names - metas == {*search.NEEDED, "wasm.pl.pagefind", "wasm.en.pagefind"}
    assert len(list((site / "pagefind" / "fragment").iterdir())) == 2


def test_without_pagefind_the_site_is_told_to_be_without_a_search(site: Path) -> None:
    assert search.index(site, None, "en") == Phrases("en")["search.no-program"]
    assert not (site / "pagefind").exists()


def test_a_pagefind_that_is_not_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    assert search.program() is None
    monkeypatch.delenv("PAGEFIND_BINARY_PATH")
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    assert search.program() is None


def test_what_pagefind_says_when_it_fails_is_passed_on(site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_text("no program", "utf-8")
    told = search.index(site, broken, "en")
    assert told
    assert told.startswith("The site was built without a search. Pagefind said: ")
    assert search.index(site, Path(sys.executable), "pl") not in (None, "")


def test_the_crossed_l_goes_into_the_index_as_a_letter_with_a_mark() -> None:
    assert search.spelled("Łyk złości") == "L\u0335yk zl\u0335ości"
