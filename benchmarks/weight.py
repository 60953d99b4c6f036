"""Bytes that a page of the course loads of ours (gzip), against the budgets; the course is built first."""

import gzip
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = {
    "article": "privacy",
    "home": ".",
    "module": "course/complaints",
    "lesson with quiz": "course/complaints/only-taking-in",
    "test": "course/complaints/test",
    "bank": "banks/complaints",
    "certificate": "certificate",
}
ALWAYS = ("site/shell.js", "progress/marks.js")
PROGRESS = ("progress/recorder.js",)
IMPORT = re.compile(r"""(?:import|export)[^"';]*?from\s*["']([^"']+)["']""")


def main() -> None:
    """Prints one line for each kind of page."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", name]
        subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
        ours = next((site / "assets/kontuar").iterdir())
        print(f"{'page':<18} {'HTML':>7} {'our CSS':>8} {'our JS':>7} {'files':>6}")
        for kind, page in PAGES.items():
            html = (site / page / "index.html").read_text("utf-8")
            sheets = {ours / path for path in re.findall(rf"{ours.name}/([\w/.-]+\.css)", html)}
            scripts = needed(ours, html)
            css, js = (sum(size(file.read_bytes()) for file in files) for files in (sheets, scripts))
            print(f"{kind:<18} {size(html.encode()):>7,} {css:>8,} {js:>7,} {len(sheets) + len(scripts):>6}")
    print("budgets: shell 3,072 JS and 8,192 CSS on every page; a lesson with a quiz adds at most 12,288 and 4,096")


def needed(ours: Path, html: str) -> set[Path]:
    """The scripts that a page loads: the shell, the elements that it holds, progress where there are any."""
    elements = set(re.findall(r'data-kt-js="([^"]+)"', html))
    found: set[Path] = set()
    follow([ours / path for path in (*ALWAYS, *elements, *(PROGRESS if elements else ()))], found)
    return found


def follow(files: list[Path], found: set[Path]) -> None:
    """Adds files and all that they import."""
    for file in files:
        if file not in found:
            found.add(file)
            follow([(file.parent / path).resolve() for path in IMPORT.findall(file.read_text("utf-8"))], found)


def size(content: bytes) -> int:
    """Gzipped bytes at the best level."""
    return len(gzip.compress(content, 9, mtime=0))


if __name__ == "__main__":
    main()
