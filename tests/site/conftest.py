"""A toy site, built by the real mkdocs.yml and hooks, served under a path as GitHub Pages does, and a Chromium."""

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request

from ..browser.conftest import chromium

__all__ = ["chromium"]

REPOSITORY = Path(__file__).parents[2]
HERE = "/repo/"


def lay_out(root: Path) -> Path:
    """A project whose mkdocs.yml is ours, with the toy in place of the course."""
    (root / "docs").mkdir(parents=True)
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 0h80v40H0z"/></svg>'
    (root / "docs" / "box.svg").write_text(picture, encoding="utf-8")
    (root / "docs" / "privacy.md").write_text("Nic nie wychodzi z przeglądarki.", encoding="utf-8")
    settings = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    toy = Path(__file__).with_name("toy_site.py").as_posix()
    here = REPOSITORY.as_posix()
    settings = settings.replace("  - build_hooks/", f"  - {here}/build_hooks/")
    settings = settings.replace("hooks:\n", f"hooks:\n  - {toy}\n")
    settings = settings.replace("src/kontuar/site/theme", f"{here}/src/kontuar/site/theme")
    settings = settings.replace("watch: [course, quizzes, src/kontuar, build_hooks]", "watch: []")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


def environment(site_url: str) -> dict[str, str]:
    """What a build of the toy needs to know."""
    return os.environ | {
        "KONTUAR_TOY": "yes",
        "SITE_URL": site_url,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONWARNINGS": "ignore",
    }


def mkdocs(root: Path, *arguments: str, site_url: str) -> subprocess.CompletedProcess[str]:
    """Runs MkDocs in a project as a person would."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    where = {"cwd": root, "env": environment(site_url)}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **where)  # type: ignore[call-overload, no-any-return]


class Pages(SimpleHTTPRequestHandler):
    """Serves a folder under /repo/ and its 404.html for all else, as GitHub Pages does."""

    # Windows may know .js as text/plain, and a browser would refuse such modules.
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(HERE))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            return super().send_error(code, message, explain)
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *_: Any) -> None:
        """Silence: tests read the browser's side."""


@dataclass(frozen=True)
class Served:
    """A finished site and its address."""

    folder: Path
    url: str

    def html(self, page: str) -> str:
        return (self.folder / page / "index.html").read_text("utf-8")


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The toy site in both languages, built strictly."""
    root = lay_out(tmp_path_factory.mktemp("toy") / "project")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Pages, directory=str(root / "site")))
    url = f"http://127.0.0.1:{server.server_port}{HERE}"
    built = mkdocs(root, "build", "--strict", site_url=url)
    assert built.returncode == 0, built.stderr
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Served(root / "site", url)
    server.shutdown()
    server.server_close()


@dataclass
class Visit:
    """One browser window on the site, with all that went wrong in it."""

    page: Page
    url: str
    documents: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._requested)
        self.page.on("requestfailed", self._failed)
        self.page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        self.page.on("console", self._said)

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.trouble.append(f"elsewhere: {request.url}")
        if request.resource_type == "document":
            self.documents.append(request.url)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # by leaving the page in the middle of it
            self.trouble.append(f"failed: {request.url} {request.failure}")

    def _said(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.trouble.append(f"console: {message.text}")

    def go(self, path: str = "") -> Page:
        self.page.goto(self.url + path)
        return self.page

    def leave(self) -> list[str]:
        """Closes the window; says what went wrong in it."""
        self.page.wait_for_load_state("networkidle")
        self.page.context.close()
        return self.trouble


Open = Callable[..., Visit]


@pytest.fixture
def visit(chromium: Browser, served: Served) -> Iterator[Open]:
    """Opens windows, by default those of a Polish visitor on a desktop; after the test none may have trouble."""
    opened: list[Visit] = []

    def open_window(width: int = 1280, height: int = 900, **settings: Any) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": height}, **{"locale": "pl-PL", **settings})
        opened.append(Visit(context.new_page(), served.url))
        return opened[-1]

    yield open_window
    assert [line for window in opened for line in window.leave()] == []
