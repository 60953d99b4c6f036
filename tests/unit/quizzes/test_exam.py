"""The exam of a course: read with the banks that it draws from."""

from pathlib import Path

from tests.unit.course.courses import FILES, changed, found, write

EXAM, BANK = "quizzes/exam.yml", "quizzes/banks/first.yml"
SOUND = "pass: 70\ncooldown: 30\ndraw:\n  - {from: first, take: 2, levels: {apply: 1}}\n"
REFLECT = """\
  - id: think
    type: reflect
    ask: {pl: Co powiesz?, en: What will you say?}
    model: {pl: Sprawdzę., en: I'll check.}
    rubric:
      - {pl: Mówię wprost., en: I say so.}
"""


def test_a_sound_exam_is_read(tmp_path: Path) -> None:
    course, problems = found(write(tmp_path, {EXAM: SOUND}))
    assert problems == []
    assert course.exam
    assert (course.exam.mark, course.exam.cooldown, course.exam.timer, course.exam.size) == (70, 30, None, 2)


def test_a_course_without_an_exam_has_none(tmp_path: Path) -> None:
    assert found(write(tmp_path))[0].exam is None


def test_the_course_version_follows_the_rules_of_the_exam(tmp_path: Path) -> None:
    texts = ["", SOUND, SOUND.replace("30", "31"), SOUND.replace("70", "71"), SOUND.replace("take: 2", "take: 1")]
    versions = {
        found(write(tmp_path / str(n), {EXAM: text or None}))[0].version for n, text in enumerate(texts)
    }
    assert len(versions) == len(texts)


def test_nothing_is_said_of_an_exam_whose_bank_has_mistakes_of_its_own(tmp_path: Path) -> None:
    question = changed(BANK, "answer: yes", "answer: perhaps")
    course, problems = found(write(tmp_path / "question", {EXAM: SOUND, **question}))
    assert [problem for problem in problems if EXAM in problem] == []
    assert course.exam
    whole = changed(BANK, "bank: first", "bank: [first")
    course, problems = found(write(tmp_path / "bank", {EXAM: SOUND, **whole}))
    assert [problem for problem in problems if EXAM in problem] == []
    assert course.exam is None, "it can't be taken without its bank"


def test_questions_that_are_not_scored_do_not_count_as_there(tmp_path: Path) -> None:
    bank = FILES[BANK] + REFLECT
    _, problems = found(write(tmp_path, {EXAM: SOUND.replace("take: 2", "take: 3"), BANK: bank}))
    assert problems == [f"{EXAM}:4:19 exam.too-few"]
