"""A course is read whole: what is sound is kept, and each mistake is told at its place."""

from pathlib import Path

from .courses import FILES, changed, found, write

COURSE, LESSON, BANK = "course/course.yml", "course/01-first/01-hello.pl.md", "quizzes/banks/first.yml"


def test_a_sound_course_has_no_problems(tmp_path: Path) -> None:
    course, problems = found(write(tmp_path))
    assert problems == []
    assert [lesson.full_id for module in course.modules for lesson in module.lessons] == ["first/hello"]
    assert course.modules[0].lessons[0].pages["en"].front.title == "Hello"
    assert course.modules[0].lessons[0].pages["pl"].quizzes[0].items == (("first", "greet"),)


def test_a_page_that_lacks_a_language_is_told_at_the_page_that_is_there(tmp_path: Path) -> None:
    _, problems = found(write(tmp_path, {"course/01-first/01-hello.en.md": None}))
    assert problems == [f"{LESSON}:1:1 page.missing-language"]


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


def test_a_course_below_a_hidden_folder_keeps_its_lessons(tmp_path: Path) -> None:
    course, problems = found(write(tmp_path / ".worktree" / "course"))
    assert problems == []
    assert len(course.modules[0].lessons) == 1


def test_a_course_file_that_cannot_be_read_casts_no_doubt_on_other_files(tmp_path: Path) -> None:
    _, problems = found(write(tmp_path, changed(COURSE, "id: small", "id: [small")))
    assert [problem for problem in problems if COURSE not in problem] == []
    assert problems
