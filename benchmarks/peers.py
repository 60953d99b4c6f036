"""Pages of others to compare with, built from their public packages: Material alone, mkdocs-quiz, h5p-standalone."""

import os
import shutil
import subprocess
import tarfile
import tempfile
import venv
from importlib.metadata import version
from pathlib import Path

from served import npm

QUIZ = "mkdocs-quiz==1.7.1"
PLAYER, CONTENT = "h5p-standalone@3.8.2", "h5p-standalone@2.1.0"
"""The player of today; the older package is the last one that brings a content to play, with its libraries."""
PLAIN = "site_name: Plain\ntheme: {name: material, font: false}\n"
QUESTIONS = """
<quiz>
A customer brings a kettle back. What do you say first?
- [x] Tell me what happened.
- [ ] You bought it too long ago.
- [ ] That is for the workshop.

First listen to the end.
</quiz>

<quiz>
Who decides on the repair?
- [ ] Nobody.
- [x] The shop.

The customer's contract is with the shop.
</quiz>
"""
H5P = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>H5P</title>
<div id="h5p"></div>
<script src="player/main.bundle.js"></script>
<script>
  document.addEventListener("DOMContentLoaded", () => new H5PStandalone.H5P(document.getElementById("h5p"), {
    h5pJsonPath: "content", frameJs: "player/frame.bundle.js", frameCss: "player/styles/h5p.css"}));
</script>
</html>
"""


def build(site: Path, text: str) -> None:
    """Puts bare/, mkdocs-quiz/ and h5p/ into a site; text is the Markdown that the first two show."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        python = environment(work / "env")
        material(python, work / "bare", site / "bare", PLAIN, text)
        material(python, work / "quiz", site / "mkdocs-quiz", f"{PLAIN}plugins: [mkdocs_quiz]\n", text + QUESTIONS)
        h5p(work / "h5p", site / "h5p")


def environment(folder: Path) -> Path:
    """A Python that has the packages, the theme in our own version."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    packages = [f"{name}=={version(name)}" for name in ("mkdocs", "mkdocs-material")]
    subprocess.run([python, "-m", "pip", "install", "-q", "-q", QUIZ, *packages], check=True)
    return python


def material(python: Path, project: Path, site: Path, settings: str, text: str) -> None:
    """A site of one page."""
    (project / "docs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    (project / "docs" / "index.md").write_text(text, "utf-8")
    command = [python, "-m", "mkdocs", "build", "-q", "-d", site]
    subprocess.run(list(map(str, command)), cwd=project, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})


def h5p(work: Path, site: Path) -> None:
    """A page with one true-or-false question: the smallest that H5P has."""
    player, content = (unpacked(name, work / name.rpartition("@")[2]) for name in (PLAYER, CONTENT))
    shutil.copytree(player / "dist", site / "player")
    shutil.copytree(content / "test" / "workspace", site / "content")
    (site / "index.html").write_text(H5P, "utf-8")


def unpacked(package: str, folder: Path) -> Path:
    """A package of npm, fetched and unpacked."""
    folder.mkdir(parents=True)
    subprocess.run([npm(), "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"
