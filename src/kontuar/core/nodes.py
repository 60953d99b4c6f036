"""The parts of a tree, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kontuar.core.problems import Place


class Text(str):
    """A scalar as written, without its quotes; `end` is the column after its last mark on its first line."""

    __slots__ = ("col", "end", "line")
    line: int
    col: int
    end: int


class Map(dict[str, "Tree"]):
    """Fields by name; `keys_at` holds (line, column, end) of every name."""

    __slots__ = ("col", "keys_at", "line")

    def __init__(self, line: int = 1, col: int = 1) -> None:
        super().__init__()
        self.line, self.col = line, col
        self.keys_at: dict[str, tuple[int, int, int]] = {}


class Seq(list["Tree"]):
    """A list."""

    __slots__ = ("col", "line")

    def __init__(self, line: int = 1, col: int = 1) -> None:
        super().__init__()
        self.line, self.col = line, col


Tree = Text | Map | Seq


def leaves(tree: Tree) -> Iterator[Text]:
    """Every scalar below a node."""
    if isinstance(tree, Text):
        yield tree
        return
    for inner in tree.values() if isinstance(tree, Map) else tree:
        yield from leaves(inner)


def place(path: str, tree: Tree, loc: Sequence[str | int]) -> Place:
    """Where `loc` points: the key of a field, the start of an item; else the nearest parent that is there."""
    at = _start(path, tree)
    for step, parent, node in walk(tree, loc):
        at = Place(path, *parent.keys_at[step]) if isinstance(parent, Map) else _start(path, node)
    return at


def walk(tree: Tree, loc: Sequence[str | int]) -> Iterator[tuple[Any, Map | Seq, Tree]]:
    """The steps of `loc` as far as they can be taken: the step, the node it leaves, the node it reaches."""
    for step in loc:
        inner = child(tree, step)
        if inner is None:
            return
        assert not isinstance(tree, Text)
        yield step, tree, inner
        tree = inner


def child(tree: Tree, step: str | int) -> Tree | None:
    """The node under a key or an index, or None."""
    if isinstance(tree, Map) and isinstance(step, str):
        return tree.get(step)
    if isinstance(tree, Seq) and isinstance(step, int) and 0 <= step < len(tree):
        return tree[step]
    return None


def _start(path: str, tree: Tree) -> Place:
    if isinstance(tree, Text):
        return Place(path, tree.line, tree.col, tree.end)
    first = next(iter(tree.keys_at.values()), None) if isinstance(tree, Map) else None
    if first and first[:2] == (tree.line, tree.col):
        return Place(path, *first)
    return Place(path, tree.line, tree.col, tree.col + 1)
