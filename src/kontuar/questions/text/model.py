"""text: a short answer to type; accepted ones, and near ones with a word of their own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import Field

from kontuar.core.schema import Fault, Strict
from kontuar.core.text import fold
from kontuar.core.words import Words
from kontuar.questions.question import Json, Question

AROUND = " .,;:!?…\"'„”“‘’«»()"
"""What people leave out at the ends of a short answer."""


class Near(Strict):
    """A wrong answer that many give, and what is wrong with it."""

    text: Words
    why: Words


class Text(Question):
    """Any of the accepted texts is right, in whatever language of the course it is typed."""

    type: Literal["text"]
    accept: tuple[Words, ...] = Field(min_length=1)
    near: tuple[Near, ...] = ()
    why: Words

    def answers(self, language: str) -> list[str]:
        """The accepted texts of one language, each once."""
        texts = [words.of(language) for words in self.accept]
        return list({fold(text): text for text in reversed(texts)}.values())[::-1]

    def faults(self) -> Iterator[Fault]:
        accepted = set(folded(self.accept))
        yield from self._accept_faults(accepted)
        seen: set[str] = set()
        for place, near in enumerate(self.near):
            texts = folded([near.text])
            right = [text for text in near.text.texts.values() if fold(text) in accepted]
            if right:
                yield Fault("text.near-accepted", ("near", place, "text"), {"text": right[0]})
            elif seen.issuperset(texts):
                yield Fault("text.same-near", ("near", place, "text"), {"text": texts[0]})
            seen.update(texts)

    def _accept_faults(self, accepted: set[str]) -> Iterator[Fault]:
        seen: set[str] = set()
        for place, words in enumerate(self.accept):
            texts = folded([words])
            if seen.issuperset(texts):
                yield Fault("text.same-accept", ("accept", place), {"text": texts[0]})
            seen.update(texts)
            for text in texts:
                bare = text.strip(AROUND)
                if bare and bare not in accepted:
                    yield Fault("text.punctuation", ("accept", place), {"text": text, "bare": bare})
                    break

    def key(self) -> dict[str, Json]:
        return {
            "accept": folded(self.accept),
            "near": [folded([near.text]) for near in self.near],
            "points": self.worth,
        }

    def public(self) -> dict[str, Json]:
        return self.head

    def reasons(self) -> Mapping[str, Words]:
        return {"answer": self.why} | {f"near-{place}": near.why for place, near in enumerate(self.near)}


def folded(texts: Iterable[Words]) -> list[str]:
    """Texts of all languages as they are compared, each once."""
    return list(dict.fromkeys(fold(text) for words in texts for text in words.texts.values()))
