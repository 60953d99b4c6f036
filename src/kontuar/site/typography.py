"""Typography: Polish lines never end with a one-letter word, English quotes are curled, “ł” stays in addresses."""

import re

from markdown.extensions.toc import slugify

TAG = r"""</?[A-Za-z][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|<!--.*?-->"""
VERBATIM = r"<(code|kbd|pre|samp|script|style|svg|template|textarea)\b.*?</\1\s*>"
INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|u)\b", re.I)
OPENS = " \t\n\u00a0([{/–—“‘"
LONE = r"""(?<![^\s>(\[„“«"'–—\u00a0])([AIOUWZaiouwz])[ \t]*[ \n][ \t]*(?=\S)"""
PIECE = re.compile(f"{VERBATIM}|{TAG}|{LONE}", re.S)
QUOTED = re.compile(rf"""{VERBATIM}|{TAG}|(["'])|[^<"']+|<""", re.S)


def typeset(html: str, language: str) -> str:
    """HTML as its language sets it; code, data and attributes are left alone."""
    if language == "pl":
        return glue(html)
    return curl(html) if language == "en" else html


def glue(html: str) -> str:
    """HTML whose one-letter Polish words hold on to the next word by a no-break space; code is left alone."""
    return PIECE.sub(_glued, html)


def _glued(piece: re.Match[str]) -> str:
    return f"{piece[2]}\u00a0" if piece[2] else piece[0]


def curl(html: str) -> str:
    """HTML whose straight quotes open after a space or a bracket, and close elsewhere."""
    before = " "
    pieces = []
    for piece in QUOTED.finditer(html):
        text = piece[0]
        if piece[2]:
            text = {'"': "“”", "'": "‘’"}[text][before not in OPENS]
        elif text.startswith("<") and len(text) > 1:
            before = before if INLINE.match(text) else " "
            pieces.append(text)
            continue
        before = text[-1]
        pieces.append(text)
    return "".join(pieces)


def slug(text: str, separator: str) -> str:
    """The id of a heading; the usual rule, which knows all Polish letters but one."""
    return slugify(text.replace("ł", "l").replace("Ł", "L"), separator)
