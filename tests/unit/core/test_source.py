import codecs
import os
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontuar.core.problems import Place, Problems
from kontuar.core.source import MAX_BYTES, REPEATS, Source, lines_of, read
from kontuar.core.tree import parse
from tests.unit.core.reading import read_bytes, told


def test_a_byte_order_mark_and_other_line_ends_go_without_a_word(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "\ufeffą: 1\r\nb: 2\rc: 3\n".encode()) == ("ą: 1\nb: 2\nc: 3\n", [])


def test_a_letter_of_windows_1250_is_named_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"a: 1\r\n" + "Łódź: Gdańsk".encode("cp1250"))
    problems = Problems()
    assert read(tmp_path, tmp_path / "a.yml", problems) is None
    (problem,) = problems
    assert (problem.place, problem.args["letter"]) == (Place("a.yml", 2, 1, 2), "Ł")
    assert "Windows-1250" in problem.help("en")


def test_a_byte_that_is_no_letter_makes_no_guess(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfab\xff")
    problems = Problems()
    read(tmp_path, tmp_path / "a.yml", problems)
    assert told(problems) == ["file.encoding 1:3"]
    assert "Windows" not in next(iter(problems)).help("en")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_once(tmp_path: Path, encoding: str) -> None:
    assert read_bytes(tmp_path, "bank: first\nquestions: []\n".encode(encoding)) == (None, ["file.encoding 1:1"])


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"a" * MAX_BYTES)[1] == []
    assert read_bytes(tmp_path, b"a" * (MAX_BYTES + 1)) == (None, ["file.too-big 1:1"])


def test_what_is_no_file_is_told_plainly(tmp_path: Path) -> None:
    problems = Problems()
    (tmp_path / "folder.yml").mkdir()
    assert read(tmp_path, Path("folder.yml"), problems) is None
    assert read(tmp_path, Path("nothing.yml"), problems) is None
    assert told(problems) == ["file.unreadable 1:1", "file.not-found 1:1"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_out_of_the_course_is_refused_and_its_text_is_not_shown(tmp_path: Path) -> None:
    root = tmp_path / "course"
    root.mkdir()
    (tmp_path / "secret.yml").write_text("password")
    (root / "inside.yml").write_text("a: 1")
    (root / "out.yml").symlink_to(tmp_path / "secret.yml")
    (root / "in.yml").symlink_to(root / "inside.yml")
    (root / "circle.yml").symlink_to(root / "circle.yml")
    problems = Problems()
    assert read(root, root / "out.yml", problems) is None
    assert read(root, root / "circle.yml", problems) is None
    assert read(root, root / "in.yml", problems) == Source("in.yml", "a: 1")
    circle, out = problems
    assert circle.code in {"file.unreadable", "file.not-found"}, "it depends on the version of Python"
    assert out.code == "file.outside"
    assert lines_of(root, "out.yml") == []


def test_a_path_out_of_the_course_is_refused(tmp_path: Path) -> None:
    problems = Problems()
    (tmp_path / "course").mkdir()
    (tmp_path / "a.yml").write_text("a: 1")
    assert read(tmp_path / "course", Path("../a.yml"), problems) is None
    assert told(problems) == ["file.outside 1:1"]


@pytest.mark.parametrize("root", [".", "course", "{here}/course"])
def test_a_file_may_be_given_with_its_root_or_from_it_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str
) -> None:
    monkeypatch.chdir(tmp_path)
    top = Path(root.format(here=tmp_path))
    file = top / "banks" / "a.yml"
    file.parent.mkdir(parents=True)
    file.write_text("a: 1")
    for given_as in (file, file.absolute(), Path("banks/a.yml")):
        assert read(top, given_as, Problems()) == Source("banks/a.yml", "a: 1")
    assert lines_of(top, "banks/a.yml") == ["a: 1"]


def test_characters_that_yaml_refuses_become_spaces_so_that_places_stay(tmp_path: Path) -> None:
    text, found = read_bytes(tmp_path, "a: x\u2028y\x00z\ufeff!\n".encode())
    assert text == "a: x y z !\n"
    assert found == ["char.line-break 1:5", "char.control 1:7", "char.invisible 1:9"]


def test_a_file_full_of_one_mistake_does_not_drown_the_others(tmp_path: Path) -> None:
    text, found = read_bytes(tmp_path, b"\x01" * 1000)
    assert text == " " * 1000
    assert len(found) == REPEATS


@pytest.mark.parametrize(
    "piece", ["\u200f", "\U0001f3f4\U000e0067", "a: b\n", "- {a: b, c}\n", "- &a b\n", "<<<<<<< x\n", "- a b #c\n"]
)
def test_a_big_file_full_of_one_mistake_is_read_in_seconds(tmp_path: Path, piece: str) -> None:
    (tmp_path / "a.yml").write_text(piece * 100_000, "utf-8")
    started = monotonic()
    problems = Problems()
    source = read(tmp_path, Path("a.yml"), problems)
    if source:
        parse(source, problems)
    assert monotonic() - started < 20, "the time must not grow with the square of the size"
    assert len(problems) <= 2 * REPEATS


CONFLICT = "<<<<<<< HEAD\nold\n=======\nnew\n>>>>>>> theirs\n"


def test_each_merge_conflict_is_told_once_and_the_text_is_given_up(tmp_path: Path) -> None:
    three_versions = CONFLICT.replace("=======", "||||||| base\nolder\n=======")
    raw = f"first\n{CONFLICT}between\n\u200b\n{three_versions}"
    assert read_bytes(tmp_path, raw.encode()) == (None, ["file.merge-conflict 2:1", "file.merge-conflict 9:1"])


@pytest.mark.parametrize(
    "text",
    [
        "Heading\n=======\n\nOther\n=======\n",
        "Text\n\n=======\n<<<<<<< is how a conflict begins\n",
        "    <<<<<<< HEAD\n    =======\n    >>>>>>> theirs\n",
        "<<<<<<<<\n========\n>>>>>>>>\n",
        "a <<<<<<< b\n=======\n",
    ],
)
def test_what_only_looks_like_a_merge_conflict_is_left_alone(tmp_path: Path, text: str) -> None:
    assert read_bytes(tmp_path, text.encode()) == (text, [])


def test_a_place_ends_with_its_line() -> None:
    source = Source("a.md", "zażółć\ngęślą\njaźń", first_line=4)
    assert source.at(7, 13) == Place("a.md", 5, 1, 6)
    assert source.at(6) == Place("a.md", 4, 7, 8)
    assert source.at(9, 11) == Place("a.md", 5, 3, 5)
    assert source.at(999) == Place("a.md", 6, 5, 6)


BYTES = st.binary(max_size=200) | st.text(max_size=200).map(str.encode)


@given(raw=BYTES | BYTES.map(codecs.BOM_UTF8.__add__))
@settings(deadline=None)
def test_reading_never_raises_and_every_place_lies_in_the_file(
    raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("any")
    (root / "a.yml").write_bytes(raw)
    problems = Problems()
    source = read(root, root / "a.yml", problems)
    lines = raw.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.col <= len(lines[problem.place.line - 1]) + 1
    assert source is not None or problems
