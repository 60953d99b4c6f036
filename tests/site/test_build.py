"""What a build of the site leaves on disk."""

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from tests.browsing import Served

from ..node import run
from .conftest import lay_out, mkdocs

LESSON = "course/complaints/not-my-job"
URL = "https://example.org/repo/"


def size(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def published(served: Served) -> Path:
    [folder] = (served.folder / "assets" / "kontuar").iterdir()
    return folder


def sitemap(served: Served, folder: str = "") -> dict[str, dict[str, str]]:
    tree = Xml.parse(served.folder / folder / "sitemap.xml")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    return {
        url.findtext("s:loc", "", space): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", space)
        }
        for url in tree.getroot().findall("s:url", space)
    }


def test_each_language_has_its_pages_and_says_so(served: Served) -> None:
    assert '<html lang="pl"' in served.html(LESSON)
    assert '<html lang="en"' in served.html(f"en/{LESSON}")
    assert "Przejdź do treści" in served.html(LESSON)
    assert "Skip to content" in served.html(f"en/{LESSON}")


def test_names_with_signs_of_html_stay_text(served: Served) -> None:
    html = served.html(LESSON)
    assert "<title>„Ja tylko przyjmuję” – Z drugiej strony lady &amp; Co &lt;3</title>" in html
    assert "A &amp; &lt;b&gt;" in html
    assert 'content="O braniu &lt;sprawy&gt; &amp; „reszcie”"' in html
    assert "A & <b>" not in html
    assert "&amp;amp;" not in html


def test_the_title_of_the_home_page_is_the_name_of_the_course(served: Served) -> None:
    assert "<title>Z drugiej strony lady &amp; Co &lt;3</title>" in served.html("")


def test_text_that_looks_like_old_front_matter_is_not_swallowed(served: Served) -> None:
    assert "<p>Uwaga: opis.</p>" in served.html("course/complaints")


def test_pictures_beside_the_pages_come_along(served: Served) -> None:
    assert 'src="box.svg"' in served.html("course/complaints")
    assert (served.folder / "course/complaints/box.svg").is_file()


def test_each_sitemap_holds_its_own_language_and_names_the_others(served: Served) -> None:
    at_root, below = sitemap(served), sitemap(served, "en")
    assert not [url for url in at_root if url.startswith(f"{served.url}en/")]
    assert all(url.startswith(f"{served.url}en/") for url in below)
    both = {"pl": f"{served.url}{LESSON}/", "en": f"{served.url}en/{LESSON}/"}
    assert at_root[both["pl"]] == below[both["en"]] == both
    assert f"{served.url}banks/complaints/" in at_root


def test_no_head_sends_material_looking_for_sitemaps(served: Served) -> None:
    assert not [page for page in served.folder.rglob("*.html") if 'rel="alternate"' in page.read_text("utf-8")]


def test_the_switch_works_before_any_script_runs(served: Served) -> None:
    assert re.search(rf'href="\.\./\.\./\.\./en/{LESSON}/" lang="en"', served.html(LESSON))
    assert re.search(rf'href="\.\./\.\./\.\./\.\./{LESSON}/" lang="pl"', served.html(f"en/{LESSON}"))


def test_a_page_without_translation_leads_to_the_page_above_it(served: Served) -> None:
    assert 'href="../../../en/course/complaints/" lang="en"' in served.html("course/complaints/untranslated")
    assert not (served.folder / "en/course/complaints/untranslated").exists()


def test_only_the_root_has_the_files_of_the_theme_and_the_page_for_wrong_addresses(served: Served) -> None:
    assert (served.folder / "404.html").is_file()
    assert not (served.folder / "en/404.html").exists()
    assert not (served.folder / "en/assets").exists()
    assert not list(served.folder.rglob("*.map"))
    assert not list(served.folder.rglob("lunr*"))


def test_the_page_for_wrong_addresses_speaks_all_languages_and_counts_from_the_host(served: Served) -> None:
    html = (served.folder / "404.html").read_text("utf-8")
    for language, title, home in (
        ("pl", "Nie ma takiej strony", "/repo/./"),
        ("en", "There is no such page", "/repo/en/"),
    ):
        section = html.partition(f'<section lang="{language}">')[2].partition("</section>")[0]
        assert title in section
        assert f'href="{home}"' in section
    assert 'href="/repo/assets/stylesheets/' in html


def test_every_page_carries_the_same_policy_right_after_its_charset(served: Served) -> None:
    found = {
        re.search(r'<meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">', text)
        and re.findall(r'security-policy" content="([^"]*)"', text)[0]
        for text in (page.read_text("utf-8") for page in served.folder.rglob("*.html"))
    }
    assert len(found) == 1
    assert None not in found
    assert "unsafe" not in str(found)


def test_no_page_has_inline_styles_or_handlers(served: Served) -> None:
    for page in served.folder.rglob("*.html"):
        assert not re.search(
            r"<[^>]+\s(style|on[a-z]+)=", re.sub(r"(?s)<script.*?</script>", "", page.read_text("utf-8"))
        )


def test_polish_words_of_one_letter_hold_on_to_the_next_and_code_is_left_alone(served: Served) -> None:
    assert "Zadzwonię do serwisu i\u00a0w\u00a0środę" in served.html(LESSON)
    assert "<code>i w kodzie</code>" in served.html(LESSON)
    assert "serwisu i w środę" in served.html(f"en/{LESSON}")


def test_boxes_without_a_title_are_named_in_the_language_of_the_page(served: Served) -> None:
    assert '<p class="admonition-title">Notatka</p>' in served.html(LESSON)
    assert "<summary>Źródła</summary>" in served.html(LESSON)
    assert "<summary>Sources</summary>" in served.html(f"en/{LESSON}")
    assert "Rule</p>" not in served.html(LESSON)


def test_each_page_begins_by_saying_where_it_is_and_brings_its_styles(served: Served) -> None:
    content = (
        served.html(LESSON).partition('<article class="md-content__inner md-typeset"')[2].partition(">")[2].lstrip()
    )
    assert re.match(
        r'<div id="kt-page" hidden data-root="\.\./\.\./\.\." data-assets="[0-9a-f]{10}" data-language="pl"', content
    )
    sheets = re.findall(
        r'<link rel="stylesheet" href="[./]*assets/kontuar/[0-9a-f]{10}/(site/look/\w+\.css)">', content
    )
    assert sheets == ["site/look/lesson.css", "site/look/question.css"]


def test_the_bytes_stay_within_the_budget(served: Served) -> None:
    here = published(served)
    look = {path.stem: size(path.read_text("utf-8")) for path in (here / "site/look").glob("*.css")}
    assert look["base"] <= 8 * 1024
    assert look["lesson"] + look["question"] <= 4 * 1024
    everywhere = ("site/shell.js", "progress/marks.js")
    assert sum(size((here / name).read_text("utf-8")) for name in everywhere) <= 3 * 1024


def test_every_stripped_script_is_still_a_script(served: Served) -> None:
    for path in sorted(published(served).rglob("*.js")):
        checked = run("--check", "--input-type=module", "-", given=path.read_text("utf-8"))
        assert checked.returncode == 0, f"{path.name}: {checked.stderr}"


def test_an_error_in_the_course_stops_the_build_and_is_told_in_full(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project")
    (root / "docs/problem.txt").write_text("bank.no-questions", encoding="utf-8")
    built = mkdocs(root, "build", site_url=URL)
    assert built.returncode == 1
    assert "quizzes/banks/toy.yml:3:5: błąd[bank.no-questions]: bank nie zawiera żadnych pytań" in built.stderr
    assert "W plikach kursu są błędy" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_broken_link_stops_a_strict_build_in_any_language(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project")
    (root / "docs/privacy.md").write_text("[x](card.md#nowhere) [y](nowhere.md)", encoding="utf-8")
    built = mkdocs(root, "build", "--strict", site_url=URL)
    assert built.returncode == 1
    assert "does not contain an anchor '#nowhere'" in built.stderr
    assert "'nowhere.md', but the target is not found" in built.stderr


def test_what_the_policy_will_block_stops_a_strict_build(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "project")
    text = '<p style="color:red">x</p>\n\n<script>go()</script>'
    (root / "docs/privacy.md").write_text(text, encoding="utf-8")
    built = mkdocs(root, "build", "--strict", site_url=URL)
    assert built.returncode == 1
    assert "privacy/index.html: the policy will block style" in built.stderr
    assert "privacy/index.html: the policy will block script" in built.stderr


def test_without_pagefind_the_site_is_built_all_the_same_without_a_box_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    root = lay_out(tmp_path / "project")
    built = mkdocs(root, "build", site_url=URL)
    assert built.returncode == 0
    assert "Strona powstała bez wyszukiwarki" in built.stderr
    assert "Traceback" not in built.stderr
    html = (root / "site" / LESSON / "index.html").read_text("utf-8")
    assert "kt-search" not in html
    assert not (root / "site" / "pagefind").exists()
