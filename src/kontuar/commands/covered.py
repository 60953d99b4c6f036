"""What is taught and tested, as a person reads it in the terminal."""

import textwrap

from kontuar.core.phrases import Phrases
from kontuar.course.coverage import Covered

WIDTH = 100  # characters of a line


def covered(points: list[Covered], language: str) -> str:
    """A block for each point, then how many are taught and tested, and which are neither."""
    words = Phrases(language)
    if not points:
        return words["commands.coverage-no-file"]
    blocks = [_block(point, language, words) for point in points]
    counts = {"taught": sum(bool(point.taught) for point in points), "tested": sum(bool(p.tested) for p in points)}
    total = words["commands.coverage-total"].format(**counts, all=len(points))
    neither = [point.id for point in points if not point.taught and not point.tested]
    rest = [words["commands.coverage-neither"].format(ids=", ".join(neither))] if neither else []
    return "\n".join([*blocks, "", *textwrap.wrap(" ".join([total, *rest]), WIDTH, break_on_hyphens=False)])


def _block(point: Covered, language: str, words: Phrases) -> str:
    text = textwrap.shorten(point.text.of(language) if point.text else "", WIDTH - 8, placeholder=" …")
    places = [(words["commands.coverage-taught"], point.taught), (words["commands.coverage-tested"], point.tested)]
    return "\n".join(
        [f"{point.id:<7} {text}", *(f"        {name}: {', '.join(found) or '–'}" for name, found in places)]
    )
