"""While a trainer writes: a mistake never takes a page away that was good before."""

from pathlib import Path

from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.site.mended import mended
from kontuar.site.site import make

from ..course.courses import FILES, changed, write

LESSON, BANK, COURSE = "course/01-first/01-hello.pl.md", "quizzes/banks/first.yml", "course/course.yml"
URI = "course/first/hello.md"


def everything(root: Path, uri: str = URI) -> str:
    page = make(root, "pl", True).pages[uri]
    return page.markdown + "".join(page.slots)


def test_a_broken_bank_keeps_its_last_good_questions_and_tells_the_problem(tmp_path: Path) -> None:
    everything(write(tmp_path))
    write(tmp_path, changed(BANK, "answer: yes", "answer: perhaps"))
    page = everything(tmp_path)
    assert 'data-id="first/greet"' in page
    assert "field.yes-no" in page
    assert "quizzes/banks/first.yml:8:13" in page


def test_a_broken_lesson_keeps_its_last_good_text(tmp_path: Path) -> None:
    everything(write(tmp_path))
    write(tmp_path, changed(LESSON, "minutes: 5", "minutes: five"))
    assert "# Cześć" in everything(tmp_path)


def test_a_mended_lesson_shows_its_new_text_and_no_problem(tmp_path: Path) -> None:
    everything(write(tmp_path))
    write(tmp_path, changed(LESSON, "minutes: 5", "minutes: five"))
    everything(tmp_path)
    write(tmp_path, changed(LESSON, "# Cześć", "# Witaj"))
    page = everything(tmp_path)
    assert "# Witaj" in page
    assert "kt-problem" not in page


def test_a_broken_course_file_keeps_the_whole_course(tmp_path: Path) -> None:
    everything(write(tmp_path))
    write(tmp_path, changed(COURSE, "id: small", "id: [small"))
    assert "# Cześć" in everything(tmp_path)


def test_a_course_that_was_never_good_still_has_a_home_page_with_its_problems(tmp_path: Path) -> None:
    write(tmp_path, changed(COURSE, "id: small", "id: [small"))
    page = make(tmp_path, None, True).pages["index.md"]
    assert "kt-problem" in "".join(page.slots)


def test_a_broken_exam_keeps_its_last_good_version_and_a_deleted_one_is_gone(tmp_path: Path) -> None:
    exam: dict[str, str | None] = {"quizzes/exam.yml": "draw:\n  - {from: first, take: 2}\n"}
    before = load(write(tmp_path, exam), Problems())
    for change in ({"quizzes/exam.yml": "draw: ["}, changed(BANK, "bank: first", "bank: [first"), {}):
        problems = Problems()
        now = load(write(tmp_path, {**exam, **change}), problems)
        assert mended(now, before, {problem.place.path for problem in problems.errors()}).exam == before.exam
    (tmp_path / "quizzes/exam.yml").unlink()
    assert mended(load(tmp_path, Problems()), before, {LESSON}).exam is None


def test_without_serving_pages_carry_no_problems(tmp_path: Path) -> None:
    write(tmp_path, changed(BANK, "answer: yes", "answer: perhaps"))
    site = make(tmp_path, "pl", False)
    assert site.problems.errors()
    assert "kt-problem" not in "".join(slot for page in site.pages.values() for slot in page.slots)


def test_a_page_missing_in_one_language_is_left_out_there_and_named_in_no_alternate(tmp_path: Path) -> None:
    write(tmp_path, {"course/01-first/01-hello.en.md": None})
    site = make(tmp_path, "en", False)
    assert URI not in site.pages
    assert site.alternates[URI] == {"pl": "course/first/hello/"}
    assert "hello" not in str(site.nav)


def test_links_between_files_become_links_between_pages(tmp_path: Path) -> None:
    text = FILES[LESSON] + "[karta](../../docs/card.pl.md#top) ![obraz](pic.png)\n"
    write(tmp_path, {LESSON: text, "docs/card.pl.md": "---\ntitle: Karta\n---\n", "course/01-first/pic.png": "x"})
    page = make(tmp_path, "pl", False).pages[URI]
    assert "[karta](../../card.md#top) ![obraz](../../course/first/pic.png)" in page.markdown


def test_a_quiz_between_lines_of_text_still_becomes_a_block_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {LESSON: FILES[LESSON].replace("\n\n```quiz", "\nPrzed\n```quiz") + "Po\n"})
    lines = make(tmp_path, "pl", False).pages[URI].markdown.split("\n")
    slot = next(number for number, line in enumerate(lines) if line == "kt-slot-1")
    assert (lines[slot - 1], lines[slot + 1]) == ("", "")


def test_a_language_added_while_serving_does_not_stop_the_site(tmp_path: Path) -> None:
    everything(write(tmp_path))
    course = FILES[COURSE].replace("[pl, en]", "[pl, en, de]").replace("en: Small course", "en: Small course, de: Kurs")
    course = course.replace("en: First", "en: First, de: Erste").replace("en: listen", "en: listen, de: hören")
    write(tmp_path, {COURSE: course})
    assert make(tmp_path, "de", True).problems.errors()


def test_hidden_files_and_links_out_of_the_course_are_not_published(tmp_path: Path) -> None:
    write(tmp_path, {"docs/.notes/secret.json": "{}", "docs/picture.png": "x"})
    (tmp_path / "docs/out.png").symlink_to("/etc/hostname")
    assert set(make(tmp_path, "pl", False).files) == {"picture.png"}


def test_there_is_no_certificate_page_unless_course_yml_offers_one(tmp_path: Path) -> None:
    assert "certificate.md" not in make(write(tmp_path), "pl", False).pages
    write(tmp_path, {COURSE: FILES[COURSE] + "certificate: {modules: all}\n"})
    site = make(tmp_path, "pl", False)
    assert "certificate.md" in site.pages
    assert {"Zaświadczenie": "certificate.md"} in site.nav


def test_review_and_the_certificate_come_right_after_the_modules(tmp_path: Path) -> None:
    course = {COURSE: FILES[COURSE] + "certificate: {modules: all}\n"}
    write(tmp_path, {**course, "docs/card.pl.md": "---\ntitle: Karta\n---\n"})
    assert [next(iter(entry)) for entry in make(tmp_path, "pl", False).nav] == [
        *("Start", "Mój kurs", "1. Pierwszy", "Powtórka", "Zaświadczenie", "Baza wiedzy", "Dla prowadzących kurs"),
    ]
