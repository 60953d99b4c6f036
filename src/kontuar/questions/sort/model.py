"""sort: items to be put into bins."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from kontuar.core.mistakes import did_you_mean
from kontuar.core.schema import Fault, Loc, Strict
from kontuar.core.text import fold
from kontuar.core.words import Slug, Words
from kontuar.questions.question import Json, Question, dealt, letters, repeated


class Item(Strict):
    """One item, the id of the bin that it belongs to, and why."""

    id: Slug | None = None
    text: Words
    bin: str = Field(min_length=1)
    why: Words


class Sort(Question):
    """Items to be put into bins; the bins stand in the order of the file."""

    shuffled = ("items",)

    type: Literal["sort"]
    bins: dict[Slug, Words] = Field(min_length=2, max_length=6)
    items: tuple[Item, ...] = Field(min_length=2)

    @property
    def ids(self) -> list[str]:
        """Ids of the items in file order."""
        return [item.id or letters(place) for place, item in enumerate(self.items)]

    @property
    def listed(self) -> list[tuple[str, Item]]:
        """The items with their ids in an order that tells nothing: authors often write them bin by bin."""
        named = dict(zip(self.ids, self.items, strict=True))
        return [(name, named[name]) for name in dealt(named, self.id)]

    def faults(self) -> Iterator[Fault]:
        unknown = [place for place, item in enumerate(self.items) if item.bin not in self.bins]
        for place in unknown:
            yield Fault("sort.unknown-bin", ("items", place, "bin"), self._unknown(self.items[place].bin))
        for name in self.bins if not unknown else ():
            if all(item.bin != name for item in self.items):
                yield Fault("sort.empty-bin", ("bins", name), {"bin": name})
        for place in repeated(self.ids):
            yield Fault("sort.same-id", ("items", place), {"id": self.ids[place]})
        bins: list[Loc] = [("bins", name) for name in self.bins]
        items: list[Loc] = [("items", place) for place in range(len(self.items))]
        yield from _same_text("sort.same-bin", bins, list(self.bins.values()))
        yield from _same_text("sort.same-text", items, [item.text for item in self.items])

    def _unknown(self, name: str) -> dict[str, str | int]:
        """What is said of a bin that is not there: some name one by its text, others misspell it."""
        by_text = {fold(text): known for known, words in self.bins.items() for text in words.texts.values()}
        near = by_text.get(fold(name)) or did_you_mean(name, list(self.bins))
        return {"bin": name, "bins": ", ".join(self.bins), "near": near, "guess": "near" if near else "none"}

    def key(self) -> dict[str, Json]:
        return {
            "bins": list(self.bins),
            "items": {name: item.bin for name, item in zip(self.ids, self.items, strict=True)},
            "points": self.worth,
        }

    def public(self) -> dict[str, Json]:
        named = zip(self.ids, self.items, strict=True)
        return self.head | {
            "bins": [{"id": name, "text": dict(text.texts)} for name, text in self.bins.items()],
            "items": [{"id": name, "text": dict(item.text.texts)} for name, item in named],
        }

    def reasons(self) -> Mapping[str, Words]:
        return {name: item.why for name, item in zip(self.ids, self.items, strict=True)}

    def restore(self, answer: Json, ids: Mapping[str, str]) -> Json:
        if not isinstance(answer, dict):
            return answer
        return {ids.get(letter, letter): name for letter, name in answer.items()}


def _same_text(code: str, locs: list[Loc], texts: list[Words]) -> Iterator[Fault]:
    """Those of some texts that say the same as an earlier one, in any language."""
    for language in sorted({language for text in texts for language in text.languages} or {""}):
        for place in repeated([fold(text.of(language)) for text in texts]):
            yield Fault(code, locs[place], {"text": texts[place].of(language)})
