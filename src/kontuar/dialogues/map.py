"""A map of a dialogue for its author: scenes as boxes, choices as arrows, drawn as SVG.

The layout (which box stands in which row and place, and the bends of the arrows) is fast-sugiyama's, from the extra
`map`: layers as in Sugiyama, Tagawa and Toda (1981).
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

from kontuar.core.phrases import Phrases
from kontuar.dialogues.dialogue import END, Dialogue
from kontuar.dialogues.script import Script, script

WIDTH, HEIGHT, GAP = 190, 62, 46
COLOURS = {"best": "#17653f", "ok": "#6d4a10", "weak": "#a87526", "harmful": "#a5321c"}
OUTCOMES = {"success": "#e3f1e7", "partial": "#f8edd8", "fail": "#fbe9e3"}
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1d2320}.id{font-weight:700}.small{font-size:11px;fill:#4f5852}"
    "rect{stroke:#7b827c}.side{stroke-dasharray:5 3}path{fill:none;stroke-width:1.8}"
)


class NoLayout(Exception):
    """The package that lays the map out is not installed."""


@dataclass(frozen=True)
class Arrow:
    """One or several choices that lead from one box to another; qualities tell its colour."""

    start: str
    end: str
    quality: str
    aside: bool


def draw(dialogue: Dialogue, language: str) -> str:
    """The whole map as an SVG document.

    Raises:
        NoLayout: the extra `map` is not installed.
    """
    bones = script(dialogue)
    arrows = list(_arrows(dialogue, bones))
    places, bends = _layout([(arrow.start, arrow.end) for arrow in arrows])
    columns = sorted({x for x, _ in places.values()})
    rows = sorted({y for _, y in places.values()})
    width, height = int(max(columns) + WIDTH + 20), int(max(rows) + HEIGHT + 60)
    parts = [_head(dialogue, language, width, height)]
    parts += [_path(arrow, places, bends.get((arrow.start, arrow.end), [])) for arrow in arrows]
    parts += [_box(name, *places[name], dialogue, language) for name in places]
    return "\n".join([*parts, _legend(language, height), "</svg>\n"])


def _arrows(dialogue: Dialogue, bones: Script) -> Iterator[Arrow]:
    """Every way from box to box, the best choice's colour where several lead the same way."""
    found: dict[tuple[str, str], Arrow] = {}
    for name, scene in dialogue.every.items():
        following = bones["scenes"][name]["next"]
        for choice in sorted(scene.choices, key=lambda choice: -list(COLOURS).index(choice.quality)):
            end = choice.recover or choice.goto or following
            found[name, end] = Arrow(name, end, choice.quality, bool(choice.recover))
        if not scene.choices:
            found[name, following] = Arrow(name, following, "ok", False)
    chosen = any(arrow.end == "end" for arrow in found.values())
    yield from found.values()
    if chosen:
        for ending in dialogue.endings:
            if not any(arrow.end == f"end.{ending.id}" for arrow in found.values()):
                yield Arrow("end", f"end.{ending.id}", "ok", False)


def _layout(edges: list[tuple[str, str]]) -> tuple[dict[str, tuple[float, float]], dict[tuple[str, str], list[Any]]]:
    """The upper left corner of every box, and the bends of the arrows that pass other boxes."""
    try:
        from fast_sugiyama import from_edges  # noqa: PLC0415
    except ImportError:
        raise NoLayout from None
    names = list(dict.fromkeys(name for edge in edges for name in edge))
    numbers = {name: number for number, name in enumerate(names)}
    pairs = [(numbers[start], numbers[end]) for start, end in edges]
    nodes, _, tall, links = next(iter(from_edges(pairs, dummy_vertices=True)))
    drawn = [(int(start), int(end)) for start, end in links or ()]
    points = {int(number): (x * (WIDTH + GAP) / 72, (tall - y) * (HEIGHT + GAP) / 72) for number, (x, y) in nodes}
    least = min(x for x, _ in points.values())
    points = {number: (x - least + 10, y + 30) for number, (x, y) in points.items()}
    places = {name: points[numbers[name]] for name in names}
    return places, _bends(edges, numbers, points, drawn)


def _bends(
    edges: list[tuple[str, str]], numbers: dict[str, int], points: dict[int, tuple[float, float]], links: list[Any]
) -> dict[tuple[str, str], list[Any]]:
    """For each arrow the middles of the empty places that it goes through."""
    real = set(numbers.values())
    onward: dict[int, list[int]] = {}
    for start, end in links:
        onward.setdefault(start, []).append(end)

    def through(at: int, goal: int, way: list[int]) -> list[int] | None:
        for step in onward.get(at, ()):
            if step == goal:
                return way
            if step not in real and (found := through(step, goal, [*way, step])) is not None:
                return found
        return None

    bends = {}
    for start, end in edges:
        found = through(numbers[start], numbers[end], []) or []
        bends[start, end] = [(points[n][0] + WIDTH / 2, points[n][1] + HEIGHT / 2) for n in found]
    return bends


def _path(arrow: Arrow, places: dict[str, tuple[float, float]], bends: list[tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = places[arrow.start], places[arrow.end]
    down = y2 > y1
    start = (x1 + WIDTH / 2, y1 + (HEIGHT if down else 0))
    end = (x2 + WIDTH / 2, y2 if down else y2 + HEIGHT)
    line = [start, *bends, end]
    curve = f"M{start[0]:.0f} {start[1]:.0f}"
    for (ax, ay), (bx, by) in pairwise(line):
        middle = (ay + by) / 2
        curve += f" C{ax:.0f} {middle:.0f} {bx:.0f} {middle:.0f} {bx:.0f} {by:.0f}"
    dashes = ' stroke-dasharray="6 4"' if arrow.aside else ""
    colour = COLOURS[arrow.quality]
    return f'<path d="{curve}" stroke="{colour}"{dashes} marker-end="url(#tip-{arrow.quality})"/>'


def _box(name: str, x: float, y: float, dialogue: Dialogue, language: str) -> str:
    scene = dialogue.every.get(name)
    ending = next((ending for ending in dialogue.endings if f"end.{ending.id}" == name), None)
    fill, text, shape = "#fffefb", "", ""
    if scene is not None:
        text = scene.customer.of(language)
        shape = ' class="side"' if scene in dialogue.side else ""
    if name == END:
        text = Phrases(language)["dialogues.by-meters"]
    if ending is not None:
        fill, text = OUTCOMES[ending.outcome], ending.text.of(language)
    lines = textwrap.wrap(text, 28)[:2]
    if len(textwrap.wrap(text, 28)) > len(lines):
        lines[-1] = lines[-1][:26] + "…"
    words = "".join(
        f'<text class="small" x="{x + 10:.0f}" y="{y + 36 + 15 * n:.0f}">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    return (
        f'<g><rect x="{x:.0f}" y="{y:.0f}" width="{WIDTH}" height="{HEIGHT}" rx="8" fill="{fill}"{shape}/>'
        f'<text class="id" x="{x + 10:.0f}" y="{y + 19:.0f}">{escape(name.removeprefix("end."))}</text>{words}</g>'
    )


def _head(dialogue: Dialogue, language: str, width: int, height: int) -> str:
    tips = "".join(
        f'<marker id="tip-{quality}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        f'orient="auto-start-reverse"><polygon points="0,0 8,4 0,8" fill="{colour}"/></marker>'
        for quality, colour in COLOURS.items()
    )
    title = escape(dialogue.title.of(language))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="t"><title id="t">{title}</title><style>{STYLE}</style><defs>{tips}</defs>'
        f'<rect width="{width}" height="{height}" fill="#f6f5f1" stroke="none"/>'
        f'<text class="id" x="10" y="20">{title}</text>'
    )


def _legend(language: str, height: int) -> str:
    words = Phrases(language)
    parts = []
    for number, (quality, colour) in enumerate(COLOURS.items()):
        x = 10 + number * 130
        label = escape(words[f"dialogues.{quality}"])
        line = f'<path d="M{x} {height - 16}h24" stroke="{colour}"/>'
        parts.append(f'{line}<text class="small" x="{x + 30}" y="{height - 12}">{label}</text>')
    return "".join(parts)
