"""A small course that stands still: how questions, tests and the certificate behave does not hang on lessons' words."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browsing import ROOT, Open, Served, environment, shared, windows
from tests.learner import answer_keys

CONTENT = Path(__file__).with_name("content")


def lay_out(root: Path) -> Path:
    """A project that is ours but for its content."""
    shutil.copytree(CONTENT, root)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    for ours in ("build_hooks/", "src/kontuar/site/theme"):
        settings = settings.replace(f" {ours}", f" {ROOT.as_posix()}/{ours}")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    return root


def build(folder: Path, url: str) -> str:
    """The site, built strictly."""
    root = lay_out(folder / "project")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")]
    env = environment(url)
    built = subprocess.run(command, cwd=root, env=env, capture_output=True, encoding="utf-8", check=False)
    return built.stderr if built.returncode else ""


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small course's site in both languages."""
    with shared(tmp_path_factory, "still", build) as served:
        yield served


@pytest.fixture
def visit(chromium: Browser, course: Served) -> Iterator[Open]:
    """Opens windows on the small course."""
    with windows(chromium, course.url) as open_window:
        yield open_window


@pytest.fixture(scope="session")
def keys(course: Served) -> dict[str, Any]:
    """What is right, by question id."""
    return answer_keys(course)
