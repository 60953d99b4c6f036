"""What the course hands to the site: pages, and all that belongs to one language of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kontuar.core.problems import Problems


@dataclass(frozen=True)
class SitePage:
    """One page in one language.

    A line `kt-slot-N` in the Markdown stands where slots[N], finished HTML, goes after Markdown ran; in a print view
    that gathers the page, papers[N] goes there.
    """

    uri: str
    title: str
    markdown: str
    slots: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    source: Path | None = None
    kind: str = "article"
    styles: tuple[str, ...] = ()
    description: str = ""
    hide: tuple[str, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Site:
    """One language of a course's site.

    `languages` begins with the one at the root. `nav` is a value for MkDocs' `nav`. `files` are the other files, by
    address, with their place on disk, `made` small ones with their text. `alternates` gives for each uri the languages
    in which the page exists, with addresses relative to the root site. `offline`: whether devices may keep the site.
    """

    language: str
    languages: tuple[str, ...]
    name: str
    description: str
    course_id: str
    pages: Mapping[str, SitePage]
    nav: list[Any]
    files: Mapping[str, Path]
    made: Mapping[str, str]
    alternates: Mapping[str, Mapping[str, str]]
    problems: Problems
    offline: bool = True
