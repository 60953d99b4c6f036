import json
from pathlib import Path

import pytest

from kontuar.core import report
from kontuar.core.frame import WIDTH, frame, width
from kontuar.core.problems import Place, Problem, Problems

TAB = Problem(Place("quizzes/banks/first.yml", 2, 5, 12), "yaml.tab")
LOST = Problem(Place("quizzes/banks/first.yml", 3, 1, 2), "char.lost")
EMPTY = Problem(Place("a.yml"), "yaml.empty")


def test_a_problem_is_told_with_its_line_and_carets_under_it(tmp_path: Path) -> None:
    file = tmp_path / "quizzes/banks/first.yml"
    file.parent.mkdir(parents=True)
    file.write_bytes("\ufeffbank: first\r\n    options:\r\n".encode())
    assert report.text(Problems([TAB]), "en", tmp_path) == (
        "quizzes/banks/first.yml:2:5: error[yaml.tab]: this line is indented with a tab\n"
        "    2 |     options:\n"
        "      |     ^^^^^^^\n"
        "   help: indent with spaces, two for each level; many editors can be set to type them when you press Tab\n"
        "\n"
        "1 error in 1 file"
    )
    polish = report.text(Problems([TAB, LOST]), "pl", tmp_path)
    assert "quizzes/banks/first.yml:2:5: błąd[yaml.tab]: " in polish
    assert "first.yml:3:1: uwaga[char.lost]: " in polish
    assert "\n   rada: " in polish
    assert polish.endswith("\n\n1 błąd, 1 uwaga w 1 pliku")


def test_a_file_that_cannot_be_shown_is_told_without_a_frame(tmp_path: Path) -> None:
    told = report.text(Problems([EMPTY]), "en", tmp_path)
    assert told.splitlines()[1].startswith("   help: ")


@pytest.mark.parametrize(
    ("errors", "warnings", "files", "polish", "english"),
    [
        (0, 0, 0, "bez błędów i uwag", "no problems"),
        (1, 0, 1, "1 błąd w 1 pliku", "1 error in 1 file"),
        (2, 1, 1, "2 błędy, 1 uwaga w 1 pliku", "2 errors, 1 warning in 1 file"),
        (5, 3, 2, "5 błędów, 3 uwagi w 2 plikach", "5 errors, 3 warnings in 2 files"),
        (12, 22, 5, "12 błędów, 22 uwagi w 5 plikach", "12 errors, 22 warnings in 5 files"),
        (0, 5, 1, "5 uwag w 1 pliku", "5 warnings in 1 file"),
    ],
)
def test_the_summary_counts_as_the_language_does(
    errors: int, warnings: int, files: int, polish: str, english: str
) -> None:
    codes = ["yaml.tab"] * errors + ["char.lost"] * warnings
    problems = [Problem(Place(f"{n % max(files, 1)}.yml", n + 1), code) for n, code in enumerate(codes)]
    assert (report.summary(problems, "pl"), report.summary(problems, "en")) == (polish, english)


def test_github_gets_one_command_a_problem_with_everything_escaped() -> None:
    wild = Problem(Place("a,b:c%\r\n.yml", 3, 5, 9), "yaml.colon-space", {"key": "50%,\n::"})
    (command,) = report.github([wild], "en").splitlines()
    assert command == (
        "::error file=a%2Cb%3Ac%25%0D%0A.yml,line=3,col=5,endColumn=9,title=yaml.colon-space"
        '::there is no space after "50%25,↵:::"%0Ahelp: put a space after the colon'
    )
    assert report.github([LOST], "pl").startswith("::warning file=quizzes/banks/first.yml,line=3,")
    assert report.github([], "pl") == ""


def test_the_summary_page_is_a_table_in_which_nothing_turns_into_markup() -> None:
    wild = Problem(Place("a|b.yml"), "yaml.colon-space", {"key": "<img> `*x*` [a](b) | _c_"})
    lines = report.step_summary(Problems([wild, TAB]), "en").splitlines()
    assert lines[:4] == [
        "**2 errors in 2 files**",
        "",
        "| place | what is wrong | what to do |",
        "| --- | --- | --- |",
    ]
    assert lines[4].startswith("| a\\|b.yml:1:1 | error\\[yaml.colon-space\\]: ")
    assert "&lt;img> \\`\\*x\\*\\` \\[a\\](b) \\| \\_c\\_" in lines[4]
    assert report.step_summary([], "pl") == "**bez błędów i uwag**\n\n"


def test_the_summary_page_does_not_grow_without_end() -> None:
    many = [Problem(Place("a.yml", line), "yaml.tab") for line in range(1, 1001)]
    lines = report.step_summary(many, "en").splitlines()
    assert len(lines) == 4 + 500 + 2
    assert lines[-1] == "and 500 more"


def test_programs_get_plain_objects() -> None:
    (told,) = json.loads(json.dumps(report.as_json([TAB], "pl")))
    assert told == {
        "path": "quizzes/banks/first.yml",
        "line": 2,
        "col": 5,
        "end": 12,
        "severity": "error",
        "code": "yaml.tab",
        "says": TAB.says("pl"),
        "help": TAB.help("pl"),
    }


def under(shown: str) -> str:
    """What stands above the carets, by columns of a terminal."""
    line, carets = (part[8:] for part in shown.split("\n"))
    start, end = carets.index("^"), len(carets)
    column, marked = 0, ""
    for char in line:
        if start <= column < end:
            marked += char
        column += width(char)
    return marked


@pytest.mark.parametrize(
    ("line", "col", "end", "marked"),
    [
        ("ask: tak", 6, 9, "tak"),
        ("\t\task: tak", 8, 11, "tak"),
        ("żółć: ź", 7, 8, "ź"),
        ("漢字: x", 5, 6, "x"),
        ("漢字: x", 1, 3, "漢字"),
        ("😀: x", 4, 5, "x"),
        ("e\u0301: x", 5, 6, "x"),
        ("a\u200bb: x", 6, 7, "x"),
        ("a\u200bb", 2, 3, "<U+200B>"),
        ("a\tb", 2, 3, "→   "),
    ],
)
def test_the_carets_stand_under_what_is_marked(line: str, col: int, end: int, marked: str) -> None:
    assert under(frame(line, Place("a.yml", 7, col, end))) == marked


@pytest.mark.parametrize(
    ("line", "col", "spaces"),
    [("abcd: x", 7, 6), ("漢字: x", 5, 6), ("😀: x", 4, 4), ("e\u0301: x", 5, 3), ("\tx", 2, 4), ("👩\u200d🔧x", 4, 4)],
)
def test_wide_and_joined_characters_take_the_columns_of_a_terminal(line: str, col: int, spaces: int) -> None:
    assert frame(line, Place("a.yml", 1, col, col + 1)).split("\n")[1] == "      | " + " " * spaces + "^"


def test_a_mark_behind_the_end_of_a_line_is_one_caret() -> None:
    assert frame("ask:", Place("a.yml", 123456, 5, 6)) == "123456 | ask:\n       |     ^"
    assert frame("", Place("a.yml", 1, 1, 2)) == "    1 |\n      | ^"
    assert frame("ab", Place("a.yml", 1, 9, 20)) == "    1 | ab\n      |   ^"


@pytest.mark.parametrize("col", [1, 50, 99, 100, 101, 400, 990])
def test_a_long_line_is_cut_around_the_mark(col: int) -> None:
    line = "".join(str(n % 10) for n in range(1, 1001))
    shown = frame(line, Place("a.yml", 1, col, col + 5))
    assert under(shown) == line[col - 1 : col + 4]
    assert max(width(part) for part in shown.split("\n")) <= WIDTH + 10
    assert ("…" in shown[:10]) == (col > 96)


def test_a_mark_longer_than_the_window_is_cut_with_it() -> None:
    shown = frame("x" * 1000, Place("a.yml", 1, 1, 1001))
    assert shown == f"    1 | {'x' * WIDTH}…\n      | {'^' * WIDTH}"
