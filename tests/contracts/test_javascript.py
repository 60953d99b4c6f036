"""Every test written in JavaScript, run by Node, and shown file by file."""

from pathlib import Path

import pytest

from tests.node import ROOT, run

FILES = sorted((ROOT / "tests").rglob("*.test.js"))


def test_there_are_tests_in_javascript() -> None:
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_file_of_tests_in_javascript_passes(file: Path) -> None:
    done = run("--test", "--test-reporter=spec", str(file))
    if done.returncode:
        pytest.fail(_failures(done.stdout) + done.stderr, pytrace=False)


def _failures(report: str) -> str:
    """Only what failed: Node's report repeats it at its end."""
    return report.partition("failing tests:")[2].lstrip("\n") or report
