"""Links and raw HTML in Markdown pages: terms that must exist, and markup that a lesson should not hold."""

import re
from collections.abc import Collection
from difflib import get_close_matches

from kontuar.core.links import Link, without_code
from kontuar.core.problems import Place, Problems
from kontuar.course.glossary import GLOSSARY

RISKS = {
    "html.script": re.compile(r"<script\b", re.I),
    "html.handler": re.compile(r"""<[a-z][^>]*?\s(on[a-z]+)\s*=|\{:?[^}]*?\b(on[a-z]+)\s*=""", re.I),
    "html.javascript": re.compile(r"(?:\]\(|=\s*[\"']?)\s*(javascript:)", re.I),
}


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
        text = without_code(line)
        for code, pattern in RISKS.items():
            for match in pattern.finditer(text):
                start, end = next(
                    (match.span(n) for n in range(1, pattern.groups + 1) if match.group(n)), match.span()
                )
                found = text[start:end]
                problems.add(code, Place(path, first_line + number, start + 1, end + 1), found=found)
