"""The beginnings of new questions and dialogues: commented skeletons, written where they belong."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kontuar.banks import FOLDER
from kontuar.core.phrases import FALLBACK, PACKAGE, Phrases
from kontuar.dialogues.load import FOLDER as DIALOGUES
from kontuar.questions import types

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WRITTEN = ("pl", "en")
"""The languages that skeletons are written in."""
COMMENT = re.compile(r"(?P<indent>\s*)#(?P<lang>pl|en) (?P<text>.*)\n")


class Refused(Exception):
    """Why no question was written, in the words for a trainer."""


@dataclass(frozen=True)
class Order:
    """What somebody wants: a question of a type in a bank, with texts in the course's languages."""

    kind: str
    bank: str
    languages: Sequence[str]
    says: str

    def refuse(self, why: str, **values: str) -> Refused:
        """The refusal in the language of the one who asks."""
        return Refused(Phrases(self.says)[f"commands.new-{why}"].format(**values))


def write(root: Path, order: Order) -> tuple[Path, str]:
    """Puts the skeleton into the bank's file, which is made if need be; gives the file and the new question's id.

    Raises:
        Refused: the names can't be used, or the file is one that a question can't simply be added to.
    """
    if order.kind not in types():
        raise order.refuse("type", type=order.kind, types=", ".join(types()))
    if not SLUG.fullmatch(order.bank):
        raise order.refuse("bank", bank=order.bank)
    file = root / FOLDER / f"{order.bank}.yml"
    known = file.read_text("utf-8-sig") if file.is_file() else ""
    if known.strip() and not re.search(r"^questions:\s*(?:#.*)?$", known, re.MULTILINE):
        raise order.refuse("file", path=(FOLDER / file.name).as_posix())
    name = _free(order.kind, known)
    head = known.rstrip("\n") + "\n\n" if known.strip() else _head(order.bank)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head + question(order.kind, name, order.languages), encoding="utf-8", newline="\n")
    return file, name


def write_dialogue(root: Path, name: str, languages: Sequence[str], says: str) -> Path:
    """Writes the skeleton of a dialogue into a file of its own.

    Raises:
        Refused: the name can't be used, or there is such a file already.
    """
    words = Phrases(says)
    if not SLUG.fullmatch(name):
        raise Refused(words["commands.new-bank"].format(bank=name))
    file = root / DIALOGUES / f"{name}.yml"
    if file.exists():
        raise Refused(words["commands.new-exists"].format(path=(DIALOGUES / file.name).as_posix()))
    text = _in_languages((PACKAGE / "dialogues/skeleton.yml").read_text("utf-8"), languages, _told(languages))
    head = "# yaml-language-server: $schema=../../schemas/dialogue.schema.json\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head + text.replace("title:", f"dialogue: {name}\ntitle:", 1), encoding="utf-8", newline="\n")
    return file


def _told(languages: Sequence[str]) -> str:
    """The language of comments: the course's first, where there are any in it."""
    return languages[0] if languages and languages[0] in WRITTEN else FALLBACK


def question(kind: str, name: str, languages: Sequence[str]) -> str:
    """The skeleton of a type as an item of `questions:`."""
    text = (types()[kind].folder / "skeleton.yml").read_text("utf-8")
    comments: list[str] = []
    lines: list[str] = []
    for line in _in_languages(text, languages, _told(languages)).splitlines():
        (comments if line.startswith("#") and not lines else lines).append(line)
    body = textwrap.indent("\n".join(lines), "    ")
    return "".join(f"  {comment}\n" for comment in comments) + f"  - id: {name}\n{body}\n"


def _head(bank: str) -> str:
    return f"# yaml-language-server: $schema=../../schemas/bank.schema.json\nbank: {bank}\nquestions:\n\n"


def _free(kind: str, known: str) -> str:
    """An id that the bank does not have yet."""
    taken = set(re.findall(r"^\s*-?\s*id:\s*(\S+)", known, re.MULTILINE))
    number = 1
    while f"new-{kind}-{number}" in taken:
        number += 1
    return f"new-{kind}-{number}"


def _in_languages(text: str, languages: Sequence[str], told: str) -> str:
    """A skeleton with its texts in the languages of a course, and its comments in one."""
    return "".join(_pieces(text.splitlines(keepends=True), languages or WRITTEN, told))


def _pieces(lines: list[str], languages: Sequence[str], told: str) -> Iterator[str]:
    place = 0
    while place < len(lines):
        comment = COMMENT.fullmatch(lines[place])
        pair = re.fullmatch(r"(\s*(?:- )*)pl: (.*)\n", lines[place])
        if comment:
            yield f"{comment['indent']}# {comment['text']}\n" if comment["lang"] == told else ""
        elif lines[place].lstrip().startswith("words: {pl: "):
            yield _word_lists(lines[place], languages)
        elif pair:
            texts = {"pl": pair[2], "en": lines[place + 1].strip().removeprefix("en: ")}
            yield from _text(pair[1], texts, languages)
            place += 1
        elif place + 1 < len(lines) and lines[place + 1].lstrip().startswith("pl: ") and len(languages) == 1:
            text = {"pl": lines[place + 1], "en": lines[place + 2]}.get(languages[0], lines[place + 2])
            yield f"{lines[place].rstrip()} {text.strip()[4:]}\n"
            place += 2
        else:
            yield lines[place]
        place += 1


def _word_lists(line: str, languages: Sequence[str]) -> str:
    """The words of a meter, one list for each language."""
    head, lists = line.split("words: ", 1)
    known = dict(re.findall(r"(\w\w): (\[[^]]*\])", lists))
    if len(languages) == 1:
        return f"{head}words: {known.get(languages[0], known[FALLBACK])}\n"
    return f"{head}words: {{{', '.join(f'{name}: {known.get(name, known[FALLBACK])}' for name in languages)}}}\n"


def _text(head: str, texts: dict[str, str], languages: Sequence[str]) -> Iterator[str]:
    """One text for people, whose first line stands behind `head`: spaces, or the dash of a list."""
    if len(languages) == 1:
        yield f"{head}{texts.get(languages[0], texts[FALLBACK])}\n"
        return
    for number, language in enumerate(languages):
        yield f"{head if number == 0 else ' ' * len(head)}{language}: {texts.get(language, texts[FALLBACK])}\n"
