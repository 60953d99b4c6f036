"""order: items to be put in the right order; the inner order of a nested list is free."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Literal

from pydantic import Field

from kontuar.core.schema import Fault, Loc, Strict
from kontuar.core.text import fold
from kontuar.core.words import Slug, Words
from kontuar.questions.question import Json, Question, dealt, letters, repeated


class Item(Strict):
    """One item, and why its place is where it is."""

    id: Slug | None = None
    text: Words
    why: Words


class Order(Question):
    """Items as they stand in the right order; those of a nested list may stand in any order among themselves."""

    shuffled = ("items",)

    type: Literal["order"]
    # too few are told by faults(), which knows one group of everything from a single item
    items: tuple[Item | tuple[Item, ...], ...] = Field(json_schema_extra={"minItems": 2})

    @property
    def grouped(self) -> list[list[tuple[str, Item]]]:
        """The items with their ids, group by group; an item by itself is a group of one."""
        named = iter([(item.id or letters(place), item) for place, item in enumerate(self.flat)])
        return [list(islice(named, len(group))) for group in self._lists]

    @property
    def flat(self) -> list[Item]:
        """All items in file order."""
        return list(chain.from_iterable(self._lists))

    @property
    def listed(self) -> list[tuple[str, Item]]:
        """The items with their ids as they are shown before anything is moved: never in a right order."""
        named = dict(chain.from_iterable(self.grouped))
        ids = dealt(named, self.id)
        group = {name: place for place, pairs in enumerate(self.grouped) for name, _ in pairs}
        places = [group[name] for name in ids]
        return [(name, named[name]) for name in (reversed(ids) if places == sorted(places) else ids)]

    def faults(self) -> Iterator[Fault]:
        if len(self.items) < 2:
            code = "order.one-group" if len(self.flat) > 1 else "list.too-short"
            yield Fault(code, ("items",), {"field": "items", "length": len(self.items), "limit": 2})
        for place, group in enumerate(self.items):
            if isinstance(group, tuple) and len(group) < 2:
                yield Fault("order.lone-group", ("items", place))
        ids = [name for pairs in self.grouped for name, _ in pairs]
        for place in repeated(ids):
            yield Fault("order.same-id", self._locs[place], {"id": ids[place]})
        for language in sorted({lang for item in self.flat for lang in item.text.languages} or {""}):
            for place in repeated([fold(item.text.of(language)) for item in self.flat]):
                yield Fault("order.same-text", self._locs[place], {"text": self.flat[place].text.of(language)})

    def key(self) -> dict[str, Json]:
        return {"groups": [[name for name, _ in pairs] for pairs in self.grouped], "points": self.worth}

    def public(self) -> dict[str, Json]:
        return self.head | {
            "items": [{"id": name, "text": dict(item.text.texts)} for name, item in chain.from_iterable(self.grouped)],
        }

    def reasons(self) -> Mapping[str, Words]:
        return {name: item.why for name, item in chain.from_iterable(self.grouped)}

    def restore(self, answer: Json, ids: Mapping[str, str]) -> Json:
        return [ids.get(letter, letter) for letter in answer] if isinstance(answer, list) else answer

    @property
    def _lists(self) -> list[tuple[Item, ...]]:
        return [entry if isinstance(entry, tuple) else (entry,) for entry in self.items]

    @property
    def _locs(self) -> list[Loc]:
        """Where each item stands in the file."""
        found: list[Loc] = []
        for place, entry in enumerate(self.items):
            if isinstance(entry, tuple):
                found += [("items", place, inner) for inner in range(len(entry))]
            else:
                found.append(("items", place))
        return found
