"""cloze: a text with gaps, each filled by typing or from a menu."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal

from markupsafe import Markup
from pydantic import BeforeValidator, Discriminator, Field, Tag, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from kontuar.core.markup import block
from kontuar.core.schema import Fault, Loc, Strict
from kontuar.core.text import fold
from kontuar.core.words import Slug, Words, YesNo
from kontuar.questions.question import Json, Question, dealt, letters, repeated

GAP = re.compile(r"\[\[([^\[\]]*)\]\]")
BESIDE_A_GAP = re.compile(r"(?<=[^\s>])(?=\[\[)|(?<=\]\])(?=[^\s<])")
NO_PLACE_FOR_A_GAP = re.compile(r"<a\b.*?</a>|<[^>]*>", re.DOTALL)
WIDTHS = (8, 16, 24)
"""Sizes of a typed gap, in letters: few, so that none tells how long the right word is."""


class Option(Strict):
    """One option of a menu."""

    id: Slug | None = None
    text: Words
    correct: YesNo = False
    why: Words


class Near(Strict):
    """A wrong answer that is to be expected, with an explanation of its own."""

    text: Words
    why: Words

    @property
    def compared(self) -> list[str]:
        """The text in every language, as it is compared."""
        return folded([self.text])


class Typed(Strict):
    """A gap to type into; the words of every language are right in any language."""

    accept: tuple[Words, ...] = Field(min_length=1)
    near: tuple[Near, ...] = ()
    why: Words

    @property
    def accepted(self) -> list[str]:
        """What is right, as it is compared."""
        return folded(self.accept)


class Menu(Strict):
    """A gap with options, one of which is right."""

    options: tuple[Option, ...] = Field(min_length=2)

    @property
    def by_id(self) -> dict[str, Option]:
        """The options by their ids: letters where the author gave none."""
        return {option.id or letters(place): option for place, option in enumerate(self.options)}

    @property
    def correct(self) -> list[str]:
        """The id of the right option."""
        return [name for name, option in self.by_id.items() if option.correct]

    def offered(self, salt: str) -> list[tuple[str, Option]]:
        """The options by their ids, in the order of a page, which tells nothing."""
        return [(name, self.by_id[name]) for name in dealt(self.by_id, salt)]


def _kind(gap: Any) -> str:
    menu = isinstance(gap, Menu) or (isinstance(gap, dict) and any(name.startswith("opt") for name in gap))
    return "menu" if menu else "typed"


def _of_one_kind(gap: object) -> object:
    """A gap that is typed or a menu, and not a bit of each."""
    if isinstance(gap, dict):
        if not gap.keys() - {"near", "why"}:
            raise _refused("cloze.no-answers")
        if gap.keys() >= {"accept", "options"}:
            raise _refused("cloze.both-kinds", "options")
        stray = [name for name in gap if name in ("near", "why") and "options" in gap]
        if stray:
            raise _refused("cloze.not-in-menu", *stray)
    return gap


def _refused(code: str, *fields: str) -> ValidationError:
    message: Any = code  # nobody reads pydantic's own
    kind = PydanticCustomError(code, message)
    faults = [InitErrorDetails(type=kind, loc=(name,), input=None) for name in fields]
    return ValidationError.from_exception_data("Gap", faults or [InitErrorDetails(type=kind, input=None)])


Gap = Annotated[
    Annotated[Typed, Tag("typed")] | Annotated[Menu, Tag("menu")],
    Discriminator(_kind),
    BeforeValidator(_of_one_kind),
]


class Cloze(Question):
    """A text whose gaps [[name]] are described under `gaps`."""

    shuffled = ("options",)

    type: Literal["cloze"]
    text: Words
    gaps: dict[Slug, Gap] = Field(min_length=1)

    def pieces(self, language: str) -> list[str]:
        """The text as HTML, cut at its gaps: HTML and names of gaps by turns; no line begins with a full stop."""
        html = BESIDE_A_GAP.sub("\u2060", block(self.text.of(language)))
        return [Markup(piece) for piece in GAP.split(html)]  # noqa: S704

    def numbers(self, language: str) -> dict[str, int]:
        """The gaps as they are met in reading, with their numbers."""
        return {name: number for number, name in enumerate(GAP.findall(self.text.of(language)), 1)}

    def width(self, language: str) -> int:
        """How many letters the typed gaps have room for, all alike."""
        words = [words.of(language) for gap in self.gaps.values() if isinstance(gap, Typed) for words in gap.accept]
        longest = max(map(len, words), default=0)
        return next((width for width in WIDTHS if longest < width), WIDTHS[-1])

    def faults(self) -> Iterator[Fault]:
        yield from self._text_faults()
        for name, gap in self.gaps.items():
            at = ("gaps", name)
            yield from _menu_faults(at, gap) if isinstance(gap, Menu) else _typed_faults(at, gap)

    def _text_faults(self) -> Iterator[Fault]:
        found = {language: GAP.findall(text) for language, text in self.text.texts.items()}
        for language, names in found.items():
            at = ("text", language)
            seen = NO_PLACE_FOR_A_GAP.sub("", block(self.text.of(language)))
            for name in names:
                if name not in self.gaps:
                    yield Fault("cloze.unknown-gap", at, {"gap": name, "gaps": ", ".join(self.gaps)})
                elif f"[[{name}]]" not in seen:
                    yield Fault("cloze.lost-gap", at, {"gap": name})
            yield from (Fault("cloze.same-gap", at, {"gap": names[place]}) for place in repeated(names))
        for name in self.gaps:
            without = [language for language, names in found.items() if name not in names]
            if without:
                yield Fault("cloze.unused-gap", ("gaps", name), {"gap": name, "languages": ", ".join(without)})

    def key(self) -> dict[str, Json]:
        return {"gaps": {name: _key(gap) for name, gap in self.gaps.items()}, "points": self.worth}

    def public(self) -> dict[str, Json]:
        numbers = {name: number for number, name in enumerate(self.gaps, 1)}
        texts = self.text.texts.items()
        return self.head | {
            "text": {lang: GAP.sub(lambda gap: f"[[{numbers[gap[1]]}]]", text) for lang, text in texts},
            "gaps": [{"id": str(numbers[name]), "kind": _kind(gap)} for name, gap in self.gaps.items()],
            "options": [
                {"id": f"{name}.{option}", "gap": numbers[name], "text": dict(each.text.texts)}
                for name, gap in self.gaps.items()
                if isinstance(gap, Menu)
                for option, each in gap.by_id.items()
            ],
        }

    def reasons(self) -> Mapping[str, Words]:
        reasons: dict[str, Words] = {}
        for name, gap in self.gaps.items():
            if isinstance(gap, Menu):
                reasons |= {f"{name}.{option}": each.why for option, each in gap.by_id.items()}
            else:
                reasons |= {name: gap.why} | {f"{name}.{number}": near.why for number, near in enumerate(gap.near, 1)}
        return reasons

    def restore(self, answer: Json, ids: Mapping[str, str]) -> Json:
        if not isinstance(answer, dict):
            return answer
        names = {str(number): name for number, name in enumerate(self.gaps, 1)}
        told = {str(names.get(number, number)): text for number, text in answer.items()}
        return {name: self._restored(name, text, ids) for name, text in told.items()}

    def _restored(self, name: str, text: Json, ids: Mapping[str, str]) -> Json:
        """A letter as the option's id; one of another gap keeps that gap's name, and is no option here."""
        is_letter = isinstance(self.gaps.get(name), Menu) and isinstance(text, str)
        return ids.get(text, text).removeprefix(f"{name}.") if is_letter else text


def folded(texts: Iterable[Words]) -> list[str]:
    """Texts in every language as they are compared, each once."""
    return list(dict.fromkeys(fold(text) for words in texts for text in words.texts.values()))


def _key(gap: Typed | Menu) -> dict[str, Json]:
    return {"options": list(gap.by_id), "correct": gap.correct} if isinstance(gap, Menu) else {"accept": gap.accepted}


def _menu_faults(loc: Loc, menu: Menu) -> Iterator[Fault]:
    at, gap = (*loc, "options"), loc[-1]
    right = sum(option.correct for option in menu.options)
    if right != 1:
        yield Fault("cloze.many-correct" if right else "cloze.no-correct", at, {"gap": gap, "count": right})
    names = [option.id or letters(place) for place, option in enumerate(menu.options)]
    for place in repeated(names):
        yield Fault("cloze.same-id", (*at, place), {"id": names[place], "gap": gap})
    for language in sorted({lang for option in menu.options for lang in option.text.languages} or {""}):
        texts = [option.text.of(language) for option in menu.options]
        for place in repeated([fold(text) for text in texts]):
            yield Fault("cloze.same-text", (*at, place), {"text": texts[place]})


def _typed_faults(loc: Loc, gap: Typed) -> Iterator[Fault]:
    known = set(gap.accepted)
    for place, near in enumerate(gap.near):
        for text in near.text.texts.values():
            if fold(text) in known:
                code = "cloze.near-accepted" if fold(text) in gap.accepted else "cloze.same-near"
                yield Fault(code, (*loc, "near", place), {"text": text})
        known.update(near.compared)
