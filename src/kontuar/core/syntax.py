"""Why YAML stopped reading, in a trainer's words and at the place where the mistake was made.

Each rule looks for one mistake; the first that finds it speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from yaml import YAMLError

from kontuar.core.events import Scalar
from kontuar.core.problems import Problem
from kontuar.core.source import REPEATS, Source
from kontuar.core.stop import Stop

FIELD = re.compile(r"[ ]*(?:- +)*[A-Za-z][\w.-]*:(?: |\t|\Z)")

_MARKER = re.compile(r"^(?:<{7}|>{7}|={7})(?=[ \n]|\Z)", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *(\t[ \t]*)", re.MULTILINE)
_BULLET = re.compile(r" *([*•–—+]) +\S")
_GLUED_DASH = re.compile(r" *(-)(?=[A-Za-z][\w-]*:)")
_GLUED = re.compile(r"[ ]*(?:- +)*([A-Za-z][\w-]*):(?!//)(?=[^\s:])")
_NAME_ONLY = re.compile(r"[ ]*(?:- +)*[^\s:#]+\Z")
_SHUT_QUOTE = re.compile(r"""[ ]*(?:- +)*(?:[^\s:#"']+: +)?(?:"(?:[^"\\]|\\.)*"|'[^']*') *(?=[^\s:#,}\]])""")
_BLANKS = re.compile(r" *(?=-)")
_DASHES = re.compile(r" *(?:- +)*(?=[^ -])")
_FIELD_BELOW = re.compile(r"\n *(?:- +)*[\w-]+:")
_COMMENT = re.compile(r"\S[ \t]+(#)")
_BRACKETS = "[{"
_SPECIAL = "*&@%`!|>[]{},?"
_VALUE_START = re.compile(rf"""[ ]*(?:- +)*(?:[^\s:#"'{re.escape(_SPECIAL)}]+: +)?(\S)""")


def explain(source: Source, error: YAMLError, quoted: Scalar | None) -> list[Problem]:
    """What is wrong where the YAML parser stopped; at least one finding."""
    stop = Stop(source, error, quoted)
    return next(findings for findings in (rule(stop) for rule in RULES) if findings)


def _leftover_marker(stop: Stop) -> list[Problem]:
    marker = _MARKER.search(stop.source.text)
    return [stop.find("file.merge-conflict", *marker.span())] if marker else []


def _tab(stop: Stop) -> list[Problem]:
    """When one tab in the indent stops the reader, the others would stop it next."""
    if stop.char != "\t" and not _TAB_INDENT.match(stop.line):
        return []
    spans = [match.span(1) for match in islice(_TAB_INDENT.finditer(stop.source.text), REPEATS)]
    if stop.char == "\t" and not any(start <= stop.index < end for start, end in spans):
        spans.append((stop.index, stop.index + 1))
    return [stop.find("yaml.tab", *span) for span in spans]


def _backslash(stop: Stop) -> list[Problem]:
    if "scalar" not in stop.why or ("escape" not in stop.why and "hexdec" not in stop.why):
        return []
    at = stop.source.text.rfind("\\", stop.opened, stop.index + 1)
    return [stop.find("yaml.backslash", at, at + 2, written=stop.source.text[at : at + 2])] if at >= 0 else []


def _unclosed_quote(stop: Stop) -> list[Problem]:
    if "while scanning a quoted scalar" in stop.why and stop.opened is not None:
        return [stop.find("yaml.unclosed-quote", stop.opened, quote=stop.source.text[stop.opened])]
    if stop.quoted is None:
        return []
    start, end = stop.quoted.start_mark.index, stop.quoted.end_mark.index
    raw, between = stop.source.text[start:end], stop.source.text[end : max(end, stop.index)]
    if _FIELD_BELOW.search(raw) and not between.strip(" ,"):
        return [stop.find("yaml.unclosed-quote", start, quote=raw[0])]
    return []


def _after_quote(stop: Stop) -> list[Problem]:
    quoted = stop.quoted
    if quoted and quoted.end_mark.index <= stop.index:
        between = stop.source.text[quoted.end_mark.index : stop.index]
        if stop.char == "," and stop.line.endswith(",") and not between:
            return [stop.find("yaml.stray", stop.index, char=",")]
        if not between.strip(" ") and stop.char not in ("", "\n", ":", "]", "}"):
            return [stop.find("yaml.after-quote", stop.index)]
    shut = _SHUT_QUOTE.match(stop.line)
    return [stop.find("yaml.after-quote", stop.line_start + shut.end())] if shut else []


def _dash(stop: Stop) -> list[Problem]:
    if "sequence entries are not allowed" not in stop.why:
        return []
    return [stop.find("yaml.dash", stop.index)]


def _bullet(stop: Stop) -> list[Problem]:
    """A list drawn as in Markdown or in a word processor."""
    bullet = _BULLET.match(stop.line)
    return [stop.find("yaml.bullet", stop.line_start + bullet.start(1), char=bullet[1])] if bullet else []


def _dash_without_space(stop: Stop) -> list[Problem]:
    for start in (stop.line_start, stop.line_before):
        glued = _GLUED_DASH.match(stop.line_at(start)) if start >= 0 else None
        if glued:
            return [stop.find("yaml.dash-space", start + glued.start(1))]
    return []


def _comment(stop: Stop) -> list[Problem]:
    """A comment ends a text that runs over several lines; the next line then hangs in the air."""
    if stop.line_before < 0 or FIELD.match(stop.line) or stop.line.lstrip().startswith("- "):
        return []
    cut = _COMMENT.search(stop.source.text, stop.line_before, stop.line_start)
    return [stop.find("yaml.comment-splits", cut.start(1), stop.line_start)] if cut else []


def _colon_without_space(stop: Stop) -> list[Problem]:
    starts = [stop.line_start, stop.line_before]
    if stop.opened is not None:
        starts.insert(0, stop.source.text.rfind("\n", 0, stop.opened) + 1)
    for start in starts:
        glued = _GLUED.match(stop.line_at(start)) if start >= 0 else None
        if glued:
            return [stop.find("yaml.colon-space", start + glued.end() - 1, key=glued[1])]
    return []


def _colon(stop: Stop) -> list[Problem]:
    if stop.char != ":" or not ("mapping values" in stop.why or "flow" in stop.why):
        return []
    before = stop.source.text[stop.line_start : stop.index]
    if _NAME_ONLY.match(before) and "flow" in stop.why:
        return []  # a bracket was left open above
    if _NAME_ONLY.match(before) and _lacks_colon(stop):
        return [stop.find("yaml.no-colon", stop.line_before + _indent_of(stop.above), stop.line_start)]
    if _NAME_ONLY.match(before) and stop.line_before >= 0:
        start = stop.line_start + len(before) - len(before.lstrip(" "))
        above = stop.source.at(stop.line_before).line
        return [stop.find("yaml.too-far-right", start, stop.index, above=above)]
    return [stop.find("yaml.colon-in-text", stop.index)]


def _bracket(stop: Stop) -> list[Problem]:
    if "flow" not in stop.why or stop.opened is None:
        return []
    bracket = stop.source.text[stop.opened : stop.opened + 1]
    at_its_end = stop.char in ("", "\n", "]", "}", ":") or stop.line_start > stop.opened
    if bracket in ("[", "{") and at_its_end:
        closing = "]" if bracket == "[" else "}"
        return [stop.find("yaml.unclosed-bracket", stop.opened, bracket=bracket, closing=closing)]
    return [stop.find("yaml.in-brackets", stop.index)]


def _lacks_colon(stop: Stop) -> bool:
    """Whether the line above was to be a field: it begins an item or stands first, and has no colon."""
    if stop.line_before < 0 or FIELD.match(stop.above):
        return False
    higher = stop.source.text[: stop.line_before].rstrip()
    return not higher or higher.endswith(":") or stop.above.lstrip().startswith("- ")


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _special_start(stop: Stop) -> list[Problem]:
    start = _VALUE_START.match(stop.line)
    for at in (stop.opened, stop.index, stop.line_start + start.start(1) if start else None):
        char = stop.source.text[at : at + 1] if at is not None else ""
        complete = char in _BRACKETS and at is not None and stop.index <= at  # nothing wrong with it
        if at is not None and char and char in _SPECIAL and not complete:
            code = "yaml.stray" if char in "]}," else "yaml.special-start"
            return [stop.find(code, at, char=char)]
    return []


def _not_a_field(stop: Stop) -> list[Problem]:
    if "simple key" not in stop.why or stop.opened is None or (stop.opened >= stop.line_start and stop.char.strip()):
        return []
    return [stop.find("yaml.not-a-field", stop.opened, stop.source.line_end(stop.opened))]


def _indent(stop: Stop) -> list[Problem]:
    if "block" not in stop.why and "document start" not in stop.why:
        return []
    start = stop.line_start + _indent_of(stop.line)
    sibling = stop.source.at(_sibling(stop, start))
    end = start + len(stop.source.text[start:].split(None, 1)[0]) if stop.line.strip() else start + 1
    return [stop.find("yaml.indent", start, end, line=sibling.line, col=sibling.col)]


def _sibling(stop: Stop, start: int) -> int:
    """The nearest line above of the same kind, item or field, that begins in another column."""
    lead = _BLANKS if stop.source.text.startswith("-", start) else _DASHES
    end = stop.line_start
    while end > 0:
        begin = stop.source.text.rfind("\n", 0, end - 1) + 1
        found = lead.match(stop.source.text, begin, end - 1)
        if found and found.end() - begin != start - stop.line_start:
            return found.end()
        end = begin
    return stop.opened or 0


def _anything_else(stop: Stop) -> list[Problem]:
    return [stop.find("yaml.syntax", stop.index)]


RULES: tuple[Callable[[Stop], list[Problem]], ...] = (
    _leftover_marker,
    _tab,
    _backslash,
    _unclosed_quote,
    _after_quote,
    _dash,
    _dash_without_space,
    _bullet,
    _comment,
    _colon_without_space,
    _colon,
    _bracket,
    _not_a_field,
    _special_start,
    _indent,
    _anything_else,
)
