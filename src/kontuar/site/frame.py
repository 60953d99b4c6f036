"""What the theme's templates ask about the page around the content; they know it as `kontuar`."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urljoin

from kontuar.core.markup import json_for_html
from kontuar.core.phrases import Phrases
from kontuar.site import languages, search
from kontuar.site.edition import Edition
from kontuar.site.keys import Shortcut, shortcuts
from kontuar.site.offline import app
from kontuar.site.page import Site
from kontuar.site.plan import GLOSSARY_URI

BARE_LABEL = re.compile(r'(<label class="md-nav__link [^>]*>)(\s*<span class="md-nav__icon)')
HELD = re.compile(r'\bdata-kt-(js|aid)="([^"]+)"')
ALWAYS = ("progress/marks.js",)
RECORDING = ("progress/recorder.js",)
IN_FOOTER = ("my-data", "privacy", "sources")


@dataclass(frozen=True)
class Link:
    """A page in some language, by its address as seen from the root of the language that is built."""

    language: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """The frame around the pages of one language."""

    edition: Edition

    @property
    def site(self) -> Site:
        return self.edition.site

    @property
    def words(self) -> Phrases:
        return Phrases(self.site.language)

    def words_in(self, language: str) -> Phrases:
        return Phrases(language)

    def url(self, address: str, base: str) -> str | None:
        """An address outside this language's root as a page writes it, whose way to that root is `base`.

        None for all others: they are MkDocs' affair, which mistakes the way to a neighbour of its root. All
        languages share the theme's files and ours, in the root site's `assets`.
        """
        if address.startswith("assets/"):
            address = self.edition.up + address
        return posixpath.join(base, address) if address.startswith("../") else None

    def asset(self, path: str) -> str:
        """The address of a published file by its path in the package."""
        return self.edition.assets.folder + path

    def nav(self, html: str) -> str:
        """A part of Material's navigation with a name for each bare button that folds a section."""
        return BARE_LABEL.sub(rf'\1<span class="kt-sr">{self.words["theme.section"]}</span>\2', html)

    def sheets(self, uri: str) -> list[str]:
        """The addresses of a page's own style sheets."""
        return [self.edition.assets.style(name) for name in self.site.pages[uri].styles]

    def scripts(self, uri: str) -> list[str]:
        """The addresses of all that the shell will import for a page.

        The browser fetches them side by side from the first moment: on a slow line each step of a chain of imports
        would cost a round trip.
        """
        held = [found for slot in self.site.pages[uri].slots for found in HELD.findall(slot)]
        aids, elements = ([name for how, name in held if how == wanted] for wanted in ("aid", "js"))
        progress = (*ALWAYS, *(RECORDING if elements else ())) if self.site.course_id else ()
        return [self.asset(name) for name in self.edition.assets.needs((*progress, *elements, *aids))]

    def element(self, uri: str) -> str:
        """The element at the beginning of a page that tells scripts where they are."""
        page = self.site.pages[uri]
        root = posixpath.normpath(posixpath.join(languages.way_up(uri), self.edition.up))
        return self._element(root, page.kind, languages.translations(self.site, uri), page.data)

    def manifest(self) -> str:
        """The language's web app manifest."""
        return app.manifest(self.site, self.edition.root_path)

    def lost_element(self) -> str:
        """The same for the page shown at a wrong address, wherever that lies: a path from the host."""
        root = self.edition.root_path.rstrip("/")
        return self._element(root, "lost", {home.language: home.href for home in self.homes()}, {})

    def _element(self, root: str, kind: str, alternates: Mapping[str, str], data: Mapping[str, str]) -> str:
        known = {
            "root": root,
            "assets": self.edition.assets.folder.rstrip("/").rpartition("/")[2],
            "language": self.site.language,
            "languages": " ".join(self.site.languages),
            "course": self.site.course_id,
            "kind": kind,
            "alternates": json.dumps(alternates, ensure_ascii=False),
            **({"offline": "yes"} if self.edition.offline else {}),
        }
        every = known | {key.removeprefix("data-"): value for key, value in data.items()}
        attributes = " ".join(f'data-{key}="{escape(value)}"' for key, value in every.items())
        return f'<div id="kt-page" hidden {attributes}></div>'

    @property
    def searchable(self) -> bool:
        """Whether the site will have a search."""
        return self.edition.pagefind is not None

    def search_words(self) -> str:
        """The phrases that the search box says, as JSON in HTML."""
        phrases = self.words.starting("search")
        return json_for_html({key: phrases[f"search.{key}"] for key in ("busy", "found", "none")})

    @property
    def glossary(self) -> str | None:
        """The address of the glossary, if there is one."""
        return languages.address(GLOSSARY_URI) if GLOSSARY_URI in self.site.pages else None

    def sought(self, uri: str, above: Sequence[str]) -> str:
        """Attributes that let the search find a page's content; above are the titles of the sections it lies in."""
        page = self.site.pages[uri]
        if page.kind not in search.SEARCHED:
            return ""
        section = self.words[search.SECTIONS[page.kind]] if page.kind in search.SECTIONS else "".join(above[-1:])
        return f'{search.MARKED} data-pagefind-filter="section[data-section]" data-section="{section}"'

    def repeats(self, uri: str) -> bool:
        """Whether a page only repeats what stands on others."""
        return self.site.pages[uri].kind == "print"

    def switch(self, uri: str | None) -> list[Link]:
        """Where the language switch leads from a page: one link for each language."""
        if uri is None:
            return self.homes()
        found = {language: self.edition.up + to for language, to in languages.translations(self.site, uri).items()}
        found[self.site.language] = languages.address(uri)
        return [self._link(language, found[language]) for language in self.site.languages]

    def homes(self) -> list[Link]:
        """The home page of each language."""
        every = self.site.languages
        return [self._link(language, self.edition.up + languages.folder(every, language)) for language in every]

    def _link(self, language: str, href: str) -> Link:
        return Link(language, languages.name(language), href or "./", language == self.site.language)

    def elsewhere(self, uri: str) -> list[tuple[str, str]]:
        """Language and full address of each version of a page, itself included, for the sitemap."""
        own = languages.folder(self.site.languages, self.site.language) + languages.address(uri)
        every = {**self.site.alternates.get(uri, {}), self.site.language: own}
        return [(language, urljoin(self.edition.root_url, every[language])) for language in sorted(every)]

    def footer(self) -> list[tuple[str, str]]:
        """Words and address of the pages that every footer links to, as far as they exist."""
        return [
            (self.words[f"theme.{name}"], languages.address(f"{name}.md"))
            for name in IN_FOOTER
            if f"{name}.md" in self.site.pages
        ]

    def shortcuts(self, page: Any) -> Iterator[Shortcut]:
        """The keys that work on a page of MkDocs; None stands for the one for wrong addresses."""
        return shortcuts(self.site, page, self.searchable)
