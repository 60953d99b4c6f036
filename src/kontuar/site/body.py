"""A page's HTML after Markdown ran: slots filled, a heading, no inline styles, boxes in its language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from kontuar.core.phrases import Phrases, catalogue
from kontuar.site.page import SitePage
from kontuar.site.typography import typeset

SLOT = re.compile(r"<p>\s*kt-slot-(\d+)\s*</p>|\bkt-slot-(\d+)\b")
HEADING = re.compile(r"<h1\b([^>]*)>")
ANCHOR = re.compile(r"""\sid=["']([^"']+)["']""")
ALIGNED = re.compile(r"""<(t[hd])\b([^>]*?) style="text-align: (left|center|right);"([^>]*)>""")
CLASS = re.compile(r'\bclass="([^"]*)"')
BOX = re.compile(
    r'(<(?:div class="admonition|details class=")[^>]*>\s*)'
    r'<(p class="admonition-title"|summary)>([A-Z][a-z]+)</(p|summary)>'
)
DRAWN = re.compile(r"<(use|image|textPath|linearGradient|radialGradient|pattern)\b([^>]*?)\shref=")
TITLE_ID = "kt-title"
UNTITLED = {"Rule", "Scene"}


def finished(page: SitePage, html: str, language: str, slots: tuple[str, ...] | None = None) -> str:
    """The content of a page, ready for the theme; with other slots than its own, ready for a print view."""
    html = ALIGNED.sub(_aligned, html)
    html = BOX.sub(lambda box: _named(box, Phrases(language)), html)
    html = _headed(_filled(html, page.slots if slots is None else slots), page.title)
    html = _drawn(html)
    return typeset(html, language)


def retitle(entries: Iterable[Any], language: str) -> None:
    """Sets the titles in a table of contents as its page's language does."""
    for entry in entries:
        entry.title = typeset(entry.title, language)
        retitle(entry.children, language)


def anchors(html: str) -> set[str]:
    """All ids of a page, those inside slots included: what a link may point at."""
    return set(ANCHOR.findall(html))


def _filled(html: str, slots: tuple[str, ...]) -> str:
    def slot(token: re.Match[str]) -> str:
        number = int(token[1] or token[2])
        return slots[number] if number < len(slots) else token[0]

    return SLOT.sub(slot, html) if slots else html


def _headed(html: str, title: str) -> str:
    """Sees to a main heading that can be linked to: the skip link and the focus go there."""
    heading = HEADING.search(html)
    if heading is None:
        return f'<h1 id="{TITLE_ID}">{escape(title)}</h1>\n{html}'
    if ANCHOR.search(heading[0]):
        return html
    return f'{html[: heading.start()]}<h1 id="{TITLE_ID}"{heading[1]}>{html[heading.end() :]}'


def _drawn(html: str) -> str:
    """References in drawings by `xlink:href`: Material's navigation stumbles over their `href`, and stops."""
    return DRAWN.sub(r"<\1\2 xlink:href=", html)


def _aligned(cell: re.Match[str]) -> str:
    tag, before, side, after = cell.groups()
    attributes = before + after
    if not CLASS.search(attributes):
        return f'<{tag}{attributes} class="kt-{side}">'
    classed = CLASS.sub(lambda found: f'class="{found[1]} kt-{side}"', attributes)
    return f"<{tag}{classed}>"


def _named(box: re.Match[str], words: Phrases) -> str:
    """A box without a title of its own got its type's English name from Markdown."""
    opening, tag, title, end = box.groups()
    kind = title.lower()
    if kind not in re.findall(r"[\w-]+", opening):
        return box[0]
    if title in UNTITLED and end == "p":
        return opening
    key = f"theme.box-{kind}"
    return f"{opening}<{tag}>{escape(words[key])}</{end}>" if key in catalogue() else box[0]
