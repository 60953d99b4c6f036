"""Our own course, built as a reader of the README would build it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browsing import ROOT, Open, Served, environment, shared, windows
from tests.learner import answer_keys


def build(folder: Path, url: str) -> str:
    """The site, built strictly."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")]
    env = environment(url)
    built = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    return built.stderr if built.returncode else ""


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The course's site in every language."""
    with shared(tmp_path_factory, "course", build) as served:
        yield served


@pytest.fixture
def visit(chromium: Browser, course: Served) -> Iterator[Open]:
    """Opens windows on the course."""
    with windows(chromium, course.url) as open_window:
        yield open_window


@pytest.fixture(scope="session")
def keys(course: Served) -> dict[str, Any]:
    """What is right, by question id."""
    return answer_keys(course)
