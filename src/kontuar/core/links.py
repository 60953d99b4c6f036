"""Links in Markdown to other files of the project: where they stand, whether their targets are there, how they change.

A link names the real file (`../../docs/job-aids/card.pl.md`), so that it works on github.com as well; the site
turns it into the page's address.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kontuar.core.problems import Place, Problems

CODE = re.compile(r"(`+)(?:(?!\1).)+\1")
INLINE = r"!?(?<!\\)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+[\"'][^)]*[\"'])?\s*\)"
LINK = re.compile(rf"{INLINE}|^\[[^\]]+\]:\s*(\S+)")
FOREIGN = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|/)", re.I)


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
        for match in LINK.finditer(without_code(line)):
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


def without_code(line: str) -> str:
    return CODE.sub(lambda code: " " * len(code.group()), line)


def missing(found: list[Link], root: Path, path: str, first_line: int, problems: Problems) -> None:
    """Reports links to files that are not there."""
    for link in found:
        if not (root / link.target).is_file():
            at = Place(path, first_line + link.line, link.start + 1, link.end + 1)
            problems.add("link.missing", at, target=link.target.as_posix())


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
