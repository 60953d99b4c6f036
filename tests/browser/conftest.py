"""Our scripts, served to a browser from the sources."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

ROOT = Path(__file__).parents[2]


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A visitor whom no site knows yet."""
    context = chromium.new_context()
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture(scope="package")
def sources() -> Iterator[str]:
    """The address of src/kontuar, where `/` is an empty page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Sources, directory=str(ROOT / "src" / "kontuar")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class _Sources(SimpleHTTPRequestHandler):
    # Windows may know .js as text/plain, and a browser would refuse such modules.
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def do_GET(self) -> None:
        if self.path != "/":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Empty</title><link rel=icon href=data:,>")
        return None

    def log_message(self, *_: Any) -> None:
        """Silence: tests read the browser's side."""
