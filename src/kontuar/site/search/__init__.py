"""Search by Pagefind: one index a language, made from the finished pages of the whole site.

What is found is what teaches: lessons, articles, the glossary, what modules and talks are about. Questions, keys and
the lines of talks are not: a search would give the answers away.
"""

from __future__ import annotations

import json
import re
import subprocess
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from kontuar.core.phrases import Phrases

FOLDER = "pagefind"
TERM = re.compile(r'<div id="([^"]*)">(\s*)<dt>(.*?)</dt>')
MARKED = " data-pagefind-body"
STROKE = "\u0335"
SEARCHED = ("article", "dialogue", "glossary", "lesson", "module", "type")
"""The kinds of page whose content goes into the index."""
SECTIONS = {"module": "site.modules", "dialogue": "dialogues.index", "type": "site.trainers"}
"""What results say above the title where the navigation has no section for it."""
LEFT_OUT = (
    *("[data-hash]", ".kt-key", ".kt-hint", ".kt-why", ".kt-source"),  # questions, and how they are written
    *(".kt-script", ".kt-talk__who", "kt-done", "kt-reset", "button", "output", "template"),
    *(".kt-over", ".kt-drawers", ".kt-letters", ".kt-terms__used", ".kt-filter"),  # ways to other pages
    *(".kt-actions", ".kt-reset", ".kt-meaning", ".kt-problems", ".kt-notice", ".kt-sr", ".kt-noprint"),
    *(".footnote-ref", ".footnote-backref"),
)
"""Selectors of what is left out of those pages."""
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")


def program() -> Path | None:
    """The program Pagefind; None on a machine for which there is none."""
    try:
        found: Path | None = import_module("pagefind.service").get_executable()
    except (ImportError, FileNotFoundError):
        return None
    return found if found and found.is_file() else None


def index(site_dir: Path, pagefind: Path | None, language: str) -> str | None:
    """Puts the indexes of a finished site into its folder `pagefind/`; says what went wrong."""
    words = Phrases(language)
    if pagefind is None:
        return words["search.no-program"]
    with TemporaryDirectory() as name:
        _copy(site_dir, Path(name))
        fault = _run(pagefind, Path(name), site_dir / FOLDER)
    if fault:
        return words["search.failed"].format(reason=fault)
    _tidy(site_dir / FOLDER)
    return None


def spelled(text: str) -> str:
    """A text as it goes into the index: ł as an l with a mark.

    Pagefind finds letters with and without their marks, but of the Polish ones Unicode takes ł alone for a letter
    without a mark. found.js turns queries and results, the other way too.
    """
    return text.replace("ł", "l" + STROKE).replace("Ł", "L" + STROKE)


def _copy(site_dir: Path, to: Path) -> None:
    """The pages that are searched, spelled for the index; a term of the glossary is a heading there: to be led to."""
    for page in site_dir.rglob("*.html"):
        html = page.read_text("utf-8")
        if MARKED in html:
            copy = to / page.relative_to(site_dir)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(spelled(TERM.sub(r'<div>\2<h3 id="\1">\3</h3>', html)), "utf-8")


def _run(pagefind: Path, pages: Path, output: Path) -> str:
    """Runs Pagefind over pages; gives what it says when it fails."""
    selectors = [part for selector in LEFT_OUT for part in ("--exclude-selectors", selector)]
    command = [str(pagefind), "--site", str(pages), "--output-path", str(output), "--quiet", *selectors]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    except OSError as error:
        return str(error)
    return (done.stderr.strip() or done.stdout.strip() or "?") if done.returncode else ""


def _tidy(folder: Path) -> None:
    """Takes away Pagefind's own boxes, and the part for languages that it cannot stem where there are none."""
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    spoken = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()}
    for file in folder.glob("*.*"):
        if file.name not in {*NEEDED, *spoken} and file.suffix != ".pf_meta":
            file.unlink()
