"""A new type of question is one folder: tests, graders, schema, check and site pick it up without another edit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .cases import ROOT

GUESS = Path(__file__).with_name("guess")
PARTS = ("src", "tests", "build_hooks", "course", "docs", "quizzes", "mkdocs.yml", "pyproject.toml", "schemas")
QUESTION = """
  - id: how-many-days
    type: guess
    objective: call-back
    ask: {pl: Ile dni?, en: How many days?}
    number: 14
    why: {pl: Czternaście., en: Fourteen.}
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository with one folder more, and one question of the new type in a bank."""
    root = tmp_path_factory.mktemp("copy")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, root / name)
    shutil.copytree(GUESS, root / "src/kontuar/questions/guess")
    with (root / "quizzes/banks/complaints.yml").open("a", encoding="utf-8") as bank:
        bank.write(QUESTION)
    return root


def run(root: Path, *words: str) -> str:
    """What a Python module of the copy prints; it must succeed."""
    env = os.environ | {"PYTHONPATH": str(root / "src"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=root, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_contract_tests_and_both_graders_find_it(copy: Path) -> None:
    files = ("tests/contracts/test_types.py", "tests/contracts/test_graders.py")
    printed = run(copy, "pytest", "-v", "-p", "no:cacheprovider", *files)
    assert printed.count("guess") > 12
    assert "test_both_graders_give_the_same_for_every_vector[guess] PASSED" in printed


def test_the_schema_knows_it(copy: Path) -> None:
    run(copy, "kontuar", "schemas")
    assert '"const": "guess"' in (copy / "schemas/bank.schema.json").read_text("utf-8")


def test_check_reads_it(copy: Path) -> None:
    run(copy, "kontuar", "check")


def test_the_site_shows_it_with_its_element_and_its_words(copy: Path) -> None:
    run(copy, "mkdocs", "build", "--strict")
    for language, word in (("", "Wpisz liczbę"), ("en/", "Type a number")):
        page = (copy / f"site/{language}banks/complaints/index.html").read_text("utf-8")
        assert 'id="how-many-days"' in page
        assert word in page
    assert list((copy / "site/assets/kontuar").glob("*/questions/guess/element.js"))
