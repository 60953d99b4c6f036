"""How many ways lead through a dialogue, and how long they are."""

from dataclasses import dataclass

from kontuar.dialogues.lint import cycle
from kontuar.dialogues.script import Script


@dataclass(frozen=True)
class Ways:
    """The number of ways from the start to an ending, and the fewest and most decisions on one of them."""

    count: int
    shortest: int
    longest: int


def ways(bones: Script) -> Ways:
    """The ways through a graph without a circle, conditions ignored.

    A way aside that leads back to where it came from is counted once, as if it led on.
    """
    aside = not cycle(_straight(bones))
    known: dict[str, Ways] = {}

    def from_here(name: str) -> Ways:
        if name not in bones["scenes"]:
            return Ways(1, 0, 0)
        if name not in known:
            scene = bones["scenes"][name]
            step = 1 if scene["choices"] else 0
            targets = [
                (choice["recover"] if aside else None) or choice["goto"] or scene["next"] for choice in scene["choices"]
            ]
            found = [from_here(target) for target in targets or [scene["next"]]]
            count = sum(way.count for way in found)
            shortest = step + min(way.shortest for way in found)
            known[name] = Ways(count, shortest, step + max(way.longest for way in found))
        return known[name]

    return from_here(bones["start"])


def _straight(bones: Script) -> Script:
    """The graph in which a way aside is a way like any other."""
    scenes = {
        name: {
            **scene,
            "choices": [
                {**choice, "goto": choice["recover"] or choice["goto"], "recover": None} for choice in scene["choices"]
            ],
        }
        for name, scene in bones["scenes"].items()
    }
    return {**bones, "scenes": scenes}
