"""Slips that YAML accepts without a word, losing or changing the author's text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kontuar.core.characters import is_suspect
from kontuar.core.events import Event, Node, Scalar
from kontuar.core.problems import Problem, Problems
from kontuar.core.source import REPEATS, Source

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_RUN = re.compile(f"[{_ODD}]+")
_LEAD = re.compile(rf"^[ {_ODD}]*(?:-[ {_ODD}]+)*(?:[a-z][\w.-]*:(?=[ {_ODD}\n]|\Z)[ {_ODD}]*)?", re.MULTILINE)
_CUT = re.compile(r"([ \t]+)#(.?)")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SPOILING = frozenset("0abtvferNLP\t")
_GLUED = re.compile(r"([A-Za-z][\w-]*):(?!//)")
_SIGN = re.compile(r"\S{1,40}")
_DRIVE = re.compile(r"\b[A-Za-z]:\Z")


def even_indents(source: Source, problems: Problems) -> Source:
    """The same text with plain spaces where the lines' structure was drawn with other spaces.

    They are looked for in indents, after the dash of an item and after the colon of a field; anywhere else a
    non-breaking space is good typography.
    """
    if _ODD_RUN.search(source.text) is None:
        return source
    leads = [lead for lead in _LEAD.finditer(source.text) if _is_drawn_with_odd_spaces(lead.group())]
    for lead in leads[:REPEATS]:
        run = _ODD_RUN.search(source.text, lead.start())
        assert run
        problems.add("yaml.odd-space", source.at(run.start(), run.end()))
    chars = list(source.text)
    for lead in leads:
        chars[lead.start() : lead.end()] = _ODD_RUN.sub(lambda run: " " * len(run.group()), lead.group())
    return replace(source, text="".join(chars))


def _is_drawn_with_odd_spaces(lead: str) -> bool:
    return _ODD_RUN.search(lead) is not None and ("-" in lead or ":" in lead)


class Slips:
    """Looks at events while a tree is read, and notes what the author cannot have meant."""

    def __init__(self, source: Source) -> None:
        self.noted: list[Problem] = []
        self._source = source
        self._counts: Counter[str] = Counter()
        self._with_comment = " #" in source.text or "\t#" in source.text
        self._with_backslash = "\\" in source.text

    def note(self, code: str, start: int, stop: int | None = None, **args: str | int) -> None:
        """Keep a problem between two characters, unless there are plenty of its kind already."""
        self._counts[code] += 1
        if self._counts[code] <= REPEATS:
            self.noted.append(Problem(self._source.at(start, stop), code, args))

    def look(self, event: Scalar) -> None:
        """Check a value."""
        if event.style == '"' and self._with_backslash:
            self._backslashes(event)
        elif not event.style and self._with_comment:
            self._comment(event)

    def reserved(self, event: Node) -> None:
        """Note a name for reuse (&name) or a tag (!name): trainers have no need of them."""
        self._sign("yaml.anchor" if event.anchor else "yaml.tag", event)

    def alias(self, event: Event) -> None:
        """Note a reference to a name (*name)."""
        self._sign("yaml.alias", event)

    def _sign(self, code: str, event: Event) -> None:
        start = event.start_mark.index
        written = _SIGN.match(self._source.text, start)
        sign = written.group() if written else ""
        self.note(code, start, start + len(sign), sign=sign)

    def is_cut(self, key: Scalar, value: Scalar) -> bool:
        """Whether a name inside {…} has neither a colon nor a value: a comma cut it off from the text before."""
        between = self._source.text[key.end_mark.index : value.start_mark.index]
        return not value.value and not value.style and ":" not in between

    def glued(self, key: Scalar) -> bool:
        """Report a name inside {…} whose colon lacks the space behind it, which makes it swallow its text."""
        glued = _GLUED.match(key.value)
        if glued and not key.style:
            at = key.start_mark.index + glued.end() - 1
            self.note("yaml.colon-space", at, key=glued[1])
        return glued is not None and not key.style

    def comma(self, key: Scalar) -> None:
        """Report the comma in front of a name that was cut off."""
        at = self._source.text.rfind(",", 0, key.start_mark.index)
        self.note("yaml.flow-comma", at, at + 1, rest=key.value)

    def _comment(self, event: Scalar) -> None:
        """A single space before `#`, and a text of several words or a `#` glued to what follows: text is lost.

        Two spaces or more mark a comment that was meant; so does `word # comment`.
        """
        end = event.end_mark.index
        cut = _CUT.match(self._source.text, end)
        if cut is None or len(cut[1]) > 1:
            return
        if cut[2].strip() or " " in event.value:
            hash_at = cut.end(1)
            end = self._source.line_end(hash_at)
            self.note("yaml.comment-cut", hash_at, end, lost=self._source.text[hash_at:end])

    def _backslashes(self, event: Scalar) -> None:
        start = event.start_mark.index
        raw = self._source.text[start : event.end_mark.index]
        for escape in _spoiling(raw):
            self.note("yaml.backslash", start + escape.start(), start + escape.end(), written=escape.group())


def _spoiling(raw: str) -> Iterator[re.Match[str]]:
    for escape in _ESCAPE.finditer(raw):
        number = escape[1] or escape[2] or escape[3]
        path = escape[4] == "n" and _DRIVE.search(raw[max(0, escape.start() - 3) : escape.start()])
        if escape[4] in _SPOILING or path or (number and is_suspect(int(number, 16))):
            yield escape
