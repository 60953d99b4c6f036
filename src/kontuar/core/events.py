"""The YAML parser's events, as far as they are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Mark(Protocol):
    """A place in the text; all three count characters from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Event(Protocol):
    """Anything that is somewhere."""

    @property
    def start_mark(self) -> Mark: ...
    @property
    def end_mark(self) -> Mark: ...


class Node(Event, Protocol):
    """A text, or the beginning of a map or list: what can have a name for reuse or a tag."""

    @property
    def anchor(self) -> str | None: ...
    @property
    def tag(self) -> str | None: ...


class Scalar(Node, Protocol):
    """A text; `style` is its quotation mark, | or >, or nothing."""

    @property
    def value(self) -> str: ...
    @property
    def style(self) -> str | None: ...


class Opening(Node, Protocol):
    """The beginning of a map or list; `flow_style` tells of brackets."""

    @property
    def flow_style(self) -> bool | None: ...


@dataclass(frozen=True)
class Start:
    """The very beginning of a text."""

    index: int = 0
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Nameless:
    """Stands in for the name of a field that cannot be read."""

    value: str = ""
    style: str | None = None
    anchor: str | None = None
    tag: str | None = None
    start_mark: Mark = Start()
    end_mark: Mark = Start()
