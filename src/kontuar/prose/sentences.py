"""Sentences: where they begin and end, as far as stops, abbreviations and quotation marks tell."""

import re
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"[^\W_]\S*")
STOP = re.compile(r"""[.!?…]+[)\]"'”’»]*(?=\s|\Z)|\n(?=[ \t]*[–—]\s)""")
NEXT = re.compile(r"""[\s"'„“”‘’«»(\[–—-]*(\S?)""")
LAST = re.compile(r"""[^\s"'„“‘«(\[]*\Z""")
LONGEST = 12  # characters of an abbreviation

NEVER_LAST = {
    "pl": re.compile(r"al|dz|dz\.u|hab|im|inż|m\.in|mgr|np|p|por|prof|red|tj|tłum|tzn|tzw|ul|woj|zob|św", re.I),
    "en": re.compile(r"cf|dr|e\.g|i\.e|mr|mrs|ms|prof|st|v|viz|vs", re.I),
}
BEFORE_NUMBERS = {
    "pl": re.compile(r"art|godz|min|nr|ok|pkt|poz|rozdz|s|str|tab|tel|ust", re.I),
    "en": re.compile(r"approx|arts?|ca|ch|fig|nos?|p|para|pp|sec|vol", re.I),
}
NONE = re.compile(r"(?!)")


class Sentence(NamedTuple):
    """A sentence between two offsets of a text, with the number of its words."""

    start: int
    stop: int
    words: int


def words(text: str) -> int:
    """How many words a text has; a number or a figure with letters is one, a dash is none."""
    return sum(1 for _ in WORD.finditer(text))


def sentences(text: str, language: str) -> Iterator[Sentence]:
    """The sentences of one paragraph; what holds no word is none."""
    start = 0
    ends = (stop.end() for stop in STOP.finditer(text) if _ends(text, stop, language))
    for end in (*ends, len(text)):
        piece = text[start:end]
        count = words(piece)
        if count:
            first = start + len(piece) - len(piece.lstrip())
            yield Sentence(first, start + len(piece.rstrip()), count)
        start = end


def _ends(text: str, stop: re.Match[str], language: str) -> bool:
    """Whether a sentence ends here: what goes on with a small letter only reports who speaks."""
    after = NEXT.match(text, stop.end())
    following = after[1] if after else ""
    if following.islower():
        return False
    return stop[0] != "." or not _is_abbreviation(text, stop.start(), following, language)


def _is_abbreviation(text: str, stop: int, following: str, language: str) -> bool:
    found = LAST.search(text[max(0, stop - LONGEST) : stop])
    word = found[0] if found else ""
    if len(word) == 1 and word.isupper() and word != "I":
        return True  # an initial
    known = [NEVER_LAST.get(language, NONE)]
    if following.isdigit():
        known.append(BEFORE_NUMBERS.get(language, NONE))
    return bool(following) and any(abbreviation.fullmatch(word) for abbreviation in known)
