"""The service worker of the finished site: what it keeps on a device, by language, and its version.

Written last of all: the version is the fingerprint of every file. Pages that only trainers print or look things up in
are kept once somebody opened them; everything else a learner may need is saved by itself, in the language that is read.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kontuar.site.assets import Assets

FILE = "sw.js"
SCRIPT, END = "site/offline/worker.js", "site/offline/end.js"
ALL, ON_VISIT = "", "-"  # what every language needs; what is kept only once somebody opened it
SHARED = ("assets/", "pagefind/")
FOR_ALL = ("404.html", "offline.html", "sitemap.xml", "manifest.webmanifest")
SEARCHED_IN = re.compile(r"pagefind/(?:\w+/)?(?:wasm\.|pagefind\.)?([a-z]{2,3})[_.][^/]*$")
FOR_TRAINERS = re.compile(rb'id="kt-page" hidden [^>]*data-kind="(?:sheet|type|print)"')
NEVER = (".gz", ".map")


@dataclass(frozen=True)
class Whose:
    """Whose worker it is: the course, the path of the root site on its host, the languages, the first at the root."""

    course: str
    path: str
    languages: Sequence[str]

    @property
    def prefix(self) -> str:
        """How the names of its caches begin: a host may have neighbours, and their caches are none of ours."""
        return f"kontuar:{self.course}:{self.path}:"


def write(site_dir: Path, assets: Assets, whose: Whose) -> None:
    """Puts the worker and its list of files into a site that is otherwise finished."""
    listed = files(site_dir, whose.languages)
    text = json.dumps(listed, separators=(",", ":"), sort_keys=True)
    version = sha256(text.encode()).hexdigest()[:10]
    where = f"assets/offline/{version}.json"
    (site_dir / where).parent.mkdir(parents=True, exist_ok=True)
    (site_dir / where).write_text(text, encoding="utf-8", newline="\n")
    _publish(site_dir, assets.files[SCRIPT], {"prefix": whose.prefix, "version": version, "list": where})


def end(site_dir: Path, assets: Assets, whose: Whose) -> None:
    """Puts a worker into the site that removes itself and our caches, wherever an older one is at work."""
    _publish(site_dir, assets.files[END], {"prefix": whose.prefix})


def _publish(site_dir: Path, script: str, settings: dict[str, str]) -> None:
    text = f"self.kontuar={json.dumps(settings)};\n{script}\n"
    (site_dir / FILE).write_text(text, encoding="utf-8", newline="\n")


def files(site_dir: Path, languages: Sequence[str]) -> dict[str, dict[str, str]]:
    """The fingerprint of each file by its address, by the language that needs it, or by ALL or ON_VISIT."""
    found: dict[str, dict[str, str]] = {ALL: {}, ON_VISIT: {}, **{language: {} for language in languages}}
    for file in _kept(site_dir):
        name, content = file.relative_to(site_dir).as_posix(), file.read_bytes()
        group = ON_VISIT if FOR_TRAINERS.search(content) else _group(name, languages)
        found[group][_address(name)] = b64encode(sha256(content).digest()[:6]).decode()
    return found


def _kept(site_dir: Path) -> Iterator[Path]:
    for file in sorted(site_dir.rglob("*")):
        name = file.relative_to(site_dir).as_posix()
        if file.is_file() and not name.endswith(NEVER) and name != FILE and not re.search(r"(^|/)\.", name):
            yield file


def _group(name: str, languages: Sequence[str]) -> str:
    if searched := SEARCHED_IN.match(name):
        return searched[1] if searched[1] in languages else ALL
    folder, _, inside = name.partition("/")
    language, path = (folder, inside) if folder in languages[1:] else (languages[0], name)
    return ALL if path.startswith(SHARED) or path in FOR_ALL else language


def _address(name: str) -> str:
    """A page goes by its folder, as its links do."""
    return re.sub(r"(^|/)index\.html$", r"\1", name)
