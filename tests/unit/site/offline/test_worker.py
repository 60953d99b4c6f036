import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kontuar.site.assets import Assets
from kontuar.site.offline import worker
from kontuar.site.offline.app import manifest
from tests.unit.site.test_edition import first, make, second

WHOSE = worker.Whose("course", "/repo/", ("pl", "en"))
ASSETS = Assets({worker.SCRIPT: "work()", worker.END: "end()"})
PAGE = '<div id="kt-page" hidden data-root="." data-kind="{}"></div>'
FILES = {
    "index.html": PAGE.format("home"),
    "banks/a/index.html": PAGE.format("bank"),
    "banks/a/sheet/index.html": PAGE.format("sheet"),
    "en/index.html": PAGE.format("home"),
    "404.html": PAGE.format("lost"),
    "sitemap.xml": "",
    "en/sitemap.xml": "",
    "en/sitemap.xml.gz": "",
    ".nojekyll": "",
    "english/index.html": "an article whose address begins like a language",
    "assets/kontuar/1/site/shell.js": "",
    "pagefind/pagefind.js": "",
    "pagefind/pagefind.pl_1.pf_meta": "",
    "pagefind/fragment/en_1.pf_fragment": "",
    "pagefind/wasm.en.pagefind": "",
    "pagefind/wasm.unknown.pagefind": "",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def settings(site: Path) -> Any:
    head, _, _ = (site / "sw.js").read_text("utf-8").partition(";\n")
    return json.loads(head.removeprefix("self.kontuar="))


def test_each_file_belongs_to_the_language_that_needs_it_or_to_all(site: Path) -> None:
    found = {group: set(files) for group, files in worker.files(site, WHOSE.languages).items()}
    assert found == {
        worker.ALL: {
            "404.html",
            "sitemap.xml",
            "en/sitemap.xml",
            "assets/kontuar/1/site/shell.js",
            "pagefind/pagefind.js",
            "pagefind/wasm.unknown.pagefind",
        },
        worker.ON_VISIT: {"banks/a/sheet/"},
        "pl": {"", "banks/a/", "english/", "pagefind/pagefind.pl_1.pf_meta"},
        "en": {"en/", "pagefind/fragment/en_1.pf_fragment", "pagefind/wasm.en.pagefind"},
    }


def test_any_change_of_any_file_is_another_version_and_nothing_else_is(site: Path) -> None:
    worker.write(site, ASSETS, WHOSE)
    before = settings(site)
    assert before["prefix"] == "kontuar:course:/repo/:"
    assert (site / before["list"]).is_file()
    (site / before["list"]).unlink()
    worker.write(site, ASSETS, WHOSE)
    assert settings(site) == before
    (site / before["list"]).unlink()
    (site / "en/index.html").write_text("changed", "utf-8")
    worker.write(site, ASSETS, WHOSE)
    assert settings(site)["version"] != before["version"]


def test_where_offline_use_is_off_or_somebody_writes_the_worker_removes_itself(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for serving, script in ((True, "end()"), (False, "work()")):
        edition = replace(first(tmp_path, serving), assets=ASSETS)
        (site / "en").mkdir(parents=True, exist_ok=True)
        list(replace(edition, pagefind=None).publish(site))
        assert script in (site / "sw.js").read_text("utf-8")
        assert edition.offline is not serving


def test_both_languages_are_one_app_that_opens_in_its_own_language(tmp_path: Path) -> None:
    polish, english = (json.loads(manifest(each(tmp_path).site, "/repo/")) for each in (first, second))
    assert polish["id"] == english["id"] == polish["scope"] == english["scope"] == "/repo/"
    assert (polish["start_url"], english["start_url"]) == ("/repo/", "/repo/en/")
    assert make(tmp_path, None, False).name == polish["name"]
