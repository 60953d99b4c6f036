"""What a trainer reads about the style of a course: each case is the small course with texts that break a rule."""

from pathlib import Path

from kontuar import prose
from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.prose.silence import ABOUT_SILENCE, rules
from tests.golden.harness import Case, cases, orphans, parametrised, verify
from tests.unit.course.courses import FILES

FOLDER = Path(__file__).parent / "prose"


def check(root: Path) -> Problems:
    """All problems of the course that the case's files make together with the others, which promise one minute."""
    for name, text in FILES.items():
        if not (root / name).exists():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text.replace("minutes: 5", "minutes: 1"), encoding="utf-8")
    problems = Problems()
    prose.check(load(root, problems), problems)
    return problems


@parametrised(FOLDER)
def test_a_text_against_the_rules_is_told_at_its_place_in_both_languages(case: Case, tmp_path: Path) -> None:
    verify(case, check, tmp_path)


def test_every_rule_has_a_case_and_every_report_belongs_to_one() -> None:
    told = {place.split()[0] for case in cases(FOLDER) for place in case.expect}
    assert told == {f"prose.{rule}" for rule in (*rules(), *ABOUT_SILENCE)}
    assert orphans(FOLDER) == []
