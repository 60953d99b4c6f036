"""Polish typography: no line ends with a one-letter word, and no heading's address loses its “ł”."""

import re

from markdown.extensions.toc import slugify

TAG = r"""</?[A-Za-z][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|<!--.*?-->"""
VERBATIM = r"<(code|kbd|pre|samp|script|style|svg|textarea)\b.*?</\1\s*>"
LONE = r"""(?<![^\s>(\[„“«"'–—\u00a0])([AIOUWZaiouwz])[ \t]*[ \n][ \t]*(?=\S)"""
PIECE = re.compile(f"{VERBATIM}|{TAG}|{LONE}", re.S)


def glue(html: str) -> str:
    """HTML whose one-letter Polish words hold on to the next word by a no-break space; code is left alone."""
    return PIECE.sub(_glued, html)


def _glued(piece: re.Match[str]) -> str:
    return f"{piece[2]}\u00a0" if piece[2] else piece[0]


def slug(text: str, separator: str) -> str:
    """The id of a heading; the usual rule, which knows all Polish letters but one."""
    return slugify(text.replace("ł", "l").replace("Ł", "L"), separator)
