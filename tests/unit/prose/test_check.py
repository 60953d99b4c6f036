"""The check of a whole course: which files and fields it reads, and what silences it."""

from pathlib import Path

import pytest

from kontuar import prose
from kontuar.cli import main
from kontuar.core.problems import Problems
from kontuar.core.source import Source
from kontuar.core.tree import parse
from kontuar.course import load
from kontuar.prose.manuscripts import texts
from kontuar.prose.silence import in_markdown, in_yaml
from tests.unit.course.courses import changed, write


def told(root: Path) -> list[str]:
    """The findings on style, as `path:line:col rule`."""
    found = Problems()
    prose.check(load(root, Problems()), found)
    return [f"{p.place.path}:{p.place.line}:{p.place.col} {p.code.removeprefix('prose.')}" for p in found]


def test_a_course_of_one_language_may_write_plain_texts(tmp_path: Path) -> None:
    files = {
        "course/course.yml": "id: a-b\nlanguages: [pl]\ntitle: Witam\nmodules:\n  - {id: first, title: O 15:00}\n",
        "course/01-first/01-hello.md": "---\ntitle: Cześć\nminutes: 1\n---\n\nWitam.\n",
        "course/01-first/01-hello.pl.md": None,
        "course/01-first/01-hello.en.md": None,
        "docs/index.pl.md": "---\ntitle: Kurs\nlead: Na ten moment nic.\n---\n",
        "docs/index.en.md": None,
        "quizzes/banks/first.yml": None,
    }
    assert told(write(tmp_path, files)) == [
        "course/01-first/01-hello.md:6:1 banned",
        "course/course.yml:3:8 banned",
        "course/course.yml:5:26 number",
        "docs/index.pl.md:3:7 banned",
    ]


def test_texts_are_found_by_their_languages_wherever_they_stand() -> None:
    written = "a: {pl: [x, y], en: z}\nb: [{c: {en: v}}]\nd: plain words\ne: {pl: w, f: u}\n"
    tree = parse(Source("a.yml", written), Problems())
    assert tree is not None
    assert [(str(text), language, field) for text, language, field in texts(tree, ("pl", "en"))] == [
        ("x", "pl", ("a",)),
        ("y", "pl", ("a",)),
        ("z", "en", ("a",)),
        ("v", "en", ("b", "c")),
    ]


@pytest.mark.parametrize("option", ["--prose", "--format=json"])
def test_style_is_checked_only_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    root = write(tmp_path, changed("course/01-first/01-hello.pl.md", "# Cześć", "# Witam"))
    assert main(["check", str(root), option]) == 0
    assert ("prose.banned" in capsys.readouterr().out) == (option == "--prose")


def test_a_silence_in_markdown_holds_for_the_next_block_only() -> None:
    body = Source("a.md", "x\n\n<!-- prose: a, b-c – why – so -->\n\n- one\n- two\n\nthree\n", 10)
    (silence,) = in_markdown(body)
    assert (silence.rules, silence.reason, silence.place.line) == (("a", "b-c"), "why – so", 12)
    assert silence.lines == range(14, 16)


def test_a_comment_within_a_line_of_markdown_is_no_silence() -> None:
    assert list(in_markdown(Source("a.md", "Tekst <!-- prose: banned – x -->\n"))) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1\n# prose: banned – x\nb:\n  c: 2\n\n  d: 3\ne: 4\n", range(3, 7)),
        ("a:\n  - pl: 1 # prose: banned – x\n    en: 2\n", range(2, 3)),
        ("a:\n  # prose: banned – x\n  - pl: 1\n    en: 2\n  - pl: 3\n", range(3, 5)),
        ("a:\n  b: | # prose: banned – x\n    text\n    text\n  c: 2\n", range(2, 5)),
        ("a: 1\n# prose: banned – x\n", range(1, 1)),
    ],
)
def test_a_silence_in_yaml_holds_for_its_field_or_item(text: str, lines: range) -> None:
    (silence,) = in_yaml(Source("a.yml", text))
    assert silence.lines == lines


def test_a_silence_above_the_first_field_holds_for_the_whole_file() -> None:
    (silence,) = in_yaml(Source("a.yml", "# about\n# prose: banned – x\n\na: 1\n"))
    assert 1 in silence.lines
    assert 10_000 in silence.lines
