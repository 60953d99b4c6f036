"""A dialogue without its words: what walking and scoring need, as JSON for Python and for the browser.

    {"start", "max", "meters": {id: {"start", "max"}}, "objectives": {scene: [ids]},
     "scenes": {id: {"next", "side", "choices": [{"id", "points", "effects", "if", "goto", "recover"}]}},
     "endings": [{"id", "when", "outcome"}]}

`next` and `goto` are ids of scenes, "end", or "end.ID".
"""

from typing import Any

from kontuar.dialogues.dialogue import END, POINTS, Choice, Dialogue, Scene, condition_of
from kontuar.questions.question import fingerprint

Script = dict[str, Any]


def script(dialogue: Dialogue) -> Script:
    """The bones of a sound dialogue."""
    following = {scene.id: after for scene, after in zip(dialogue.scenes, _after(dialogue), strict=True)}
    scenes = {
        scene.id: {
            "next": scene.goto or following.get(scene.id, END),
            "side": scene.id not in following,
            "choices": [_choice(choice) for choice in scene.choices],
        }
        for scene in dialogue.every.values()
    }
    bones: Script = {
        "start": dialogue.scenes[0].id,
        "meters": {name: {"start": meter.start, "max": meter.max} for name, meter in dialogue.meters.items()},
        "scenes": scenes,
        "objectives": {scene.id: found for scene in dialogue.scenes if (found := _objectives(scene))},
        "endings": [
            {"id": ending.id, "when": condition_of(ending.when), "outcome": ending.outcome}
            for ending in dialogue.endings
        ],
    }
    return bones | {"max": value(bones)}


def value(bones: Script) -> int:
    """V(start): the most points that any way through the graph earns, `if` ignored; 0 where the graph has a cycle.

    V(scene) = max over its choices of points + V(next). A choice that leads aside counts as going on; scenes at
    the side earn nothing.
    """
    known: dict[str, int] = {}

    def worth(name: str) -> int:
        if name not in bones["scenes"]:
            return 0
        if name not in known:
            known[name] = 0  # until it is known: a cycle is a mistake that is told elsewhere
            scene = bones["scenes"][name]
            ways = [
                (0 if scene["side"] else choice["points"]) + worth(choice["goto"] or scene["next"])
                for choice in scene["choices"]
            ]
            known[name] = max(ways, default=0) if ways else worth(scene["next"])
        return known[name]

    return worth(bones["start"])


def fingerprint_of(bones: Script) -> str:
    """Changes when the graph does, never with the wording."""
    return fingerprint(bones)


def _after(dialogue: Dialogue) -> list[str]:
    """The scene that each scene of the trunk falls through to."""
    return [*(scene.id for scene in dialogue.scenes[1:]), END]


def _choice(choice: Choice) -> Script:
    return {
        "id": choice.id,
        "points": POINTS[choice.quality],
        "effects": dict(choice.effects),
        "if": condition_of(choice.condition),
        "goto": choice.goto,
        "recover": choice.recover,
    }


def _objectives(scene: Scene) -> list[str]:
    """What a scene practises: the objectives named at any of its choices."""
    return list(dict.fromkeys(choice.objective for choice in scene.choices if choice.objective))
