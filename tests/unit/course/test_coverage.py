"""What is taught and tested of the points in course/atoms.yml."""

from pathlib import Path

from kontuar.commands.covered import covered
from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.course.coverage import as_json, coverage

from .courses import FILES, write

ATOMS = "A-1: {pl: Słuchaj., en: Listen.}\nA-2: {pl: Powtórz., en: Repeat.}\nA-3: {pl: Zapisz., en: Write.}\n"


def a_course(root: Path) -> Path:
    lesson = FILES["course/01-first/01-hello.pl.md"].replace("minutes: 5", "minutes: 5\ncovers: [A-1]")
    bank = FILES["quizzes/banks/first.yml"].replace("level: apply", "level: apply\n    covers: [A-1, A-2]")
    card = "---\ntitle: Karta\ncovers: [A-1]\n---\n"
    changes = {"course/atoms.yml": ATOMS, "course/01-first/01-hello.pl.md": lesson, "quizzes/banks/first.yml": bank}
    return write(root, {**changes, "docs/card.pl.md": card, "docs/card.en.md": card})


def test_each_point_names_the_pages_that_teach_it_and_the_questions_that_test_it(tmp_path: Path) -> None:
    problems = Problems()
    points = coverage(load(a_course(tmp_path), problems))
    assert not problems
    assert as_json(points, "en") == {
        "A-1": {"text": "Listen.", "taught": ["first/hello", "card"], "tested": ["first/greet"]},
        "A-2": {"text": "Repeat.", "taught": [], "tested": ["first/greet"]},
        "A-3": {"text": "Write.", "taught": [], "tested": []},
    }


def test_a_person_reads_how_many_are_covered_and_which_are_not(tmp_path: Path) -> None:
    points = coverage(load(a_course(tmp_path), Problems()))
    assert covered(points, "pl").splitlines() == [
        "A-1     Słuchaj.",
        "        uczą: first/hello, card",
        "        sprawdzają: first/greet",
        "A-2     Powtórz.",
        "        uczą: –",
        "        sprawdzają: first/greet",
        "A-3     Zapisz.",
        "        uczą: –",
        "        sprawdzają: –",
        "",
        "Uczone: 1 z 3, sprawdzane: 2 z 3. Ani jedno, ani drugie: A-3.",
    ]


def test_a_course_without_such_a_list_is_told_so(tmp_path: Path) -> None:
    assert "course/atoms.yml" in covered(coverage(load(write(tmp_path), Problems())), "en")
