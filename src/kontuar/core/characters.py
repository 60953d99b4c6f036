"""Characters that nobody sees but that change what a file means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
_LINE_BREAKS = "\x85\u2028\u2029"
_MARKS_OF_DIRECTION = "\u200e\u200f\u061c"
_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" + _MARKS_OF_DIRECTION
_JOINERS = "\u200c\u200d"
_BLACK_FLAG = "\U0001f3f4"


def suspects(text: str) -> Iterator[tuple[int, str]]:
    """Where a character does not belong, and the code of the problem.

    Left alone: joiners inside emoji and between letters of scripts that need them, direction marks in lines with
    right-to-left letters, the tags that make up a regional flag, soft hyphens and non-breaking spaces.
    """
    line = _Line(text)
    for match in _SUSPECT.finditer(text):
        code = _code(text, match.start(), line)
        if code:
            yield match.start(), code


def _code(text: str, index: int, line: _Line) -> str | None:
    char = text[index]
    if char in _LINE_BREAKS:
        return "char.line-break"
    if char == "\ufffd":
        return "char.lost"
    if unicodedata.category(char) in ("Cc", "Cn"):
        return "char.control"
    if char in _DIRECTION:
        return None if char in _MARKS_OF_DIRECTION and line.right_to_left(index) else "char.direction"
    if (char in _JOINERS and _joins(text, index)) or (char > "\U000e0000" and _in_flag(text, index)):
        return None
    return "char.invisible"


class _Line:
    """The line that was asked about last; one line may be the whole of a big file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1
        self._answer = False

    def right_to_left(self, index: int) -> bool:
        """Whether the line around a character has letters written from right to left; ask in order."""
        if index > self._end:
            start, stop = self._text.rfind("\n", 0, index) + 1, self._text.find("\n", index)
            self._end = stop if stop >= 0 else len(self._text)
            self._answer = any(_is_right_to_left(char) for char in self._text[start : self._end])
        return self._answer


def _is_right_to_left(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL") and char not in _DIRECTION


def _joins(text: str, index: int) -> bool:
    """Whether both neighbours are emoji, or letters of a script in which joiners are spelling."""
    return 0 < index < len(text) - 1 and _joinable(text[index - 1]) and _joinable(text[index + 1])


def _joinable(char: str) -> bool:
    after_european_letters = char >= "\u0590" and not "\u1e00" <= char <= "\u218f"
    return after_european_letters and unicodedata.category(char) != "Cf"


def _in_flag(text: str, index: int) -> bool:
    flag = text.rfind(_BLACK_FLAG, max(0, index - 7), index)
    return flag >= 0 and all(char >= "\U000e0020" for char in text[flag + 1 : index])


def visible(text: str) -> str:
    """The text on one line, with every character that does not belong spelt out as `<U+200B>`."""
    return "".join(cells(text)) if _SUSPECT.search(text) or "\n" in text else text


def cells(text: str) -> list[str]:
    """The characters of a text as they are shown, each by itself."""
    shown = list(text.replace("\n", "↵"))
    for index, code in suspects(text):
        if code != "char.lost":
            shown[index] = name(text[index])
    return shown


def name(char: str) -> str:
    return f"<U+{ord(char):04X}>"


def is_suspect(code_point: int) -> bool:
    """Whether the character is one that nobody sees; a line feed is fine."""
    return code_point > 0x10FFFF or _SUSPECT.match(chr(code_point)) is not None
