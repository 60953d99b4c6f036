"""The command `kontuar`: check a course, write the schemas."""

import argparse
import gc
import json
import os
import sys
from pathlib import Path
from typing import Any

from kontuar import prose
from kontuar.codes import write_pages
from kontuar.core import report
from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.course.coverage import Covered, as_json, coverage
from kontuar.covered import covered
from kontuar.schemas import write_schemas

LANGUAGES = ("pl", "en")
CLEAN, FOUND = 0, 1  # argparse itself ends a wrong call with 2


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0 when nothing is wrong (warnings aside), 1 after errors, 2 after a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # Windows consoles
    options = _parser().parse_args(arguments)
    command = {"check": check, "schemas": schemas, "codes": codes}[options.command]
    return command(options)


def check(options: argparse.Namespace) -> int:
    """Prints every problem of the course, all at once."""
    gc.set_threshold(50_000, 20, 50)  # a short life that mostly grows: looking for rubbish often cost a quarter of it
    root, problems = Path(options.folder), Problems()
    course = load(root, problems)
    if options.prose:
        prose.check(course, problems)
    language = options.lang or course.languages[0]
    points = coverage(course) if options.coverage else None
    print(_formatted(problems, options.format, language, root, points))
    return FOUND if problems.errors() else CLEAN


def _formatted(problems: Problems, form: str, language: str, root: Path, points: list[Covered] | None) -> str:
    if form == "json":
        found: Any = report.as_json(problems, language)
        if points is not None:
            found = {"problems": found, "coverage": as_json(points, language)}
        return json.dumps(found, ensure_ascii=False, indent=2)
    said = _problems(problems, form, language, root)
    return said if points is None else f"{said}\n\n{covered(points, language)}"


def _problems(problems: Problems, form: str, language: str, root: Path) -> str:
    if form == "github":
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(report.step_summary(problems, language))
        return report.github(problems, language)
    return report.text(problems, language, root)


def schemas(options: argparse.Namespace) -> int:
    """Writes the JSON Schemas that editors complete from."""
    for file in write_schemas(Path(options.folder) / "schemas"):
        print(file)
    return CLEAN


def codes(options: argparse.Namespace) -> int:
    """Writes the page that explains every code, in each language that has messages."""
    for file in write_pages(Path(options.folder), LANGUAGES):
        print(file)
    return CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kontuar", description="Tools for a Kontuar course.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="find mistakes in lessons, questions and course.yml")
    checking.add_argument("folder", nargs="?", default=".", help="the course's folder (this one)")
    checking.add_argument("--lang", choices=LANGUAGES, help="language of the messages (the course's first)")
    checking.add_argument("--format", choices=("text", "json", "github"), default="text")
    checking.add_argument("--prose", action="store_true", help="check the style of the texts as well")
    covering = "also tell which points of course/atoms.yml are taught and tested; with json as {problems, coverage}"
    checking.add_argument("--coverage", action="store_true", help=covering)
    writing = commands.add_parser("schemas", help="write the schemas for editors into schemas/")
    writing.add_argument("folder", nargs="?", default=".")
    explaining = commands.add_parser("codes", help="write the page that explains the messages into docs/")
    explaining.add_argument("folder", nargs="?", default=".")
    return parser


if __name__ == "__main__":
    sys.exit(main())
