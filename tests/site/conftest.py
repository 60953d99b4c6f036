"""A toy site, built by the real mkdocs.yml and hooks, served under a path as GitHub Pages does."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import Open, Served, serving, windows

REPOSITORY = Path(__file__).parents[2]


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


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The toy site in both languages, built strictly."""
    root = lay_out(tmp_path_factory.mktemp("toy") / "project")
    with serving(root / "site") as served:
        built = mkdocs(root, "build", "--strict", site_url=served.url)
        assert built.returncode == 0, built.stderr
        yield served


@pytest.fixture
def visit(chromium: Browser, served: Served) -> Iterator[Open]:
    """Opens windows on the toy."""
    with windows(chromium, served.url) as open_window:
        yield open_window
