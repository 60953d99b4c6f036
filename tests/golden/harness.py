"""Golden cases: a course with a mistake, where the mistake is found, and all that is said about it.

A case is one YAML file: `files` (text by path), `expect` (`code line:col`, with the path in front of the line when
there are several files), and `encoding` if the files are not UTF-8. Beside it lie CASE.en.txt and CASE.pl.txt with the
whole report. `expect` is written by hand; KONTUAR_GOLDEN=write renews the reports, and only where the places are right.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from kontuar.core import report
from kontuar.core.problems import Problem, Problems

LANGUAGES = ("en", "pl")
Check = Callable[[Path], Problems]


@dataclass(frozen=True)
class Case:
    """One mistake, or several that go together."""

    file: Path
    files: dict[str, str]
    expect: list[str]
    encoding: str

    def lay_out(self, root: Path) -> None:
        for path, text in self.files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode(self.encoding))

    def golden(self, lang: str) -> Path:
        return self.file.with_suffix(f".{lang}.txt")

    def found(self, problem: Problem) -> str:
        """The problem in the form of `expect`."""
        path = f"{problem.place.path}:" if len(self.files) > 1 else ""
        return f"{problem.code} {path}{problem.place.line}:{problem.place.col}"


def cases(folder: Path) -> Iterator[Case]:
    for file in sorted(folder.glob("*.yml")):
        fields = yaml.safe_load(file.read_text("utf-8"))
        yield Case(file, fields["files"], fields["expect"], fields.get("encoding", "utf-8"))


def parametrised(folder: Path) -> pytest.MarkDecorator:
    """A test with the argument `case`, for every case of a folder."""
    return pytest.mark.parametrize("case", [pytest.param(case, id=case.file.stem) for case in cases(folder)])


def verify_places(case: Case, check: Check, root: Path) -> Problems:
    """Run `check` on the case and compare with the places written by hand."""
    case.lay_out(root)
    problems = check(root)
    expected, found = sorted(case.expect), sorted(map(case.found, problems))
    assert expected == found, f"{case.file.name}: expected {expected}, found {found}"
    return problems


def verify(case: Case, check: Check, root: Path) -> None:
    """The places first, then all that is said, in every language."""
    problems = verify_places(case, check, root)
    for lang in LANGUAGES:
        said = report.text(problems, lang, root) + "\n"
        if os.environ.get("KONTUAR_GOLDEN") == "write":
            case.golden(lang).write_bytes(said.encode())
        assert case.golden(lang).read_bytes().decode() == said


def orphans(folder: Path) -> list[str]:
    """Reports that belong to no case."""
    wanted = {case.golden(lang) for case in cases(folder) for lang in LANGUAGES}
    return sorted(file.name for file in set(folder.glob("*.txt")) - wanted)
