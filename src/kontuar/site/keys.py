"""The keys that work on a page, as its help sheet lists them; site/keys.js does what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kontuar.site import languages
from kontuar.site.page import Site

PLACES = {"h": ("home", "index.md"), "c": ("course", "my-course.md"), "r": ("review", "review.md")}
SEARCH = ("/", "Ctrl K")  # f and s too, as in Material; two are enough to learn


@dataclass(frozen=True)
class Shortcut:
    """Keys that do the same, the phrase that says what, and the address they lead to, from the language's root."""

    keys: tuple[str, ...]
    phrase: str
    href: str | None = None


def shortcuts(site: Site, page: Any, searchable: bool) -> Iterator[Shortcut]:
    """What can be pressed on a page of MkDocs, or on the one for wrong addresses (None)."""
    for key, name, there in (("n", "next", "next_page"), ("p", "previous", "previous_page")):
        neighbour = getattr(page, there, None)
        yield Shortcut((key,), f"theme.keys-{name}", neighbour.url or "./" if neighbour else None)
    for key, (name, uri) in PLACES.items():
        if uri in site.pages:
            yield Shortcut((key,), f"theme.keys-{name}", languages.address(uri) or "./")
    if searchable:
        yield Shortcut(SEARCH, "search.open")
    yield Shortcut(("1", "…", "9"), "theme.keys-option")
    yield Shortcut(("?",), "theme.keys-sheet")
