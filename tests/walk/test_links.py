"""Every link and anchor of the built site leads somewhere, and no page holds what the policy would stop."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.browsing import Served

LYCHEE = Path(sys.executable).with_name("lychee.exe" if sys.platform == "win32" else "lychee")


class Unclean(HTMLParser):
    """Notes what the policy would stop in a page, and scripts in its content."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "article"
        names = dict(attrs)
        handlers = [name for name in names if name == "style" or name.startswith("on")]
        if tag in ("style", "iframe", "object", "embed", "base") or handlers:
            self.found.append(f"<{tag} {' '.join(handlers)}> line {self.getpos()[0]}")
        if self.inside and tag == "script":
            self.found.append(f"<script> in the content, line {self.getpos()[0]}")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"


def check(site: Served, *options: str) -> subprocess.CompletedProcess[str]:
    """Links of all files, our own address and the 404's absolute paths included; other hosts are not asked."""
    root = site.folder.as_uri()
    command = [str(LYCHEE), "--offline", "--include-fragments", "--no-progress", "--index-files", "index.html"]
    command += ["--root-dir", str(site.folder), "--remap", f"{re.escape(root)}/repo {root}"]
    command += ["--remap", f"{re.escape(site.url.rstrip('/'))} {root}", *options]
    return subprocess.run(
        [*command, "--", str(site.folder)], cwd=site.folder, capture_output=True, encoding="utf-8", check=False
    )


def addresses(site: Served) -> list[str]:
    """The pages that the sitemaps name."""
    maps = [site.folder / "sitemap.xml", *sorted(site.folder.glob("*/sitemap.xml"))]
    return [url for found in maps for url in re.findall(r"<loc>([^<]+)</loc>", found.read_text("utf-8"))]


def test_every_link_and_anchor_leads_somewhere(course: Served) -> None:
    run = check(course)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("link", ["nowhere/", "../#nowhere", "/repo/nowhere/"])
def test_a_link_that_leads_nowhere_would_be_noticed(course: Served, tmp_path: Path, link: str) -> None:
    folder = tmp_path / "site"
    (folder / "page").mkdir(parents=True)
    (folder / "index.html").write_text("<h1 id=here>x</h1>", "utf-8")
    (folder / "page" / "index.html").write_text(f'<a href="../#here">y</a><a href="{link}">z</a>', "utf-8")
    run = check(Served(folder, course.url))
    assert run.returncode == 2
    assert "1 Error" in run.stdout


def test_the_sitemaps_name_every_page_once_but_print_views(course: Served) -> None:
    files = [page for page in course.folder.rglob("index.html") if page.parent.name != "print"]
    pages = [page.parent.relative_to(course.folder).as_posix() for page in files]
    assert sorted(addresses(course)) == sorted(course.url + f"{page}/".removeprefix("./") for page in pages)


def test_no_page_holds_scripts_or_styles_of_its_own_in_its_content(course: Served) -> None:
    for page in course.folder.rglob("*.html"):
        reader = Unclean()
        reader.feed(page.read_text("utf-8"))
        assert not reader.found, f"{page.relative_to(course.folder)}: {reader.found}"
