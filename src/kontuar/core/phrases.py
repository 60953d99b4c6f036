"""The words of the interface, kept beside what they belong to in files named words.yml."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kontuar.core.problems import Problems
from kontuar.core.source import read
from kontuar.core.tree import Map, Tree, parse

PACKAGE = Path(__file__).parent.parent
FALLBACK = "en"

Phrase = str | dict[str, str]  # a sentence, or its plural forms by category (one, few, many, other)


class Phrases:
    """Sentences of one language by key, e.g. phrases["questions.check"]; English where a language has none."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __getitem__(self, key: str) -> str:
        phrase = self._phrase(key)
        if isinstance(phrase, dict):
            raise KeyError(f"{key} has plural forms: ask count()")
        return phrase

    def count(self, key: str, number: int, **values: str) -> str:
        """The form of a counted phrase that fits the number, with the number filled in for {n}, and other values."""
        phrase = self._phrase(key)
        if isinstance(phrase, str):
            raise KeyError(f"{key} has no plural forms")
        return phrase[plural(self.language, number, phrase)].format(n=number, **values)

    def starting(self, *prefixes: str) -> dict[str, Phrase]:
        """All phrases under the given folders, for the page's scripts."""
        return {key: self._phrase(key) for key in catalogue() if key.split(".")[0] in prefixes}

    def _phrase(self, key: str) -> Phrase:
        entry = catalogue()[key]
        return entry.get(self.language, entry[FALLBACK])


def plural(language: str, number: int, forms: Mapping[str, str]) -> str:
    """The CLDR plural category of a whole number in Polish and in languages that count like English."""
    if number == 1:
        category = "one"
    elif language != "pl":
        category = "other"
    elif number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        category = "few"
    else:
        category = "many"
    return category if category in forms else "other"


@cache
def catalogue() -> dict[str, dict[str, Phrase]]:
    """Every phrase of the package: {"folder.key": {language: phrase}}."""
    return {key: entry for file in sorted(PACKAGE.rglob("words.yml")) for key, entry in _entries(file)}


def _entries(file: Path) -> Iterator[tuple[str, dict[str, Phrase]]]:
    for key, languages in load_map(file).items():
        if not isinstance(languages, Map):
            raise TypeError(f"{file}: {key} has no languages")
        yield f"{file.parent.name}.{key}", {str(lang): _plain(phrase) for lang, phrase in languages.items()}


def _plain(phrase: Tree) -> Phrase:
    if isinstance(phrase, Map):
        return {str(form): str(text) for form, text in phrase.items()}
    return str(phrase)


def load_map(file: Path) -> Map:
    """A YAML file of our own package as a map.

    Raises:
        ValueError: the file has a problem; ours to mend, so it is not reported to trainers.
    """
    problems = Problems()
    source = read(PACKAGE, file, problems)
    tree = parse(source, problems) if source else None
    if problems or not isinstance(tree, Map):
        raise ValueError(f"{file}: {[(p.code, p.place) for p in problems]}")
    return tree
