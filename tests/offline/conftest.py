"""The small course that stands still on a server that can be stopped, started again and given another version."""

import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kontuar.site.assets import gather
from kontuar.site.offline import worker
from tests.browsing import HERE, Open, Pages, copy, shared, windows
from tests.still.conftest import build

WHOSE = worker.Whose("across-the-counter", HERE, ("pl", "en"))


@dataclass
class Switch:
    """Whether there is a network, what it was asked for, and what the server says it does not have."""

    on: bool = True
    asked: list[str] = field(default_factory=list)
    lost: str = ""


class Switched(Pages):
    """Pages as long as the switch is on: else connections break, old ones too, as with a network that is gone."""

    def __init__(self, *words: Any, switch: Switch, **more: Any) -> None:
        self.switch = switch
        super().__init__(*words, **more)

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server asks for
        if not self.switch.on:
            self.close_connection = True
            self.connection.close()
        elif self.switch.lost and self.switch.lost in self.path:
            self.send_error(404)
        else:
            self.switch.asked.append(self.path)
            super().do_GET()


@dataclass(frozen=True)
class Host:
    """The course's site, and the server of it."""

    site: Path
    port: int
    switch: Switch

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{HERE}"

    def change(self, page: str, old: str, new: str) -> None:
        """Publishes another version in place of the one that is there: a sentence on a page is another one."""
        file = self.site / page / "index.html"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
        self.publish()

    def publish(self) -> None:
        """Puts the worker of what is there now into the site, as a build does at its end."""
        for listed in self.site.glob("assets/offline/*.json"):
            listed.unlink()
        worker.write(self.site, gather(), WHOSE)

    def switch_off(self) -> None:
        """Publishes what `offline: no` publishes in place of the worker."""
        worker.end(self.site, gather(), WHOSE)

    def visited(self, open_window: Open, path: str = "", **settings: Any) -> Page:
        """A window whose device has saved all that it saves by itself."""
        page: Page = open_window(workers=True, **settings).go(path)
        expect(page.locator("kt-offline[data-standing=ready]")).to_be_attached(timeout=20_000)
        return page


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """One host for all tests of a worker."""
    site, switch = tmp_path_factory.mktemp("offline") / "site", Switch()
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Switched, switch=switch, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = Host(site, server.server_port, switch)
    with shared(tmp_path_factory, "still", build) as built:
        copy(built.folder, site, host.url)
    host.publish()
    yield host
    server.shutdown()
    server.server_close()


@pytest.fixture
def host(hosted: Host) -> Iterator[Host]:
    """The host with its network on."""
    yield hosted
    hosted.switch.on, hosted.switch.lost = True, ""


@pytest.fixture
def visit(chromium: Browser, host: Host) -> Iterator[Open]:
    """Opens windows on the course; `workers=True` for those with a service worker."""
    with windows(chromium, host.url) as open_window:
        yield open_window
