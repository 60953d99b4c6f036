"""match: pairs of a left and a right part, and extra right ones that belong nowhere."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from pydantic import Field

from kontuar.core.schema import Fault, Loc, Strict
from kontuar.core.text import fold
from kontuar.core.words import Slug, Words
from kontuar.questions.question import Json, Question, dealt, letters, repeated


class Pair(Strict):
    """A left part and the right one that belongs to it."""

    id: Slug | None = None
    left: Words
    right: Words
    right_id: Slug | None = Field(default=None, alias="right-id")
    why: Words


class Extra(Strict):
    """A right part that belongs to no left one."""

    id: Slug | None = None
    right: Words
    why: Words


class Match(Question):
    """Pairs; left and right parts have ids of different kinds, so that no order tells which belong together."""

    shuffled = ("lefts", "rights")

    type: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2)
    extra: tuple[Extra, ...] = ()

    @property
    def lefts(self) -> list[str]:
        """Ids of the left parts in file order: letters where the author gave none."""
        return [pair.id or letters(place) for place, pair in enumerate(self.pairs)]

    @property
    def rights(self) -> list[str]:
        """Ids of the right parts in file order, the extra ones last: numbers where the author gave none."""
        given = [*(pair.right_id for pair in self.pairs), *(extra.id for extra in self.extra)]
        return [name or str(number) for number, name in enumerate(given, 1)]

    @property
    def by_left(self) -> list[tuple[str, Pair]]:
        """The pairs by the ids of their left parts."""
        return list(zip(self.lefts, self.pairs, strict=True))

    @property
    def by_extra(self) -> list[tuple[str, Extra]]:
        """The extra right parts by their ids."""
        return list(zip(self.rights[len(self.pairs) :], self.extra, strict=True))

    @property
    def offered(self) -> list[tuple[str, Words]]:
        """The right parts by their ids, in the order of a page, which is never that of the file."""
        given = [*(pair.right for pair in self.pairs), *(extra.right for extra in self.extra)]
        texts = dict(zip(self.rights, given, strict=True))
        names = dealt(texts, self.id)
        return [(name, texts[name]) for name in (reversed(names) if names == self.rights else names)]

    @property
    def signs(self) -> dict[str, str]:
        """The capital letters that the right parts have on paper."""
        return {name: letters(place).upper() for place, (name, _) in enumerate(self.offered)}

    def faults(self) -> Iterator[Fault]:
        names = [*self.lefts, *self.rights]
        for place in repeated(names):
            yield Fault("match.same-id", self._locs[place], {"id": names[place]})
        lefts = [pair.left for pair in self.pairs]
        rights = [*(pair.right for pair in self.pairs), *(extra.right for extra in self.extra)]
        for place, text in _same(lefts):
            yield Fault("match.same-left", ("pairs", place, "left"), {"text": text})
        for place, text in _same(rights):
            code = "match.same-right" if place < len(self.pairs) else "match.same-extra"
            yield Fault(code, (*self._locs[place + len(lefts)], "right"), {"text": text})

    @property
    def _locs(self) -> list[Loc]:
        """Where the left parts stand in the file, and then the right ones."""
        pairs: list[Loc] = [("pairs", place) for place in range(len(self.pairs))]
        return [*pairs, *pairs, *(("extra", place) for place in range(len(self.extra)))]

    def key(self) -> dict[str, Json]:
        pairs = dict(zip(self.lefts, self.rights, strict=False))
        return {"lefts": self.lefts, "rights": self.rights, "pairs": pairs, "points": self.worth}

    def public(self) -> dict[str, Json]:
        return self.head | {
            "lefts": [{"id": name, "text": dict(pair.left.texts)} for name, pair in self.by_left],
            "rights": [{"id": name, "text": dict(text.texts)} for name, text in self.offered],
        }

    def reasons(self) -> Mapping[str, Words]:
        extras = {name: extra.why for name, extra in self.by_extra}
        return {name: pair.why for name, pair in self.by_left} | extras

    def restore(self, answer: Json, ids: Mapping[str, str]) -> Json:
        if not isinstance(answer, dict):
            return answer
        told = {left: ids.get(right, right) if isinstance(right, str) else right for left, right in answer.items()}
        return {ids.get(left, left): right for left, right in told.items()}


def _same(texts: Sequence[Words]) -> Iterator[tuple[int, str]]:
    """Places of the texts that are, in some language, the same as an earlier one, and how they read."""
    for language in sorted({lang for text in texts for lang in text.languages} or {""}):
        for place in repeated([fold(text.of(language)) for text in texts]):
            yield place, texts[place].of(language)
