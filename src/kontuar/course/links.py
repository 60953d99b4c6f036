"""Links and raw HTML in Markdown pages: targets that must exist, and markup that a lesson should not hold.

A link names the real file (`../../docs/job-aids/card.pl.md`), so that it works on github.com as well; the site
turns it into the page's address.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from kontuar.core.problems import Place, Problems
from kontuar.course.glossary import GLOSSARY

CODE = re.compile(r"(`+)(?:(?!\1).)+\1")
INLINE = r"!?(?<!\\)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+[\"'][^)]*[\"'])?\s*\)"
LINK = re.compile(rf"{INLINE}|^\[[^\]]+\]:\s*(\S+)")
FOREIGN = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|/)", re.I)
RISKS = {
    "html.script": re.compile(r"<script\b", re.I),
    "html.handler": re.compile(r"""<[a-z][^>]*?\s(on[a-z]+)\s*=|\{:?[^}]*?\b(on[a-z]+)\s*=""", re.I),
    "html.javascript": re.compile(r"(?:\]\(|=\s*[\"']?)\s*(javascript:)", re.I),
}


@dataclass(frozen=True)
class Link:
    """A link to another file of the project; start and end are columns of its target, counted from 0."""

    line: int
    start: int
    end: int
    target: Path
    fragment: str


def links(lines: list[str], folder: Path) -> Iterator[Link]:
    """Links to files in the lines of a body; line is counted from 0."""
    for number, line in enumerate(lines):
        for match in LINK.finditer(_without_code(line)):
            group = 1 if match.group(1) else 2
            address = match.group(group)
            if not FOREIGN.match(address):
                name, _, fragment = address.partition("#")
                yield Link(number, *match.span(group), _resolve(folder, unquote(name)), fragment)


def _resolve(folder: Path, name: str) -> Path:
    parts: list[str] = []
    for part in (folder / name).parts:
        if part == ".." and parts:
            parts.pop()
        elif part not in ("..", "."):
            parts.append(part)
    return Path(*parts)


def _without_code(line: str) -> str:
    return CODE.sub(lambda code: " " * len(code.group()), line)


def missing(found: list[Link], root: Path, path: str, first_line: int, problems: Problems) -> None:
    """Reports links to files that are not there."""
    for link in found:
        if not (root / link.target).is_file():
            at = Place(path, first_line + link.line, link.start + 1, link.end + 1)
            problems.add("link.missing", at, target=link.target.as_posix())


def unknown_terms(found: list[Link], terms: Collection[str], path: str, first_line: int, problems: Problems) -> None:
    """Reports links to terms that the glossary does not have."""
    for link in found:
        if link.target == GLOSSARY and link.fragment and link.fragment not in terms:
            at = Place(path, first_line + link.line, link.start + 1, link.end + 1)
            near = get_close_matches(link.fragment, list(terms), 1)
            problems.add("link.unknown-term", at, id=link.fragment, near=near[0] if near else next(iter(terms), ""))


def risks(lines: list[str], path: str, first_line: int, problems: Problems) -> None:
    """Reports scripts and event handlers: the site's policy would block them silently."""
    for number, line in enumerate(lines):
        text = _without_code(line)
        for code, pattern in RISKS.items():
            for match in pattern.finditer(text):
                start, end = next(
                    (match.span(n) for n in range(1, pattern.groups + 1) if match.group(n)), match.span()
                )
                found = text[start:end]
                problems.add(code, Place(path, first_line + number, start + 1, end + 1), found=found)


def rewritten(body: str, found: list[Link], address: Callable[[Path], str | None]) -> str:
    """The body with each link's target replaced by what `address` gives for the file."""
    lines = body.split("\n")
    for link in sorted(found, key=lambda link: (link.line, -link.start)):
        target = address(link.target)
        if target is not None:
            line = lines[link.line]
            fragment = f"#{link.fragment}" if link.fragment else ""
            lines[link.line] = line[: link.start] + target + fragment + line[link.end :]
    return "\n".join(lines)
