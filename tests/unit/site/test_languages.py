from pathlib import Path

import pytest

from kontuar.core.problems import Problems
from kontuar.site import languages
from kontuar.site.page import Site

ALTERNATES = {
    "index.md": {"pl": "", "en": "en/"},
    "course/complaints/index.md": {"pl": "course/complaints/", "en": "en/course/complaints/"},
    "course/complaints/six-steps.md": {
        "pl": "course/complaints/six-steps/",
        "en": "en/course/complaints/six-steps/",
    },
    "course/complaints/new.md": {"pl": "course/complaints/new/"},
    "only-here.md": {"pl": "only-here/"},
}


def site(language: str = "pl") -> Site:
    return Site(language, ("pl", "en"), "Kurs", "", "course", {}, [], {}, {}, ALTERNATES, Problems())


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", ""),
        ("card.md", "card/"),
        ("course/complaints/index.md", "course/complaints/"),
        ("course/complaints/six-steps.md", "course/complaints/six-steps/"),
    ],
)
def test_a_page_has_the_address_of_a_folder(uri: str, address: str) -> None:
    assert languages.address(uri) == address


@pytest.mark.parametrize(
    ("uri", "way"),
    [("index.md", "."), ("card.md", ".."), ("course/complaints/index.md", "../.."), ("a/b/c.md", "../../..")],
)
def test_the_way_up_leads_to_the_root_of_the_language(uri: str, way: str) -> None:
    assert languages.way_up(uri) == way


def test_the_first_language_lies_at_the_root_and_the_others_in_folders() -> None:
    assert [languages.folder(("pl", "en"), language) for language in ("pl", "en")] == ["", "en/"]


def test_a_translated_page_leads_to_itself_in_the_other_language() -> None:
    found = languages.translations(site(), "course/complaints/six-steps.md")
    assert found == {"en": "en/course/complaints/six-steps/"}


def test_an_untranslated_lesson_leads_to_its_module_page() -> None:
    assert languages.translations(site(), "course/complaints/new.md") == {"en": "en/course/complaints/"}


def test_an_untranslated_article_leads_to_the_home_page() -> None:
    assert languages.translations(site(), "only-here.md") == {"en": "en/"}


def test_a_page_that_nobody_knows_leads_to_the_home_page_of_the_root_by_an_address_that_is_not_empty() -> None:
    assert languages.translations(site("en"), "unknown.md") == {"pl": "./"}


def test_each_further_language_is_built_into_its_own_folder_and_address(tmp_path: Path) -> None:
    build = languages.Build("en", str(tmp_path / "en"), "https://example.org/repo/en/")
    assert languages.builds(site(), str(tmp_path), "https://example.org/repo/") == [build]


def test_a_language_that_is_not_listed_goes_by_its_code() -> None:
    assert [languages.name("pl"), languages.name("ga")] == ["Polski", "GA"]
