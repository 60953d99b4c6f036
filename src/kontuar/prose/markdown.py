"""Markdown as its reader sees it: everything that is not text blanked, so that every offset stays true."""

import re

from kontuar.core.links import CODE
from kontuar.course.fences import fences

INK = re.compile(r"[^\n]")
COMMENT = re.compile(r"<!--.*?-->", re.S)
VERBATIM = re.compile(r"<(code|kbd|pre|samp|script|style|svg|template|textarea)\b.*?</\1\s*>", re.S | re.I)
TAG = re.compile(r"<[a-z/!][^<>]*>", re.I)
LINK = re.compile(
    r"!?\[(?P<kept>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"""(?:\((?:<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)|\[[^\[\]]*\])"""
)
NOTE = re.compile(r"\[\^[^\[\]]+\]:?|^[ \t]*\*\[[^\[\]]+\]:|^[ \t]*\[[^\[\]^][^\[\]]*\]:[ \t]+\S+.*$", re.M)
ADDRESS = re.compile(r"\b(?:https?://|mailto:|www\.)[^\s<>]*[^\s<>.,;:!?)”’\"']", re.I)
ATTRIBUTES = re.compile(r"\{:?[ \t]*(?:[#.][\w-]|[\w-]+=)[^{}\n]*\}")
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.I)
ESCAPE = re.compile(r"\\(?P<kept>[^\w\s|])")
EMPHASIS = re.compile(r"^(?P<kept>[ \t]*\*[ \t])|\*\*+|~~|(?<!\w)[*_]+(?=\S)|(?<=\S)[*_]+(?!\w)", re.M)
QUOTATION = re.compile(r"^(?:[ \t]*>)+", re.M)
# The order matters: what stands in code is nothing else, and a picture may stand inside a link.
HIDDEN = (VERBATIM, TAG, LINK, LINK, NOTE, ADDRESS, ATTRIBUTES, ENTITY, ESCAPE, EMPHASIS, QUOTATION)


def without_code(text: str) -> str:
    """Markdown with its fences, code and comments blanked; tags and pictures stay."""
    lines = text.split("\n")
    for fence in fences(text):
        last = fence.last if fence.last > 0 else len(lines) - 1
        for number in range(fence.first, last + 1):
            lines[number] = " " * len(lines[number])
    return COMMENT.sub(_blank, CODE.sub(_blank, "\n".join(lines)))


def text_only(markdown: str) -> str:
    """What is left for the eye of Markdown without code: no tags, marks or addresses."""
    for pattern in HIDDEN:
        markdown = pattern.sub(_blank, markdown)
    return markdown


def _blank(match: re.Match[str]) -> str:
    """The match in blanks, but for its group `kept`."""
    start, stop = match.span("kept") if "kept" in match.re.groupindex else (-1, -1)
    if start < 0:
        return INK.sub(" ", match[0])
    before, after = match.string[match.start() : start], match.string[stop : match.end()]
    return INK.sub(" ", before) + match["kept"] + INK.sub(" ", after)
