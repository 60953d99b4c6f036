"""What a trainer reads about mistakes in a dialogue: each rule of the lint is broken once."""

from pathlib import Path

from kontuar.banks import Expected
from kontuar.core.problems import Problems, catalogue
from kontuar.dialogues.load import load_all
from tests.golden.harness import Case, cases, orphans, parametrised, verify

FOLDER = Path(__file__).parent / "dialogues"


def check(root: Path) -> Problems:
    """The problems of the case's dialogue."""
    problems = Problems()
    load_all(root, Expected(("pl", "en"), root, {"listen"}), problems)
    return problems


@parametrised(FOLDER)
def test_a_mistake_in_a_dialogue_is_told_at_its_place_in_both_languages(case: Case, tmp_path: Path) -> None:
    verify(case, check, tmp_path)


def test_every_rule_of_the_lint_is_broken_somewhere() -> None:
    broken = {expected.split()[0] for case in cases(FOLDER) for expected in case.expect}
    rules = {code for code in catalogue() if code.startswith("dialogue.")}
    assert rules - broken == {"dialogue.unknown-lesson", "dialogue.too-large"}, "those two are tested elsewhere"
    assert orphans(FOLDER) == []
