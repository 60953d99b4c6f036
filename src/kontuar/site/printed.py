"""Print views: finished pages, put below one another on one page."""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from markupsafe import Markup

from kontuar.site.languages import address

GATHERED = ("lesson", "article", "glossary")
"""The kinds of page that print views gather."""
PLACE = re.compile(r"<!--kt-part (\S+)-->")
TAG = re.compile(r"<[a-zA-Z][^>]*>")
NAMES = re.compile(r'(?<=\s)(id|for|headers|popovertarget|aria-(?:labelledby|describedby|controls))="([^"]+)"')
ADDRESS = re.compile(r'(?<=\s)((?:xlink:)?href|src|poster)="([^"]*)"')
DRAWN = re.compile(r"\burl\(#")
SCRIPTED = re.compile(r'\sdata-kt-(?:js|aid)="[^"]*"')
HEADING = re.compile(r"<(/?)h([1-5])\b")


def place(uri: str) -> Markup:
    """What stands in a print view where a page comes."""
    return Markup(f"<!--kt-part {uri}-->")  # noqa: S704 - a page's address


def gathered(uri: str, html: str, papers: Mapping[str, str]) -> str:
    """A print view with the pages that it gathers."""
    return PLACE.sub(lambda found: moved(papers[found[1]], found[1], uri), html)


def moved(html: str, page: str, to: str) -> str:
    """The content of a page as a part of another one.

    Its headings go one level down, its ids get the page's name, its addresses lead on from where they are now, and its
    elements get no scripts: nobody presses anything on paper.
    """
    mark = page.removesuffix(".md").replace("/", "-")

    def names(found: re.Match[str]) -> str:
        return f'{found[1]}="{" ".join(f"{mark}-{name}" for name in found[2].split())}"'

    def tag(found: re.Match[str]) -> str:
        text = SCRIPTED.sub("", NAMES.sub(names, found[0]))
        text = ADDRESS.sub(lambda way: f'{way[1]}="{_way(way[2], page, to, mark)}"', text)
        return DRAWN.sub(f"url(#{mark}-", text)

    return HEADING.sub(lambda heading: f"<{heading[1]}h{int(heading[2]) + 1}", TAG.sub(tag, html))


def _way(href: str, page: str, to: str, mark: str) -> str:
    """An address as seen from the print view: `#` leads to what came along with its page."""
    if href.startswith("#"):
        return f"#{mark}-{href[1:]}"
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return href
    there = posixpath.normpath(posixpath.join(address(page), parts.path))
    way = posixpath.relpath(there, address(to) or ".") + ("/" if parts.path.endswith("/") else "")
    return parts._replace(path=way).geturl()
