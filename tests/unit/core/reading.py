"""Short ways to read a text and to name what was found."""

from pathlib import Path

from kontuar.core.problems import Problems
from kontuar.core.source import Source, read
from kontuar.core.tree import Tree, parse


def parsed(text: str, first_line: int = 1) -> tuple[Tree | None, list[str]]:
    """The tree of a text, and the problems as `code line:col`."""
    problems = Problems()
    tree = parse(Source("a.yml", text), problems, first_line=first_line)
    return tree, told(problems)


def read_bytes(root: Path, raw: bytes) -> tuple[str | None, list[str]]:
    """The text of a file with these bytes, and the problems as `code line:col`."""
    (root / "a.yml").write_bytes(raw)
    problems = Problems()
    source = read(root, root / "a.yml", problems)
    return (source.text if source else None), told(problems)


def told(problems: Problems) -> list[str]:
    return [f"{problem.code} {problem.place.line}:{problem.place.col}" for problem in problems]
