"""A way through a dialogue, move by move, and what it earns; walk.js is its twin.

A move is the id of a choice, or "<N": back to the N-th decision, counted from 0. Going back takes nothing off the
record: whoever then decides better in the same scene gets at most "ok", shown as mended. A mistake is mended, too, by
a best choice in the side scene that it leads to. Scenes at the side earn no points of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kontuar.dialogues.condition import holds
from kontuar.dialogues.script import Script

BEST, OK = 3, 2


class WrongMove(ValueError):
    """A move that can't be made; its text says what can."""


@dataclass
class Decision:
    """One choice that was made: in which scene, with which points, and the meters after it."""

    scene: str
    choice: str
    points: int
    counted: int
    mended: bool
    meters: dict[str, int]
    side: bool

    def as_json(self) -> dict[str, Any]:
        """The shape that walk.js gives too."""
        return {**vars(self), "meters": dict(self.meters)}


@dataclass
class Walk:
    """Where a way has led: a scene, or an ending."""

    script: Script
    scene: str | None = None
    ending: str | None = None
    meters: dict[str, int] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    worst: dict[str, int] = field(default_factory=dict)
    """The fewest points of any choice ever made in a scene, those taken back included."""

    def __post_init__(self) -> None:
        self.meters = {name: meter["start"] for name, meter in self.script["meters"].items()}
        self._arrive(self.script["start"])

    def options(self) -> list[Mapping[str, Any]]:
        """The choices that are open in this scene."""
        if self.scene is None:
            return []
        choices: list[Mapping[str, Any]] = self.script["scenes"][self.scene]["choices"]
        return [choice for choice in choices if holds(choice["if"], self.meters)]

    def move(self, move: str) -> None:
        """Makes one move.

        Raises:
            WrongMove: there is no such choice here, or no such decision to go back to.
        """
        if move.startswith("<"):
            self._back(move[1:])
            return
        choice = next((choice for choice in self.options() if choice["id"] == move), None)
        if choice is None or self.scene is None:
            raise WrongMove(", ".join(choice["id"] for choice in self.options()) or "–")
        self._decide(self.scene, choice)

    def _back(self, number: str) -> None:
        if not (number.isascii() and number.isdigit() and int(number) < len(self.decisions)):
            raise WrongMove(", ".join(f"<{n}" for n in range(len(self.decisions))) or "–")
        kept = self.decisions[: int(number)]
        again = Walk(self.script)
        again.worst = self.worst
        for decision in kept:
            again.move(decision.choice)
        self.scene, self.ending, self.meters, self.decisions = again.scene, None, again.meters, again.decisions

    def _decide(self, name: str, choice: Mapping[str, Any]) -> None:
        scene = self.script["scenes"][name]
        points = choice["points"]
        for meter, change in choice["effects"].items():
            self.meters[meter] = min(self.script["meters"][meter]["max"], max(0, self.meters[meter] + change))
        worst = min(points, self.worst.get(name, points))
        mended = points > worst
        self.worst[name] = worst
        if scene["side"] and points == BEST:
            self._mend()
        for earlier in self.decisions:
            if earlier.scene == name:
                earlier.counted = 0  # a scene that comes again counts as it is decided last
        counted = min(points, OK) if mended else points
        decision = Decision(name, choice["id"], points, counted, mended, dict(self.meters), scene["side"])
        self.decisions.append(decision)
        self._arrive(choice["recover"] or choice["goto"] or scene["next"])

    def _mend(self) -> None:
        """The mistake that led aside counts as ok from now on."""
        parent = next((decision for decision in reversed(self.decisions) if not decision.side), None)
        if parent is not None and parent.points < OK:
            parent.counted, parent.mended = OK, True

    def _arrive(self, name: str) -> None:
        """Goes on to the next scene with choices, or to an ending."""
        seen = set()
        while name in self.script["scenes"] and not self.script["scenes"][name]["choices"] and name not in seen:
            seen.add(name)
            name = self.script["scenes"][name]["next"]
        if name in self.script["scenes"]:
            self.scene, self.ending = name, None
        else:
            self.scene, self.ending = None, self._ending(name)

    def _ending(self, name: str) -> str | None:
        if "." in name:
            return name.split(".", 1)[1]
        fitting = (ending["id"] for ending in self.script["endings"] if holds(ending["when"], self.meters))
        return next(fitting, None)

    def result(self) -> dict[str, Any]:
        """How things stand, in the shape that walk.js gives too; score and max are points."""
        trunk = [decision for decision in self.decisions if not decision.side]
        outcome = next((e["outcome"] for e in self.script["endings"] if e["id"] == self.ending), None)
        return {
            "scene": self.scene,
            "ending": self.ending,
            "outcome": outcome,
            "score": min(self.script["max"], sum(decision.counted for decision in trunk)),
            "max": self.script["max"],
            "objectives": dict(_by_objective(self.script, trunk)),
            "meters": dict(self.meters),
            "decisions": [decision.as_json() for decision in self.decisions],
        }


def _by_objective(script: Script, trunk: Sequence[Decision]) -> Iterator[tuple[str, dict[str, int]]]:
    """Points earned and possible by objective, over the scenes that were decided."""
    sums: dict[str, dict[str, int]] = {}
    last = {decision.scene: decision for decision in trunk}
    for scene, decision in last.items():
        for objective in script["objectives"].get(scene, ()):
            sum_ = sums.setdefault(objective, {"score": 0, "max": 0})
            sum_["score"] += decision.counted
            sum_["max"] += max(choice["points"] for choice in script["scenes"][scene]["choices"])
    yield from sorted(sums.items())


def walk(script: Script, moves: Sequence[str]) -> dict[str, Any]:
    """Where the moves lead, and what they earn.

    Raises:
        WrongMove: one of them can't be made.
    """
    way = Walk(script)
    for move in moves:
        way.move(move)
    return way.result()
