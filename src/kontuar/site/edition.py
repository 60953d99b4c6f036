"""One language's edition of the site: what a build of MkDocs must know.

MkDocs builds one language at a time. The first build opens the course's first language; each other language
is handed to a build of its own afterwards, as an edition with the same assets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from markupsafe import Markup

from kontuar.core import report
from kontuar.core.phrases import Phrases
from kontuar.site import body, languages, printed, search
from kontuar.site.assets import Assets, gather
from kontuar.site.offline import worker
from kontuar.site.page import Site, SitePage
from kontuar.site.policy import enforce

WATCHED = ("course", "quizzes", "src/kontuar", "build_hooks")
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


class Make(Protocol):
    """Makes one language of a course's site; None stands for the course's first language."""

    def __call__(self, root: Path, language: str | None, serving: bool) -> Site: ...


@dataclass(frozen=True)
class Edition:
    """One language of the site as it is built.

    root_url, of the whole site, ends with a slash. pagefind is the program that makes the site searchable, if there
    is one. papers are the pages that are finished, as print views show them, by uri.
    """

    site: Site
    root: Path
    root_url: str
    assets: Assets
    serving: bool
    pagefind: Path | None = None
    papers: dict[str, str] = field(default_factory=dict)

    @property
    def is_first(self) -> bool:
        return self.site.language == self.site.languages[0]

    @property
    def up(self) -> str:
        """The way from the root of this language to the root of the whole site."""
        return "" if self.is_first else "../"

    @property
    def root_path(self) -> str:
        """The path of the root of the whole site on its host."""
        return urlsplit(self.root_url).path

    @property
    def offline(self) -> bool:
        """Whether devices may keep the site: never while somebody is writing it."""
        return self.site.offline and bool(self.site.course_id) and not self.serving

    @property
    def broken(self) -> bool:
        """Whether the course's errors forbid to build: never while somebody is writing it."""
        return bool(self.site.problems.errors()) and not self.serving

    def sorry(self) -> str:
        """Why a broken course is not built."""
        return Phrases(self.site.languages[0])["theme.broken"]

    def reports(self) -> Iterator[tuple[str, str]]:
        """How grave the problems in the course's files are, and all of them as text; nothing where there are none."""
        problems = self.site.problems
        if problems and self.is_first:
            text = report.text(problems, self.site.language, self.root)
            yield ("error" if problems.errors() else "warning"), text

    def configure(self, config: Any) -> None:
        """Puts what the course says into MkDocs' configuration; names come escaped, for Material does not."""
        config.update(
            site_name=Markup.escape(self.site.name),
            site_description=Markup.escape(self.site.description),
            nav=escaped(self.site.nav),
            use_directory_urls=True,  # every address here counts on it
            watch=[str(self.root / name) for name in WATCHED if (self.root / name).is_dir()],
        )
        config.theme["language"] = self.site.language
        config.theme["palette"] = palette(self.site.language)
        config.theme["favicon"] = "assets/favicon.svg"
        config.theme.static_templates |= {"manifest.webmanifest"}
        if self.is_first:
            config.theme.static_templates |= {"offline.html"}
        else:
            config.theme.static_templates -= {"404.html"}
        config.extra.update(self.extra())
        footnotes = config.mdx_configs.setdefault("footnotes", {})
        footnotes["BACKLINK_TITLE"] = Phrases(self.site.language)["theme.footnote-back"]

    def extra(self) -> dict[str, Any]:
        """Material's `extra`.

        `alternate` must be true but no list: so the header has its switch and the head no `link rel=alternate`,
        under which Material would look for sitemaps. `scope` gives all languages one memory of dark and light,
        and all pages the same inline script.
        """
        several = len(self.site.languages) > 1
        return {
            "alternate": several,
            "generator": False,
            "scope": self.root_path,
            "kontuar": self,
        }

    def keeps(self, uri: str) -> bool:
        """Whether a file of the theme goes into this language's folder: all languages share the root's."""
        return self.is_first and uri.startswith("assets/") and not uri.startswith(UNUSED) and not uri.endswith(".map")

    def source(self, uri: str) -> str | None:
        """The file that a page was written in, relative to the project, for a link to edit it."""
        file = self.site.pages[uri].source
        return file.resolve().relative_to(self.root.resolve()).as_posix() if file else None

    def content(self, uri: str, html: str) -> str:
        """The content of a page, from what Markdown made of it; print views come after the pages that they gather."""
        page, language = self.site.pages[uri], self.site.language
        if page.kind in printed.GATHERED:
            self.papers[uri] = body.finished(page, html, language, page.papers)
        return printed.gathered(uri, body.finished(page, html, language), self.papers)

    def others(self, make: Make, site_dir: str) -> Iterator[tuple[languages.Build, Edition]]:
        """The builds that follow the first one, each with its edition."""
        if self.is_first:
            for build in languages.builds(self.site, site_dir, self.root_url):
                yield build, replace(self, site=make(self.root, build.language, self.serving), papers={})

    def publish(self, site_dir: Path) -> Iterator[str]:
        """Puts into the finished site our own files, what is searched, the policy of its pages, the worker last.

        Gives what somebody should know of. While serving no policy, which would block live reload, and a worker that
        removes what a build left behind.
        """
        self.assets.write(site_dir)
        if fault := search.index(site_dir, self.pagefind, self.site.language):
            yield fault
        for breach in [] if self.serving else enforce(site_dir):
            yield f"{breach.page}: the policy will block {breach.what}"
        whose = worker.Whose(self.site.course_id, self.root_path, self.site.languages)
        (worker.write if self.offline else worker.end)(site_dir, self.assets, whose)


def first(make: Make, root: Path, site_url: str | None, serving: bool) -> Edition:
    """The edition of the course's first language, at the root of the site."""
    root_url = f"{(site_url or '').rstrip('/')}/"
    return Edition(make(root, None, serving), root, root_url, gather(), serving, search.program())


def meta(page: SitePage) -> dict[str, Any]:
    """What MkDocs and Material take from a page's front matter."""
    found: dict[str, Any] = {"title": Markup.escape(page.title), "hide": list(page.hide)}
    return found | ({"description": Markup.escape(page.description)} if page.description else {})


def palette(language: str) -> list[dict[str, Any]]:
    """Light and dark, following the reader's system until they choose; the switch says what it does."""
    words = Phrases(language)

    def scheme(name: str, media: str, icon: str) -> dict[str, Any]:
        toggle = {
            "icon": f"material/{icon}",
            "name": words[f"theme.{'dark' if media == 'light' else 'light'}"],
        }
        colours = {"scheme": name, "primary": "custom", "accent": "custom"}
        return {**colours, "media": f"(prefers-color-scheme: {media})", "toggle": toggle}

    return [scheme("default", "light", "weather-night"), scheme("slate", "dark", "weather-sunny")]


def escaped(nav: list[Any]) -> list[Any]:
    """A navigation whose titles may stand in HTML."""
    return [_entry(item) for item in nav]


def _entry(item: Any) -> Any:
    if isinstance(item, dict):
        return {Markup.escape(title): escaped(to) if isinstance(to, list) else to for title, to in item.items()}
    return item
