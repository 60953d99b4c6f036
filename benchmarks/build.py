"""The whole build against MkDocs and Material alone, given the very Markdown that our pages hand over.

The plain project gets every page of one language with its questions already in place as HTML, the same theme and
Markdown extensions, and no hooks; it is built once per language, as ours is. Neither has a search: what ours costs is
told for itself.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import yaml
from generated import LANGUAGES, write_course
from served import put_program

from kontuar.site import search
from kontuar.site.site import make

LESSONS = int(os.environ.get("LESSONS", "200"))
FEATURES = ["navigation.footer", "navigation.indexes", "navigation.instant", "navigation.prune"]
EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.details", "pymdownx.superfences"),
]
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PAGEFIND_BINARY_PATH": os.devnull}  # the index is timed apart
ROUNDS = int(os.environ.get("ROUNDS", "3"))


def main() -> None:
    """Prints the seconds of each round and the median of the ratios."""
    with tempfile.TemporaryDirectory() as name:
        ours, plain = Path(name, "ours"), Path(name, "plain")
        write_ours(ours)
        configs = [write_plain(plain / language, ours, language) for language in LANGUAGES]
        ratios = []
        print(f"{LESSONS} lessons in {len(LANGUAGES)} languages, 5 questions each; seconds")
        print(f"{'ours':>8} {'plain':>8} {'ratio':>6}")
        for _ in range(ROUNDS):
            a, b = built([ours / "mkdocs.yml"]), built(configs)
            ratios.append(a / b)
            print(f"{a:>8.1f} {b:>8.1f} {a / b:>6.2f}", flush=True)
        print(f"median ratio {median(ratios):.2f}")
        print(f"the search of ours: {indexed(ours / 'site'):.1f} seconds more")


def write_ours(folder: Path) -> None:
    """A generated course with this repository's mkdocs.yml, hooks and theme."""
    write_course(folder, questions=1_000, lessons=LESSONS)
    put_program(folder)


def write_plain(folder: Path, course: Path, language: str) -> Path:
    """The same pages as plain Markdown files, with their HTML in place; gives the path of their mkdocs.yml."""
    site = make(course, language, False)
    for uri, page in site.pages.items():
        file = folder / "docs" / uri
        file.parent.mkdir(parents=True, exist_ok=True)
        text = page.markdown
        for number in reversed(range(len(page.slots))):
            text = text.replace(f"kt-slot-{number}", f"<div>{page.slots[number]}</div>")
        file.write_text(f"---\ntitle: {page.uri}\n---\n{text}", encoding="utf-8")
    config = {
        "site_name": "Plain",
        "site_url": "http://127.0.0.1/",
        "nav": site.nav,
        "plugins": [],
        "theme": {"name": "material", "font": False, "language": language, "features": FEATURES},
        "markdown_extensions": EXTENSIONS,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder / "mkdocs.yml"


def indexed(site: Path) -> float:
    """Wall seconds of making a finished site searchable."""
    start = time.perf_counter()
    fault = search.index(site, search.program(), LANGUAGES[0])
    if fault:
        raise SystemExit(fault)
    return time.perf_counter() - start


def built(configs: list[Path]) -> float:
    """Wall seconds of building these projects one after another."""
    start = time.perf_counter()
    for config in configs:
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
        subprocess.run(command, check=True, env=ENVIRONMENT, cwd=config.parent)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
