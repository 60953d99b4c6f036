"""A finished site under an address as GitHub Pages gives it, and windows on it that note all that goes wrong."""

import functools
import importlib.util
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Request

ROOT = Path(__file__).parents[1]
HERE = "/repo/"
ELSEWHERE = "http://127.0.0.1:9/repo/"
"""The address with which a shared site is built; nobody serves it there."""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => {
  const stops = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const inText = (stop) => stop.matches("a") && getComputedStyle(stop).display === "inline";
  const whole = (stop) => (stop.matches("input") ? stop.closest("label") : stop.closest(".kt-drawer")) ?? stop;
  const shown = [...document.querySelectorAll(stops)].filter((stop) => stop.checkVisibility() && !inText(stop));
  return shown.filter((stop) => {
    const { width, height } = whole(stop).getBoundingClientRect();
    return width > 1 && (width < 24 || height < 24);
  }).map((stop) => `${stop.tagName} ${stop.className} ${stop.textContent.trim()}`);
}"""
NO_BROWSER = "no Chromium, Chrome or Edge was found; name one in CHROMIUM_PATH"


def run_py() -> ModuleType:
    """run.py, which knows where browsers are."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Pages(SimpleHTTPRequestHandler):
    """Serves a folder under /repo/ and its 404.html for all else, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"  # a new connection for each of thirty files costs more than the files
    disable_nagle_algorithm = True  # else each body waits 40 ms until the browser has acknowledged its head
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
        """The HTML of a page."""
        return (self.folder / page / "index.html").read_text("utf-8")


def once(root: Path, name: str, build: Callable[[Path], str]) -> Path:
    """A folder that the first of several processes builds for all of them.

    `build` fills it and returns "", or what went wrong.
    """
    folder, told = root / name, root / f"{name}.txt"
    try:
        folder.mkdir()
    except FileExistsError:
        while not told.exists():
            time.sleep(0.1)
    else:
        (root / f"{name}.new").write_text(build(folder), "utf-8")
        (root / f"{name}.new").rename(told)
    assert not told.read_text("utf-8"), told.read_text("utf-8")
    return folder


def copy(site: Path, to: Path, url: str) -> None:
    """A finished site under another address: nothing but the address itself is told in it."""
    shutil.copytree(site, to)
    for file in (file for file in to.rglob("*") if file.suffix in (".html", ".xml")):
        file.write_bytes(file.read_bytes().replace(ELSEWHERE.encode(), url.encode()))


@contextmanager
def shared(factory: pytest.TempPathFactory, name: str, build: Callable[[Path, str], str]) -> Iterator[Served]:
    """A site that all workers of pytest-xdist build together once; each serves a copy of its own.

    `build` gets a folder and the address, writes the site into the folder's `site`, and says what went wrong.
    """
    own = factory.getbasetemp()
    root = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    built = once(root, name, lambda folder: build(folder, ELSEWHERE))
    with serving(factory.mktemp(name) / "site") as served:
        copy(built / "site", served.folder, served.url)
        yield served


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serves a folder, which may be built after the address is known."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Pages, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Served(folder, f"http://127.0.0.1:{server.server_port}{HERE}")
    server.shutdown()
    server.server_close()


@dataclass
class Visit:
    """One browser window on the site, with all that went wrong in it."""

    page: Page
    url: str
    documents: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)
    flying: set[Request] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("request", self._requested)
        self.page.on("requestfinished", self._finished)
        self.page.on("requestfailed", self._failed)
        self.page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        self.page.on("console", self._said)

    def _requested(self, request: Request) -> None:
        self.flying.add(request)
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.trouble.append(f"elsewhere: {request.url}")
        if request.resource_type == "document":
            self.documents.append(request.url)

    def _finished(self, request: Request) -> None:
        self.flying.discard(request)

    def _failed(self, request: Request) -> None:
        self.flying.discard(request)
        # By leaving the page in the middle of it; by preloading a script for a browser without JavaScript. A breach of
        # the policy is told in the console too.
        if request.failure not in ("net::ERR_ABORTED", "csp"):
            self.trouble.append(f"failed: {request.url} {request.failure}")

    def _said(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.trouble.append(f"console: {message.text}")

    def go(self, path: str = "") -> Page:
        """Loads a page."""
        self.page.goto(self.url + path)
        return self.page

    def follow(self, text: str) -> None:
        """Clicks a link by its words."""
        self.page.get_by_role("link", name=text, exact=True).first.click()

    def rest(self) -> None:
        """Waits until nothing more is being fetched, as far as one can tell."""
        for _ in range(200):
            if not self.flying:
                break
            self.page.wait_for_timeout(10)

    def leave(self) -> list[str]:
        """Closes the window; says what went wrong in it."""
        self.rest()
        self.page.context.close()
        return self.trouble


Open = Callable[..., Visit]
NO_WORKERS = "delete Navigator.prototype.serviceWorker"
"""A browser without service workers: else each window would save the whole site behind a test's back."""


@contextmanager
def windows(chromium: Browser, url: str) -> Iterator[Open]:
    """Opens windows, by default those of a Polish visitor on a desktop; after the test none may have trouble."""
    opened: list[Visit] = []

    def open_window(width: int = 1280, height: int = 900, workers: bool = False, **settings: Any) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": height}, **{"locale": "pl-PL", **settings})
        if not workers:
            context.add_init_script(NO_WORKERS)
        opened.append(Visit(context.new_page(), url))
        return opened[-1]

    yield open_window
    trouble = [line for window in opened for line in window.leave()]
    assert not trouble, "\n".join(trouble)


SETTLE = """async () => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  for (let round = 0; round < 10; round += 1) {
    await frame();
    await frame();
    const changes = document.getAnimations().filter((change) => change.effect.getComputedTiming().endTime < Infinity);
    if (changes.length === 0) return;
    changes.forEach((change) => change.finish());
  }
}"""


def settle(page: Page) -> None:
    """Brings every change of colour to its end, those too that start a frame later: axe would measure half of one."""
    page.evaluate(SETTLE)


NOTE_PROGRESS = """
  window.ktTold = new Promise((yes) => addEventListener("kontuar:progress", yes, {capture: true, once: true}));
"""
READY = """() => {
  const coming = [...document.querySelectorAll("main :not(:defined)")].map((element) => element.localName);
  const all = coming.map((name) => customElements.whenDefined(name));
  if (document.querySelector("main [data-kt-js]")) all.push(window.ktTold);
  const late = new Error(`no progress, or one of these did not come: ${coming}`);
  return Promise.race([Promise.all(all).then(() => {}), new Promise((_, no) => setTimeout(no, 20_000, late))]);
}"""


def ready(page: Page) -> None:
    """Waits until all elements of a page work and know how things stand; the page was opened after NOTE_PROGRESS."""
    page.evaluate(READY)


def barriers(page: Page, within: str | None = None, contrast: bool = True) -> str:
    """What axe finds wrong with a page as it stands, or with the parts of it that a selector names; or nothing.

    What is right is not listed, which takes its time. So does `contrast`, and most of it.
    """
    settle(page)
    axe = Axe("" if page.evaluate("'axe' in window") else AXE_SCRIPT)
    rules = {} if contrast else {"color-contrast": {"enabled": False}}
    found = axe.run(page, context=within, options={"resultTypes": ["violations"], "rules": rules})
    return str(found.generate_report()) if found.violations_count else ""


def environment(site_url: str) -> dict[str, str]:
    """What a build needs to know."""
    return os.environ | {"SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
