"""The YAML parser's events made into a tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from kontuar.core.events import Event, Nameless, Opening, Scalar
from kontuar.core.nodes import Map, Seq, Text, Tree
from kontuar.core.slips import Slips
from kontuar.core.source import Source

MAX_DEPTH = 20
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Open:
    """A map or list that is still being read; `key` is the name that waits for its value."""

    node: Map | Seq
    flow: bool
    key: Scalar | None = None
    cut: bool = False  # a comma has cut the newest text


class Reader:
    """Builds the tree from the parser's events, on a stack of its own: no depth of nesting can exhaust it."""

    def __init__(self, source: Source) -> None:
        self.root: Tree | None = None
        self.broken = False
        self.quoted: Scalar | None = None
        self._source = source
        self.slips = Slips(source)
        self._stack: list[_Open] = []
        self._documents = 0
        self._takes: dict[type[Any], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._map,
            yaml.SequenceStartEvent: self._seq,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def read(self) -> None:
        for event in yaml.parse(self._source.text, LOADER):
            take = self._takes.get(type(event))
            if take:
                take(event)
            if self._documents > 1 or len(self._stack) > MAX_DEPTH:
                return

    def _scalar(self, event: Scalar) -> None:
        if event.anchor or event.tag:
            self.slips.reserved(event)
        if event.style in ("'", '"'):
            self.quoted = event
        top = self._stack[-1] if self._stack else None
        if top and top.key is None and type(top.node) is Map:
            top.key = event
            return
        if top and top.flow and top.key and self._comma_cuts(top, top.key, event):
            top.key = None
            return
        self.slips.look(event)
        self._put(self._text(event))

    def _comma_cuts(self, top: _Open, key: Scalar, event: Scalar) -> bool:
        """Whether a name inside {…} is only the end of the text before it, or holds its own text."""
        if not (isinstance(top.node, Map) and self.slips.is_cut(key, event)):
            return False
        before = next(reversed(top.node.values()), None)
        if self.slips.glued(key):
            self.broken = True
        elif isinstance(before, Text) and before:
            if not top.cut:
                self.slips.comma(key)
            top.cut = self.broken = True
        else:
            return False
        return True

    def _text(self, event: Scalar) -> Text:
        start, end = event.start_mark, event.end_mark
        text = Text(event.value)
        text.line, text.col = start.line + self._source.first_line, start.column + 1
        if end.line == start.line:
            text.end = max(end.column, start.column + 1) + 1
        else:
            text.end = text.col + self._source.line_end(start.index) - start.index
        return text

    def _map(self, event: Opening) -> None:
        self._open(event, Map(event.start_mark.line + self._source.first_line, event.start_mark.column + 1))

    def _seq(self, event: Opening) -> None:
        self._open(event, Seq(event.start_mark.line + self._source.first_line, event.start_mark.column + 1))

    def _open(self, event: Opening, node: Map | Seq) -> None:
        if event.anchor or event.tag:
            self.slips.reserved(event)
        if self._stack and self._waits_for_key(self._stack[-1]):
            self._odd_key(event)
        else:
            self._put(node)
        self._stack.append(_Open(node, bool(event.flow_style)))
        if len(self._stack) > MAX_DEPTH:
            self._break("yaml.too-deep", event, limit=MAX_DEPTH)

    def _close(self, _: object) -> None:
        self._stack.pop()

    def _alias(self, event: Event) -> None:
        self.slips.alias(event)
        self.broken = True
        if self._stack and self._waits_for_key(self._stack[-1]):
            self._stack[-1].key = Nameless()
        else:
            self._put(self._text(Nameless()))

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._break("yaml.several-documents", event)

    def _odd_key(self, event: Opening) -> None:
        start = event.start_mark.index
        if start and self._source.text.startswith("{{", start - 1):
            self.slips.note("yaml.special-start", start - 1, start + 1, char="{{")
        else:
            self.slips.note("yaml.odd-key", start)
        self.broken = True
        self._stack[-1].key = Nameless()

    def _break(self, code: str, event: Event, **args: int) -> None:
        start = event.start_mark.index
        self.slips.note(code, start, max(event.end_mark.index, start + 1), **args)
        self.broken = True

    @staticmethod
    def _waits_for_key(top: _Open) -> bool:
        return top.key is None and isinstance(top.node, Map)

    def _put(self, node: Tree) -> None:
        """Hang a node where it belongs: at the root, in the open list, or under the name that waits."""
        if not self._stack:
            self.root = node if self.root is None else self.root
            return
        top = self._stack[-1]
        if isinstance(top.node, Seq):
            top.node.append(node)
            return
        assert top.key
        self._name(top.node, top.key, node)
        top.key, top.cut = None, False

    def _name(self, fields: Map, key: Scalar, node: Tree) -> None:
        name, start = key.value, key.start_mark
        if name in fields:
            first = fields.keys_at[name][0]
            self.slips.note("yaml.duplicate-key", start.index, key.end_mark.index, key=name, first=first)
            return
        if name == "<<" and not key.style:
            self._break("yaml.merge-key", key)
        end = key.end_mark.column if key.end_mark.line == start.line else start.column + 1
        fields[name] = node
        fields.keys_at[name] = (start.line + self._source.first_line, start.column + 1, end + 1)
