"""`mkdocs serve`: all languages, live, whatever somebody types into a file."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from .conftest import environment, lay_out

PATIENCE = 30  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A running `mkdocs serve` of the toy."""

    def __init__(self, root: Path) -> None:
        self.root, self.log = root, root / "serve.log"
        address = f"127.0.0.1:{free_port()}"
        self.url = f"http://{address}/repo/"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
        with self.log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                command, cwd=root, env=environment("https://example.org/repo/"), stdout=log, stderr=subprocess.STDOUT
            )

    def html(self, path: str) -> str:
        try:
            with urlopen(self.url + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except URLError:
            return ""

    def comes_to(self, condition: Callable[[], bool]) -> bool:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if condition():
                return True
            time.sleep(0.2)
        return condition()

    def says(self) -> str:
        return self.log.read_text("utf-8")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Served]:
    served = Served(lay_out(tmp_path / "project"))
    assert served.comes_to(lambda: "privacy" in served.html("en/")), served.says()
    yield served
    served.process.terminate()
    served.process.wait(PATIENCE)


def test_what_is_written_shows_at_once_in_every_language_even_beside_an_error(running: Served) -> None:
    assert "content-security-policy" not in running.html("en/")
    (running.root / "docs/problem.txt").write_text("bank.no-questions", encoding="utf-8")
    assert running.comes_to(lambda: "błąd[bank.no-questions]" in running.says()), running.says()
    (running.root / "docs/privacy.md").write_text("Właśnie dopisano.", encoding="utf-8")
    assert running.comes_to(lambda: "Właśnie dopisano." in running.html("privacy/")), running.says()
    assert "Właśnie dopisano." in running.html("en/privacy/")
    assert "content-security-policy" not in running.html("privacy/")
    assert "unregister()" in running.html("sw.js"), "an earlier build’s copy would hide it all"
    assert "data-offline" not in running.html("privacy/")
    assert 'lang="en"' in running.html("en/privacy/").partition(">")[2][:100]
    assert "Traceback" not in running.says()
