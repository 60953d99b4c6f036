"""Small dialogues to walk through, written short: only what a test is about."""

from typing import Any

from kontuar.banks import Expected
from kontuar.core.nodes import Map
from kontuar.core.problems import Problems
from kontuar.core.schema import build
from kontuar.core.source import Source
from kontuar.core.tree import parse
from kontuar.dialogues.dialogue import Dialogue
from kontuar.dialogues.script import Script, script

EXPECTED = Expected(("en",))
HEAD = """\
dialogue: small
title: Small
role: Clerk.
customer: {name: Adam}
"""
TRUST = "meters: {trust: {start: 3, max: 6, label: trust, words: [gone, brittle, good]}}\n"
ENDINGS = """\
endings:
  - {id: kept, when: trust >= 4, outcome: success, text: Kept.}
  - {id: cool, outcome: partial, text: Cool.}
  - {id: lost, outcome: fail, text: Lost.}
"""


def choice(name: str, quality: str, **more: Any) -> str:
    """One choice, as a line of YAML."""
    fields = "".join(f", {key}: {value}" for key, value in more.items())
    return f"      - {{id: {name}, say: {name}., quality: {quality}, why: W.{fields}}}\n"


def scene(name: str, *choices: str, goto: str = "") -> str:
    """One scene, as lines of YAML."""
    onward = f"    goto: {goto}\n" if goto else ""
    listed = "    choices:\n" + "".join(choices) if choices else ""
    return f"  - id: {name}\n    customer: Well?\n{onward}{listed}"


def dialogue(scenes: str, side: str = "", meters: str = TRUST, endings: str = ENDINGS) -> Dialogue:
    """A dialogue that is right field by field."""
    aside = f"side:\n{side}" if side else ""
    problems = Problems()
    tree = parse(Source("small.yml", f"{HEAD}{meters}scenes:\n{scenes}{aside}{endings}"), problems)
    assert isinstance(tree, Map), [problem.code for problem in problems]
    found = build(Dialogue, tree, "small.yml", problems, languages=("en",))
    assert found, [f"{problem.code} {problem.place}" for problem in problems]
    return found


def bones(scenes: str, side: str = "", **more: str) -> Script:
    """The script of a dialogue."""
    return script(dialogue(scenes, side, **more))


HEATER = scene(
    "hello",
    choice("form", "weak", effects="{trust: -1}", recover="sorry"),
    choice("listen", "best", effects="{trust: +1}", objective="hear"),
    choice("blame", "harmful", goto="end.lost"),
) + scene("demand", choice("note", "ok"), choice("date", "best", **{"if": "trust >= 2"}))
SORRY = scene("sorry", choice("fair", "best", effects="{trust: +1}"), choice("no", "weak"), goto="demand")
