"""The point at which the YAML parser gave up, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yaml import YAMLError

from kontuar.core.events import Scalar
from kontuar.core.problems import Problem
from kontuar.core.source import Source


@dataclass(frozen=True)
class Stop:
    """Where the reader stopped; `quoted` is the last quoted text before."""

    source: Source
    error: YAMLError
    quoted: Scalar | None

    @cached_property
    def index(self) -> int:
        mark = getattr(self.error, "problem_mark", None)
        index = mark.index if mark else getattr(self.error, "position", 0)
        return min(index, len(self.source.text.rstrip()))

    @cached_property
    def opened(self) -> int | None:
        """Where the piece began in which the reader stopped."""
        mark = getattr(self.error, "context_mark", None)
        return min(mark.index, len(self.source.text.rstrip())) if mark else None

    @cached_property
    def why(self) -> str:
        return f"{getattr(self.error, 'context', '')} / {getattr(self.error, 'problem', '')}"

    @cached_property
    def line(self) -> str:
        return self.line_at(self.index)

    @property
    def line_start(self) -> int:
        return self.source.text.rfind("\n", 0, self.index) + 1

    @property
    def char(self) -> str:
        return self.source.text[self.index : self.index + 1]

    @cached_property
    def line_before(self) -> int:
        """Where the nearest line with content above begins, or -1."""
        above = self.source.text[: self.line_start].rstrip()
        return above.rfind("\n") + 1 if above else -1

    @property
    def above(self) -> str:
        return self.line_at(self.line_before)

    def line_at(self, index: int) -> str:
        start = self.source.text.rfind("\n", 0, index) + 1
        return self.source.text[start : self.source.line_end(index)]

    def find(self, code: str, start: int, stop: int | None = None, **args: str | int) -> Problem:
        return Problem(self.source.at(start, stop), code, args)
