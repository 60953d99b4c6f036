"""Grading of order; grade.js is its twin."""

from collections.abc import Mapping
from itertools import combinations

from kontuar.questions.question import Json
from kontuar.questions.result import Result, Unusable, Verdict


def grade(key: Mapping[str, Json], answer: Json) -> Result:
    """The share of pairs in the right order, rescaled so that chance earns nothing: max(0, 2x − 1).

    The answer is a list of all ids of key["groups"]; the empty list stands for none given. Two items of one group are
    no pair. The measure is Kendall's tau, cut off at zero.

    Raises:
        Unusable: neither empty nor a list of every id once.
    """
    group = {name: number for number, names in enumerate(key["groups"]) for name in names}
    if not isinstance(answer, list) or (answer and not _every_once(group, answer)):
        raise Unusable("a list of each id once: " + ", ".join(sorted(group)))
    if not answer:
        return Result(0.0, key["points"], dict.fromkeys(group, "missed"))
    given = [group[name] for name in answer]
    pairs = [one < other for one, other in combinations(given, 2) if one != other]
    share = max(0.0, (2 * sum(pairs) - len(pairs)) / len(pairs))
    # sorted: in the right order all items of group 0 come first, then those of group 1 …
    parts: dict[str, Verdict] = {
        name: "right" if number == wanted else "wrong"
        for name, number, wanted in zip(answer, given, sorted(given), strict=True)
    }
    return Result(key["points"] * share, key["points"], parts)


def _every_once(ids: Mapping[str, int], answer: list[Json]) -> bool:
    return len(answer) == len(ids) and all(name in answer for name in ids)
