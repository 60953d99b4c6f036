"""What is wrong with a dialogue as a whole: scenes nobody reaches, talks that never end, answers that give themselves
away. Every way is walked, with memory: what counts is where one is and how the meters stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kontuar.core.schema import Fault, Loc
from kontuar.dialogues.condition import holds
from kontuar.dialogues.dialogue import Dialogue, Scene
from kontuar.dialogues.script import Script, script

BOUND = 200_000
"""Most states (a scene and the meters in it) that are looked at."""
ENOUGH, HABIT = 4, 0.8  # scenes with choices before a habit is called one, and the part of them

State = tuple[str, tuple[int, ...]]


@dataclass
class Explored:
    """What happened on all ways."""

    scenes: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    open: set[tuple[str, str]] = field(default_factory=set)
    """Choices that were to be had, as (scene, choice)."""
    stuck: set[str] = field(default_factory=set)
    """Scenes in which at times no choice was open."""
    unended: bool = False
    whole: bool = True


def explore(bones: Script, bound: int = BOUND) -> Explored:
    """Walks every way; `whole` is False where there are more states than the bound."""
    seen = Explored()
    names = list(bones["meters"])
    start = (bones["start"], tuple(bones["meters"][name]["start"] for name in names))
    waiting, known = [start], {start}
    while waiting:
        name, values = waiting.pop()
        for state in _steps(bones, name, dict(zip(names, values, strict=True)), seen):
            if state not in known:
                known.add(state)
                waiting.append(state)
        if len(known) > bound:
            seen.whole = False
            return seen
    return seen


def _steps(bones: Script, name: str, meters: dict[str, int], seen: Explored) -> Iterator[State]:
    """The states after one, told to `seen`."""
    if name not in bones["scenes"]:
        ending = _ending(bones, name, meters)
        seen.endings |= {ending} if ending else set()
        seen.unended |= ending is None
        return
    seen.scenes.add(name)
    scene = bones["scenes"][name]
    if not scene["choices"]:
        yield scene["next"], tuple(meters.values())
        return
    options = [choice for choice in scene["choices"] if holds(choice["if"], meters)]
    if not options:
        seen.stuck.add(name)
    for choice in options:
        seen.open.add((name, choice["id"]))
        after = dict(meters)
        for meter, change in choice["effects"].items():
            after[meter] = min(bones["meters"][meter]["max"], max(0, after[meter] + change))
        yield choice["recover"] or choice["goto"] or scene["next"], tuple(after.values())


def _ending(bones: Script, name: str, meters: dict[str, int]) -> str | None:
    if "." in name:
        return name.split(".", 1)[1]
    return next((ending["id"] for ending in bones["endings"] if holds(ending["when"], meters)), None)


def cycle(bones: Script) -> list[str]:
    """Scenes that lead in a circle without a way aside, the first one at both ends; empty where there is none."""
    done: set[str] = set()

    def search(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done or name not in bones["scenes"]:
            return []
        scene = bones["scenes"][name]
        targets = [choice["goto"] or scene["next"] for choice in scene["choices"] if not choice["recover"]]
        for target in dict.fromkeys(targets or [scene["next"]]):
            if found := search(target, [*way, name]):
                return found
        done.add(name)
        return []

    return next((found for name in bones["scenes"] if (found := search(name, []))), [])


def faults(dialogue: Dialogue) -> Iterator[Fault]:
    """All that the lint finds in a dialogue whose names are in order."""
    bones = script(dialogue)
    if circle := cycle(bones):
        yield Fault("dialogue.cycle", _at(dialogue, circle[0]), {"way": " → ".join(circle)})
        return
    seen = explore(bones)
    if not seen.whole:
        yield Fault("dialogue.too-large", ("dialogue",), {"bound": BOUND})
    else:
        yield from _unreached(dialogue, seen)
    for name in sorted(seen.stuck):
        yield Fault("dialogue.stuck", (*_at(dialogue, name), "choices"), {"id": name})
    if seen.unended:
        yield Fault("dialogue.no-ending", ("endings",))
    yield from _habits(dialogue)


def _unreached(dialogue: Dialogue, seen: Explored) -> Iterator[Fault]:
    for at, scene in dialogue.located:
        if scene.id not in seen.scenes:
            yield Fault("dialogue.unreachable", (*at, "id"), {"id": scene.id})
            continue
        for place, choice in enumerate(scene.choices):
            if (scene.id, choice.id) not in seen.open:
                yield Fault("dialogue.never", (*at, "choices", place, "if"), {"condition": choice.condition or ""})
    for place, ending in enumerate(dialogue.endings):
        if ending.id not in seen.endings:
            yield Fault("dialogue.ending-unreached", ("endings", place, "id"), {"id": ending.id})
    if not any(ending.outcome == "success" and ending.id in seen.endings for ending in dialogue.endings):
        yield Fault("dialogue.no-success", ("endings",))


def _habits(dialogue: Dialogue) -> Iterator[Fault]:
    """What tells the best answers of a whole dialogue: their place, or their length."""
    with_best = []
    for at, scene in dialogue.located:
        if any(choice.quality == "best" for choice in scene.choices):
            with_best.append(scene)
        elif scene.choices:
            yield Fault("dialogue.no-best", (*at, "choices"), {"id": scene.id})
    first = sum(scene.choices[0].quality == "best" for scene in with_best)
    language = next(iter(dialogue.title.texts), "")
    longest = sum(_longest(scene, language) for scene in with_best)
    for code, count in (("dialogue.best-first", first), ("dialogue.best-longest", longest)):
        if len(with_best) >= ENOUGH and count >= HABIT * len(with_best):
            yield Fault(code, ("scenes",), {"count": count, "all": len(with_best)})


def _longest(scene: Scene, language: str) -> bool:
    return max(scene.choices, key=lambda choice: len(choice.say.of(language))).quality == "best"


def _at(dialogue: Dialogue, name: str) -> Loc:
    """Where a scene stands in the file."""
    return next(at for at, scene in dialogue.located if scene.id == name)
