"""Where each language of the site lies, and where a page is found in another one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from kontuar.core.languages import NAMES
from kontuar.site.page import Site


@dataclass(frozen=True)
class Build:
    """One language's build: which, where to, and under which address."""

    language: str
    site_dir: str
    site_url: str


def name(language: str) -> str:
    """What a language calls itself."""
    return NAMES.get(language, language.upper())


def folder(languages: Sequence[str], language: str) -> str:
    """The folder of a language under the root site: empty for the first one, else `en/`."""
    return "" if language == languages[0] else f"{language}/"


def builds(site: Site, site_dir: str, site_url: str) -> list[Build]:
    """The builds that must follow the root's, which wipes its whole folder first."""
    return [
        Build(language, str(Path(site_dir, language)), urljoin(site_url, f"{language}/"))
        for language in site.languages[1:]
    ]


def address(uri: str) -> str:
    """The address of a page relative to its language's root: empty for the home page, else a folder's."""
    stem = uri.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


def way_up(uri: str) -> str:
    """The way from a page to the root of its language, such as `../..`; `.` for the home page."""
    return "/".join([".."] * address(uri).count("/")) or "."


def translations(site: Site, uri: str) -> dict[str, str]:
    """Where each other language continues: the same page, or else the nearest one above it that exists."""
    return {language: _nearest(site, uri, language) for language in site.languages if language != site.language}


def _nearest(site: Site, uri: str, language: str) -> str:
    found = (site.alternates[step][language] for step in _steps(uri) if language in site.alternates.get(step, {}))
    return next(found, folder(site.languages, language)) or "./"


def _steps(uri: str) -> Iterator[str]:
    """The page itself, then the index pages above it, the home page last."""
    yield uri
    above = posixpath.dirname(uri)
    while above:
        yield f"{above}/index.md"
        above = posixpath.dirname(above)
    yield "index.md"
