"""What the pages of tests and of the exam hand to their scripts."""

import json
from pathlib import Path
from typing import Any

from kontuar.site.site import make

from ..course.courses import FILES, write

BANK = "quizzes/banks/first.yml"
REFLECT = """\
  - id: think
    type: reflect
    ask: {pl: Co powiesz?, en: What will you say?}
    model: {pl: Sprawdzę., en: I'll check.}
    rubric:
      - {pl: Mówię wprost., en: It says so.}
"""
EXAM = "pass: 70\ncooldown: 30\ndraw:\n  - {from: first, take: 2, levels: {apply: 1}}\n"


def rules(root: Path, uri: str) -> dict[str, Any]:
    text = "".join(make(root, "pl", False).pages[uri].slots)
    found: dict[str, Any] = json.loads(text.split("<kt-paper")[1].split("<template>")[1].split("</template>")[0])
    return found


def test_a_test_and_the_exam_know_what_may_be_drawn_and_leave_out_what_is_not_scored(tmp_path: Path) -> None:
    write(tmp_path, {BANK: FILES[BANK] + REFLECT, "quizzes/exam.yml": EXAM})
    test, exam = rules(tmp_path, "course/first/test.md"), rules(tmp_path, "exam.md")
    for part in (*test["parts"], *exam["parts"]):
        assert part["questions"] == [["greet", "apply", "listen"], ["form", None, ""]]
        assert (part["bank"], part["title"], part["take"], part["levels"]) == ("first", "Pierwszy", 2, {"apply": 1})
    assert (test["mark"], test["cooldown"]) == (50, 0)
    assert (exam["mark"], exam["cooldown"], exam["timer"], exam["certificate"]) == (70, 30, 0, "")
    assert (test["parts"][0]["url"], exam["parts"][0]["url"]) == ("../../../banks/first/", "../banks/first/")


def test_an_exam_stands_in_the_navigation_before_the_certificate_and_offers_its_timer(tmp_path: Path) -> None:
    course = {"course/course.yml": FILES["course/course.yml"] + "certificate: {modules: all, exam: yes}\n"}
    write(tmp_path, {**course, "quizzes/exam.yml": EXAM + "timer: 45\n"})
    site = make(tmp_path, "pl", False)
    names = [next(iter(entry)) for entry in site.nav]
    assert names.index("Egzamin") == names.index("Zaświadczenie") - 1
    page = site.pages["exam.md"].slots[0]
    assert 'name="timed" checked' in page
    assert "Nie ma limitu czasu" not in page
    assert rules(tmp_path, "exam.md")["certificate"] == "../certificate/"
