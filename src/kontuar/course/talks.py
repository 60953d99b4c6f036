"""Dialogue fences of a page: which dialogue is played there."""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from kontuar.core.problems import Place, Problems
from kontuar.course.fences import Fence
from kontuar.course.quizzes import Where


@dataclass(frozen=True)
class Talk:
    """A dialogue in its fence."""

    fence: Fence
    dialogue: str


def read_talk(fence: Fence, where: Where, dialogues: Collection[str], problems: Problems) -> Talk | None:
    """The dialogue that a fence names by its id alone, or None after a problem was added."""
    name = fence.text.strip()
    line = where.first_line + fence.first
    if not name:
        problems.add("talk.empty", Place(where.path, line, len(fence.indent) + 1, len(fence.indent) + 12))
        return None
    if name in where.unread:
        return None
    if name not in dialogues:
        near = get_close_matches(name, dialogues, 1)
        at = Place(where.path, line + 1, len(fence.indent) + 1, len(fence.indent) + 1 + len(name.split("\n")[0]))
        code = "talk.near-dialogue" if near else "talk.unknown-dialogue"
        problems.add(code, at, name=name.split("\n")[0], near=near[0] if near else "")
        return None
    return Talk(fence, name)
