"""While a trainer writes: a mistake never takes a page away that was good before."""

from pathlib import Path

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
