"""A course is read whole: what is sound is kept, and each mistake is told at its place."""

from pathlib import Path

import pytest

from .courses import FILES, changed, found, write

COURSE, LESSON, BANK = "course/course.yml", "course/01-first/01-hello.pl.md", "quizzes/banks/first.yml"


def test_a_sound_course_has_no_problems(tmp_path: Path) -> None:
    course, problems = found(write(tmp_path))
    assert problems == []
    assert [lesson.full_id for module in course.modules for lesson in module.lessons] == ["first/hello"]
    assert course.modules[0].lessons[0].pages["en"].front.title == "Hello"
    assert course.modules[0].lessons[0].pages["pl"].quizzes[0].items == (("first", "greet"),)


MISTAKES = [
    (changed(COURSE, "draw: 2", "draw: 3"), f"{COURSE}:7:12 test.too-few"),
    (changed(COURSE, "{apply: 1}", "{apply: 2}"), f"{COURSE}:7:40 test.too-few-of-level"),
    (changed(COURSE, "draw: 2, pass: 50, levels: {apply: 1}", "draw: 1, levels: {apply: 2}"),
     f"{COURSE}:7:12 test.levels-over-draw"),
    (changed(COURSE, "    test:", "    bank: other\n    test:"), f"{COURSE}:8:5 test.no-bank"),
    (changed(COURSE, "id: first", "id: second"), f"{COURSE}:5:5 module.no-folder"),
    (changed(LESSON, "[listen]", "[lisen]"), f"{LESSON}:4:14 lesson.unknown-objective"),
    (changed(LESSON, "[greet]", "[gret]"), f"{LESSON}:10:13 quiz.near-question"),
    (changed(LESSON, "[greet]", "[other/greet]"), f"{LESSON}:10:13 quiz.unknown-bank"),
    (changed(LESSON, "questions: [greet]", "from: first\ndraw: 9"), f"{LESSON}:11:1 quiz.too-few"),
    (changed(LESSON, "questions: [greet]", "draw: 1\nquestions: [greet]"), f"{LESSON}:10:1 quiz.list-or-draw"),
    (changed(LESSON, "questions: [greet]", ""), f"{LESSON}:9:1 quiz.empty"),
    (changed(LESSON, "[greet]\n```", "[greet]"), f"{LESSON}:9:1 fence.not-closed"),
    (changed(LESSON, "# Cześć\n", "[karta](../../docs/karta.pl.md)\n"), f"{LESSON}:7:9 link.missing"),
    (changed(LESSON, "# Cześć\n", "<b onclick='x()'>x</b>\n"), f"{LESSON}:7:4 html.handler"),
    (changed(LESSON, "# Cześć\n", "Uwaga <script>x()</script>\n"), f"{LESSON}:7:7 html.script"),
    (changed(LESSON, "# Cześć\n", "[x](javascript:alert)\n"), f"{LESSON}:7:5 html.javascript"),
    (changed(LESSON, "---\ntitle: Cześć\nminutes: 5\nobjectives: [listen]\n---\n", ""), f"{LESSON}:1:1 front.missing"),
    ({"course/01-first/01-hello.en.md": None}, f"{LESSON}:1:1 page.missing-language"),
    ({"course/01-first/hello.pl.md": FILES[LESSON]}, "course/01-first/hello.pl.md:1:1 lesson.bad-name"),
    ({"course/01-first/02-test.pl.md": FILES[LESSON]}, "course/01-first/02-test.pl.md:1:1 lesson.reserved"),
    ({"course/01-first/02-hello.pl.md": FILES[LESSON]}, "course/01-first/02-hello.pl.md:1:1 lesson.same-id"),
    ({"course/02-lost/01-a.pl.md": FILES[LESSON]}, "course/02-lost:1:1 module.not-listed"),
    ({"docs/Karta.md": "x"}, "docs/Karta.md:1:1 article.bad-name"),
    (changed(BANK, "bank: first", "bank: frist"), f"{BANK}:1:1 bank.other-name"),
    (changed(BANK, "type: truth", "type: trueth"), f"{BANK}:4:11 question.unknown-type"),
    (changed(BANK, "    type: truth\n", ""), f"{BANK}:3:5 question.no-type"),
    (changed(BANK, "id: form", "id: greet"), f"{BANK}:10:5 question.same-id"),
    (changed(BANK, "objective: listen", "objective: lisen"), f"{BANK}:6:16 question.unknown-objective"),
    ({BANK: "bank: first\n"}, f"{BANK}:1:1 bank.no-questions"),
    ({BANK: "- a\n"}, f"{BANK}:1:1 bank.not-a-bank"),
    ({"course/atoms.yml": "S1-1: x\n", **changed(LESSON, "minutes: 5", "covers: [S9-9]\nminutes: 5")},
     f"{LESSON}:3:10 covers.unknown"),
]


@pytest.mark.parametrize(("changes", "says"), MISTAKES, ids=[says.split()[-1] for _, says in MISTAKES])
def test_a_mistake_is_told_at_its_place(tmp_path: Path, changes: dict[str, str | None], says: str) -> None:
    assert says in found(write(tmp_path, changes))[1]


def test_a_folder_without_a_course_is_told_what_to_do(tmp_path: Path) -> None:
    assert found(tmp_path)[1] == ["course/course.yml:1:1 course.no-file"]


def test_examples_in_longer_fences_are_left_alone(tmp_path: Path) -> None:
    text = FILES[LESSON] + "\n````markdown\n```quiz\nquestions: [nobody]\n```\n````\n"
    assert found(write(tmp_path, {LESSON: text}))[1] == []


def test_one_broken_question_leaves_the_others(tmp_path: Path) -> None:
    course, _ = found(write(tmp_path, changed(BANK, "answer: yes", "answer: perhaps")))
    assert list(course.banks["first"].questions) == ["form"]


def test_a_course_in_one_language_needs_no_language_in_file_names(tmp_path: Path) -> None:
    files: dict[str, str | None] = dict.fromkeys(FILES, None)
    files[COURSE] = FILES[COURSE].replace("[pl, en]", "[pl]").replace(", en: Small course", "")
    files[COURSE] = "id: small\nlanguages: [pl]\ntitle: Mały\nmodules:\n  - {id: first, title: Pierwszy}\n"
    files["course/01-first/01-hello.md"] = "---\ntitle: Cześć\nminutes: 5\n---\n# Cześć\n"
    course, problems = found(write(tmp_path, files))
    assert problems == []
    assert course.modules[0].lessons[0].pages["pl"].front.title == "Cześć"


def test_the_course_version_follows_keys_and_rules_but_not_wording(tmp_path: Path) -> None:
    def version(changes: dict[str, str | None], folder: str) -> str:
        return found(write(tmp_path / folder, changes))[0].version

    first = version({}, "a")
    assert version(changed(BANK, "Najpierw słuchamy.", "Słuchamy najpierw."), "b") == first
    assert version(changed(BANK, "answer: yes", "answer: no"), "c") != first
    assert version(changed(COURSE, "pass: 50", "pass: 60"), "d") != first
    assert len(first) == 10


def test_a_broken_bank_is_told_once_and_not_at_every_page_that_uses_it(tmp_path: Path) -> None:
    _, problems = found(write(tmp_path, changed(BANK, "ask: {pl: Najpierw słuchamy.", "ask: {pl: Najpierw: słuchamy.")))
    assert [problem for problem in problems if BANK not in problem] == []
    assert problems


def test_a_broken_question_is_told_once_and_not_where_it_is_used(tmp_path: Path) -> None:
    _, problems = found(write(tmp_path, changed(BANK, "answer: yes", "answer: perhaps")))
    assert [problem for problem in problems if BANK not in problem] == []
