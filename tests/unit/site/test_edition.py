from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kontuar.core.problems import Place, Problems
from kontuar.site import edition
from kontuar.site.assets import Assets
from kontuar.site.edition import Edition
from kontuar.site.frame import Frame, Link
from kontuar.site.page import Site, SitePage

ASSETS = Assets({"site/look/base.css": "", "site/look/home.css": ""})


def make(root: Path, language: str | None, serving: bool) -> Site:
    chosen = language or "pl"
    pages = [
        SitePage("index.md", "Start", "", styles=("look/home.css",), kind="home"),
        SitePage("course/a/b.md", "A < B", "", source=root / "course" / "b.md", data={"lesson": "a/b"}),
        SitePage("privacy.md", "P", ""),
    ]
    alternates = {
        "index.md": {"pl": "", "en": "en/"},
        "course/a/b.md": {"pl": "course/a/b/", "en": "en/course/a/b/"},
    }
    nav = [{"Start": "index.md"}, {"A & B": ["course/a/index.md", {"A < B": "course/a/b.md"}]}]
    by_uri = {page.uri: page for page in pages}
    return Site(chosen, ("pl", "en"), "Kurs & Co", "", "course", by_uri, nav, {}, {}, alternates, Problems())


def first(root: Path, serving: bool = False) -> Edition:
    return Edition(make(root, None, serving), root, "https://example.org/repo/", ASSETS, serving)


def second(root: Path) -> Edition:
    [(_, other)] = first(root).others(make, str(root / "site"))
    return other


def config() -> Any:
    class Settings(dict[str, Any]):
        def __init__(self, **parts: Any) -> None:
            self.__dict__.update(parts)

    theme = Settings(static_templates={"404.html", "sitemap.xml"})
    return Settings(theme=theme, extra={}, mdx_configs={})


def test_the_first_build_is_followed_by_one_for_each_other_language(tmp_path: Path) -> None:
    [(build, other)] = first(tmp_path).others(make, str(tmp_path / "site"))
    assert build.site_url == "https://example.org/repo/en/"
    assert build.site_dir == str(tmp_path / "site" / "en")
    assert (other.site.language, other.up, other.assets) == ("en", "../", ASSETS)
    assert list(other.others(make, "site/en")) == []


def test_names_reach_the_templates_escaped(tmp_path: Path) -> None:
    settings = config()
    first(tmp_path).configure(settings)
    assert settings["site_name"] == "Kurs &amp; Co"
    assert settings["nav"] == [
        {"Start": "index.md"},
        {"A &amp; B": ["course/a/index.md", {"A &lt; B": "course/a/b.md"}]},
    ]


def test_material_is_told_that_there_are_languages_without_a_list_of_them(tmp_path: Path) -> None:
    extra = first(tmp_path).extra()
    assert extra["alternate"] is True
    assert extra["scope"] == "/repo/"


def test_only_the_root_has_the_page_for_wrong_addresses(tmp_path: Path) -> None:
    at_root, below = config(), config()
    first(tmp_path).configure(at_root)
    assert "404.html" in at_root.theme.static_templates
    second(tmp_path).configure(below)
    assert "404.html" not in below.theme.static_templates


def test_the_switch_of_dark_and_light_speaks_the_language_of_the_page() -> None:
    assert [scheme["toggle"]["name"] for scheme in edition.palette("pl")] == [
        "Włącz ciemny wygląd",
        "Włącz jasny wygląd",
    ]


def test_the_files_of_the_theme_lie_in_the_root_only(tmp_path: Path) -> None:
    bundle = "assets/javascripts/bundle.js"
    assert first(tmp_path).keeps(bundle)
    assert not second(tmp_path).keeps(bundle)
    assert not first(tmp_path).keeps("assets/javascripts/lunr/min/lunr.de.min.js")
    assert not first(tmp_path).keeps("words.yml")


def test_a_page_knows_the_file_that_it_was_written_in(tmp_path: Path) -> None:
    assert first(tmp_path).source("course/a/b.md") == "course/b.md"
    assert first(tmp_path).source("index.md") is None


def with_problem(edition: Edition, code: str) -> Edition:
    problems = Problems()
    problems.add(code, Place("quizzes/banks/a.yml", 2, 1, 5))
    return replace(edition, site=replace(edition.site, problems=problems))


@pytest.mark.parametrize("serving", [False, True])
def test_errors_stop_a_build_but_not_somebody_who_is_writing(tmp_path: Path, serving: bool) -> None:
    assert with_problem(first(tmp_path, serving), "bank.no-questions").broken is not serving
    assert not first(tmp_path, serving).broken


def test_the_element_of_a_page_says_where_scripts_are(tmp_path: Path) -> None:
    edition = second(tmp_path)
    assets = edition.assets.folder.split("/")[-2]
    assert Frame(edition).element("course/a/b.md") == (
        f'<div id="kt-page" hidden data-root="../../../.." data-assets="{assets}" data-language="en" '
        'data-languages="pl en" data-course="course" data-kind="article" '
        'data-alternates="{&quot;pl&quot;: &quot;course/a/b/&quot;}" '
        'data-offline="yes" data-lesson="a/b"></div>'
    )


def test_the_page_for_wrong_addresses_counts_from_the_host(tmp_path: Path) -> None:
    element = Frame(first(tmp_path)).lost_element()
    assert 'data-root="/repo"' in element
    assert "{&quot;pl&quot;: &quot;./&quot;, &quot;en&quot;: &quot;en/&quot;}" in element


def test_the_switch_leads_from_each_language_to_the_same_page_in_the_other(tmp_path: Path) -> None:
    there, back = (
        Frame(first(tmp_path)).switch("course/a/b.md"),
        Frame(second(tmp_path)).switch("course/a/b.md"),
    )
    assert there == [
        Link("pl", "Polski", "course/a/b/", True),
        Link("en", "English", "en/course/a/b/", False),
    ]
    assert back == [Link("pl", "Polski", "../course/a/b/", False), Link("en", "English", "course/a/b/", True)]


def test_addresses_above_the_language_are_written_from_the_page(tmp_path: Path) -> None:
    frame = Frame(second(tmp_path))
    assert frame.url("../course/a/b/", "../../..") == "../../../../course/a/b/"
    assert frame.url("assets/x.css", ".") == "./../assets/x.css"
    assert frame.url("course/a/b/", "../../..") is None


def test_the_sitemap_names_every_version_of_a_page(tmp_path: Path) -> None:
    assert Frame(second(tmp_path)).elsewhere("course/a/b.md") == [
        ("en", "https://example.org/repo/en/course/a/b/"),
        ("pl", "https://example.org/repo/course/a/b/"),
    ]


def test_the_footer_links_to_the_pages_that_exist(tmp_path: Path) -> None:
    assert Frame(first(tmp_path)).footer() == [("Prywatność", "privacy/")]


def test_a_bare_fold_button_gets_a_name(tmp_path: Path) -> None:
    label = '<label class="md-nav__link " for="__nav_2" tabindex="0">\n<span class="md-nav__icon md-icon">'
    assert '<span class="kt-sr">Strony w tej części</span>' in Frame(first(tmp_path)).nav(label)


def test_problems_are_told_once_by_the_first_language(tmp_path: Path) -> None:
    [(severity, text)] = with_problem(first(tmp_path), "bank.no-questions").reports()
    assert severity == "error"
    assert text.startswith("quizzes/banks/a.yml:2:1: błąd[bank.no-questions]: ")
    assert list(with_problem(second(tmp_path), "bank.no-questions").reports()) == []
