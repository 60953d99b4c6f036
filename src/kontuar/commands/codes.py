"""The page that explains every code of `kontuar check`, generated from the catalogue in each language."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kontuar.core.phrases import Phrases
from kontuar.core.problems import Entry, Sentences, catalogue

FRONT = (
    "---\ntitle: {title}\ndescription: {about}\norder: 95\nsection: trainers\ngenerated: yes\n---\n"
    "\n# {title}\n\n{about}\n"
)
HOLE = re.compile(r"\{(\w+)\}")
TYPED = re.compile(r"""("[^"]*"|'…')""")  # what is typed in a file: as code, so that its quotes stay straight


def pages(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The file name and the Markdown of the page in each language."""
    for language in languages:
        words = Phrases(language)
        head = FRONT.format(title=words["commands.codes-title"], about=words["commands.codes-about"])
        yield f"docs/messages.{language}.md", head + "".join(_sections(language, words))


def write_pages(root: Path, languages: tuple[str, ...]) -> Iterator[Path]:
    """Writes the pages and gives their paths."""
    for name, text in pages(languages):
        (root / name).write_text(text, encoding="utf-8", newline="\n")
        yield root / name


def _sections(language: str, words: Phrases) -> Iterator[str]:
    columns = [words[f"commands.codes-{column}"] for column in ("code", "says", "help")]
    for group, codes in groupby(sorted(catalogue()), key=lambda code: code.split(".")[0]):
        rows = [_row(code, catalogue()[code], language, words) for code in codes]
        table = "\n".join([_cells(columns), _cells(["---"] * len(columns)), *rows])
        yield f"\n## {group} {{#{group}}}\n\n{table}\n"


def _row(code: str, entry: Entry, language: str, words: Phrases) -> str:
    sentences = entry.in_language(language)
    mark = "" if entry.severity == "error" else f" ({words['commands.codes-warning']})"
    return _cells([f"`{code}`{mark}", _open(sentences.says), " / ".join(map(_open, _forms(sentences)))])


def _forms(sentences: Sentences) -> list[str]:
    """The help in all its forms, where it is nothing but a hole for one of several."""
    hole = HOLE.fullmatch(sentences.help)
    chosen = [pieces for forms in sentences.words.values() for pieces in forms.values()]
    return [pieces[hole[1]] for pieces in chosen if hole and hole[1] in pieces] or [sentences.help]


def _open(sentence: str) -> str:
    """A sentence with dots where a file's own words will stand, safe in a table."""
    text = HOLE.sub("…", sentence).replace("{{", "{").replace("}}", "}")
    return "".join(f"`{part}`" if TYPED.fullmatch(part) else _plain(part) for part in TYPED.split(text))


def _plain(text: str) -> str:
    return re.sub(r"([\\|*_`<>\[\]#])", r"\\\1", text).replace("\ufffd", "&#xfffd;")


def _cells(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
