"""Whether a bank can fill a paper: what a draw that comes out short would tell a learner in the middle of it."""

from collections.abc import Iterator, Mapping
from typing import Literal

from kontuar.banks import Bank
from kontuar.core.schema import Fault
from kontuar.questions.question import Level


def shortages(
    bank: Bank, take: int, levels: Mapping[Level, int], *, paper: Literal["test", "exam"], field: str
) -> Iterator[Fault]:
    """What is wrong with rules for a bank, with places as seen from the rules; `field` holds the size of the draw.

    Only scored questions can be drawn. A bank with mistakes of its own is not judged: what is missing now may be
    there once they are mended.
    """
    if bank.broken:
        return
    found = [question.level for question in bank.scored]
    for level, wanted in levels.items():
        if (count := found.count(level)) < wanted:
            more = {"level": level, "wanted": wanted, "found": count, "bank": bank.id}
            yield Fault(f"{paper}.too-few-of-level", ("levels", level), more)
    rest = take - sum(levels.values())
    others = sum(level not in levels for level in found)
    if rest < 0:
        yield Fault(f"{paper}.levels-over-{field}", (field,), {field: take, "levels": take - rest})
    elif others < rest:
        yield Fault(f"{paper}.too-few", (field,), {"rest": rest, "found": others, "bank": bank.id})
