"""What a trainer reads about mistakes in a course: each case is the small course with one file written wrongly."""

from pathlib import Path

from kontuar.core.problems import Problems
from kontuar.course import load
from tests.golden.harness import Case, cases, orphans, parametrised, verify
from tests.unit.course.courses import FILES

FOLDER = Path(__file__).parent / "course"


def check(root: Path) -> Problems:
    """The problems of the course that the case's files make together with the sound ones."""
    for name, text in FILES.items():
        if not (root / name).exists():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    problems = Problems()
    load(root, problems)
    return problems


@parametrised(FOLDER)
def test_a_mistake_in_a_course_is_told_at_its_place_in_both_languages(case: Case, tmp_path: Path) -> None:
    verify(case, check, tmp_path)


def test_every_report_belongs_to_a_case() -> None:
    assert len(list(cases(FOLDER))) >= 20
    assert orphans(FOLDER) == []
