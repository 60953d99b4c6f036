"""Problems that authors can mend: their places, their codes, and the sentences that explain them."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from kontuar.core.characters import visible

Severity = Literal["error", "warning"]
Args = Mapping[str, str | int]

FALLBACK_LANGUAGE = "en"
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A marked stretch of one line; lines and columns count from 1, in characters.

    `path` is relative to the course's root, with forward slashes; `end` is the column after the last marked
    character.
    """

    path: str
    line: int = 1
    col: int = 1
    end: int = 2


@dataclass(frozen=True, slots=True)
class Sentences:
    """What one code says in one language.

    `words` holds, by argument and by its value, the pieces that the value puts into the sentences.
    """

    says: str
    help: str
    words: Mapping[str, Mapping[str, Mapping[str, str]]]

    def fill(self, sentence: str, args: Args) -> str:
        values = {name: visible(str(value)) for name, value in args.items()}
        pieces = {
            name: piece.format_map(values)
            for arg, forms in self.words.items()
            for name, piece in forms[values[arg]].items()
        }
        return sentence.format_map(values | pieces)

    def needs(self) -> set[str]:
        """The arguments that have to be given."""
        chosen = [pieces for forms in self.words.values() for pieces in forms.values()]
        sentences = [self.says, self.help, *(piece for pieces in chosen for piece in pieces.values())]
        names = {name for text in sentences for _, name, _, _ in string.Formatter().parse(text) if name}
        return (names | set(self.words)) - {name for pieces in chosen for name in pieces}


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of the catalogue."""

    severity: Severity
    sentences: Mapping[str, Sentences]

    def in_language(self, lang: str) -> Sentences:
        return self.sentences.get(lang) or self.sentences[FALLBACK_LANGUAGE]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake at one place; `args` fill the `{names}` in the catalogue's sentences.

    Raises: KeyError when the catalogue has no such code, or when its sentences need an argument not given.
    """

    place: Place
    code: str
    args: Args = field(default_factory=dict)

    def __post_init__(self) -> None:
        missing = needed(self.code) - self.args.keys()
        if missing:
            raise KeyError(f"{self.code} needs {', '.join(sorted(missing))}")

    @property
    def severity(self) -> Severity:
        return catalogue()[self.code].severity

    def says(self, lang: str) -> str:
        sentences = catalogue()[self.code].in_language(lang)
        return sentences.fill(sentences.says, self.args)

    def help(self, lang: str) -> str:
        sentences = catalogue()[self.code].in_language(lang)
        return sentences.fill(sentences.help, self.args)

    def key(self) -> tuple[str, int, int, str, int, tuple[tuple[str, str], ...]]:
        """What sorts problems and tells two of them apart."""
        place = self.place
        args = tuple(sorted((name, str(value)) for name, value in self.args.items()))
        return place.path, place.line, place.col, self.code, place.end, args


class Problems:
    """A collection of problems, sorted by place and without repeats whatever the order of finding."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._found = {problem.key(): problem for problem in problems}

    def add(self, code: str, place: Place, **args: str | int) -> None:
        """Note a problem.

        Raises: KeyError when the catalogue has no such code, or when its sentences need an argument not given.
        """
        self.extend([Problem(place, code, args)])

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.update((problem.key(), problem) for problem in problems)

    def errors(self) -> list[Problem]:
        return [problem for problem in self if problem.severity == "error"]

    def __iter__(self) -> Iterator[Problem]:
        return iter([self._found[key] for key in sorted(self._found)])

    def __len__(self) -> int:
        return len(self._found)

    def __bool__(self) -> bool:
        return bool(self._found)


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every code of every `problems.yml` in the package."""
    entries: dict[str, Entry] = {}
    for file in sorted(_PACKAGE.rglob("problems.yml")):
        for code, fields in (_load(file)).items():
            if code in entries:
                raise ValueError(f"{code} stands in the catalogue twice, again in {file}")
            entries[code] = _entry(code, fields)
    return entries


def is_error(code: str) -> bool:
    return catalogue()[code].severity == "error"


@cache
def needed(code: str) -> set[str]:
    """The names of the arguments that the sentences of a code are filled with."""
    return set().union(*(sentences.needs() for sentences in catalogue()[code].sentences.values()))


def _load(file: Path) -> dict[str, dict[str, Any]]:
    # both loaders are safe ones; the one in C is the faster
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(file.read_text("utf-8"), loader) or {}  # noqa: S506


def _entry(code: str, fields: dict[str, Any]) -> Entry:
    severity = fields.pop("severity", None)
    if severity not in ("error", "warning"):
        raise ValueError(f"{code} needs a severity: error or warning")
    return Entry(severity, {lang: _sentences(forms) for lang, forms in fields.items()})


def _sentences(forms: Mapping[str, Any]) -> Sentences:
    return Sentences(forms["says"], forms["help"], forms.get("words") or {})
