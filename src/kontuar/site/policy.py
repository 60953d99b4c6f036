"""The content security policy of the finished site, written into every page of every language.

With instant navigation the first page's policy stays in force: each page allows the scripts of all. Only the theme's
inline scripts are allowed; one in the content of a page is none of ours, however it came there.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S | re.I)
TYPE = re.compile(r"""(?:^|\s)type\s*=\s*["']?([^"'\s>]*)""", re.I)
EXECUTABLE = {"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"}
CONTENT = '<article class="md-content__inner'
CHARSET = re.compile(r"<meta charset=[^>]*>", re.I)
SIGNS = (re.compile(r"on(?<=\son)[a-z]+\s*="), re.compile(r"style\s*="), re.compile("javascript:"))
"""Looked for one by one: each begins with letters, which is ten times as fast as one pattern for all."""
BLOCKED = re.compile(
    r"""<[a-z](?:[^>"']|"[^"]*"|'[^']*')*?\s(style|on[a-z]+)\s*=|<[a-z][^>]*\s(?:href|src)\s*=\s*["']?\s*(javascript):""",
    re.I,
)


@dataclass(frozen=True, order=True)
class Breach:
    """Something in a page that the policy makes the browser ignore."""

    page: str
    what: str


def enforce(site_dir: Path) -> list[Breach]:
    """Writes the policy into all pages, right after the charset; returns what it will block in them."""
    pages = sorted(site_dir.rglob("*.html"))
    hashes = sorted({found for page in pages for found in hashes_of(_read(page))})
    meta = f'<meta http-equiv="content-security-policy" content="{directives(hashes)}">'
    return [breach for page in pages for breach in _enforced(page, page.relative_to(site_dir).as_posix(), meta)]


def _enforced(page: Path, name: str, meta: str) -> Iterator[Breach]:
    html = _read(page)
    charset = CHARSET.search(html)
    if charset is None:
        yield Breach(name, "charset")
        return
    page.write_bytes((html[: charset.end()] + meta + html[charset.end() :]).encode())
    yield from (Breach(name, what) for what in sorted(set(blocked(html))))


def _read(page: Path) -> str:
    return page.read_bytes().decode("utf-8")


def directives(hashes: Iterable[str]) -> str:
    """The policy that allows these inline scripts, and for the rest only the site's own files."""
    scripts = " ".join(["'self'", *(f"'sha256-{found}'" for found in hashes)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data: blob:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'; object-src 'none'"
    )


def hashes_of(html: str) -> set[str]:
    """The SHA-256 of each inline script that a browser would run, outside the content of the page."""
    frame, _ = _parted(html)
    return {b64encode(sha256(text.encode()).digest()).decode() for text in _scripts(frame)}


def _parted(html: str) -> tuple[str, str]:
    """The frame that the theme puts around a page, and the content; the whole is frame where there is no content."""
    before, _, rest = html.partition(CONTENT)
    content, _, after = rest.rpartition("</article>")
    return before + after, content


def _scripts(html: str) -> Iterator[str]:
    for attributes, text in SCRIPT.findall(html):
        if " src" not in attributes and _type(attributes) in EXECUTABLE:
            yield text


def _type(attributes: str) -> str:
    found = TYPE.search(attributes)
    return found[1].lower() if found else ""


def blocked(html: str) -> Iterator[str]:
    """What the policy switches off: `style`, `onclick` and the like, `javascript:`, scripts in the content."""
    yield from ("script" for _ in _scripts(_parted(html)[1]))
    lowered = html.lower()
    if any(sign.search(lowered) for sign in SIGNS):  # most pages need no closer look
        for attribute, scheme in BLOCKED.findall(SCRIPT.sub("", html)):
            yield (attribute or scheme).lower()
