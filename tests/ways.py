"""A way to every ending of a dialogue, found by walking all of them."""

from collections import deque

from kontuar.dialogues.script import Script
from kontuar.dialogues.walk import Walk, walk


def to_endings(bones: Script) -> dict[str, list[str]]:
    """For each ending that can be reached the shortest list of choices that leads there."""
    found: dict[str, list[str]] = {}
    waiting: deque[list[str]] = deque([[]])
    seen: set[tuple[str | None, tuple[int, ...]]] = set()
    while waiting:
        moves = waiting.popleft()
        way = Walk(bones)
        for move in moves:
            way.move(move)
        if way.ending:
            found.setdefault(way.ending, moves)
            continue
        state = (way.scene, tuple(way.meters.values()))
        if state not in seen:
            seen.add(state)
            waiting.extend([*moves, option["id"]] for option in way.options())
    return found


def best(bones: Script) -> list[str]:
    """The choices of whoever always says the best thing."""
    moves: list[str] = []
    way = Walk(bones)
    while way.scene is not None:
        moves.append(max(way.options(), key=lambda option: option["points"])["id"])
        way.move(moves[-1])
    assert walk(bones, moves)["ending"]
    return moves
