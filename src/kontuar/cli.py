"""The command `kontuar`: check a course, begin a question, grade an answer, write the schemas."""

import argparse
import gc
import json
import os
import sys
from pathlib import Path
from typing import Any

from kontuar import prose
from kontuar.commands import evidence, skeletons, talks
from kontuar.commands.codes import write_pages
from kontuar.commands.covered import covered
from kontuar.commands.grading import Ungraded, grade_one
from kontuar.commands.sample import sample
from kontuar.commands.schemas import write_schemas
from kontuar.core import report
from kontuar.core.phrases import Phrases
from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.course.coverage import Covered, as_json, coverage

LANGUAGES = ("pl", "en")
CLEAN, FOUND, WRONG_CALL = 0, 1, 2  # argparse itself ends a wrong call with 2


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0 when nothing is wrong (warnings aside), 1 after errors, 2 after a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # Windows consoles
    options = _parser().parse_args(arguments)
    commands = {
        "check": check, "new": new, "grade": grade, "play": play,
        "sample": sampled, "schemas": schemas, "codes": codes,
    }
    return commands[options.command](options)


def check(options: argparse.Namespace) -> int:
    """Prints every problem of the course, all at once."""
    if options.map:
        return draw_map(options)
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


def draw_map(options: argparse.Namespace) -> int:
    """Draws the map of a dialogue beside its file, and tells how many ways there are."""
    file, says = Path(options.map), options.lang or "en"
    try:
        dialogue = talks.read(file, says)
        picture = talks.mapped(dialogue, says, says)
    except talks.Unplayable as refused:
        print(refused, file=sys.stderr)
        return WRONG_CALL
    target = file.with_suffix(".svg")
    target.write_text(picture, encoding="utf-8", newline="\n")
    print(talks.counted(dialogue, says))
    print(Phrases(says)["commands.map-done"].format(path=target))
    return CLEAN


def play(options: argparse.Namespace) -> int:
    """Plays a dialogue in the terminal, or walks given choices and prints where they lead."""
    says = options.lang
    try:
        dialogue = talks.read(Path(options.file), says)
        if options.choices is None:
            talks.played(dialogue, options.lang, says)
        else:
            print(talks.walked(dialogue, options.choices, says))
    except talks.Unplayable as refused:
        print(refused, file=sys.stderr)
        return WRONG_CALL
    except (EOFError, KeyboardInterrupt):
        print()
    return CLEAN


def new(options: argparse.Namespace) -> int:
    """Puts a commented skeleton of a question into a bank, or of a dialogue into a file of its own."""
    root = Path(options.folder)
    languages = load(root, Problems()).languages
    says = options.lang or (languages[0] if languages[0] in LANGUAGES else "en")
    try:
        if options.what == "dialogue":
            file, name, done = skeletons.write_dialogue(root, options.name, languages, says), options.name, "dialogue"
        else:
            file, name = skeletons.write(root, skeletons.Order(options.type, options.bank, languages, says))
            done = "done"
    except skeletons.Refused as refused:
        print(refused, file=sys.stderr)
        return WRONG_CALL
    print(Phrases(says)[f"commands.new-{done}"].format(path=file.relative_to(root).as_posix(), id=name))
    return CLEAN


def grade(options: argparse.Namespace) -> int:
    """Prints what one answer to one question earns, as JSON; or whether an evidence file holds."""
    if options.evidence:
        return grade_evidence(options)
    if not (options.bank and options.question and options.answer):
        print(Phrases(options.lang or "en")["commands.grade-what"], file=sys.stderr)
        return WRONG_CALL
    try:
        result = grade_one(Path(options.bank), options.question, options.answer, options.lang or "en")
    except Ungraded as refused:
        print(refused, file=sys.stderr)
        return WRONG_CALL
    print(json.dumps(result, ensure_ascii=False))
    return CLEAN


def grade_evidence(options: argparse.Namespace) -> int:
    """Computes a learner's evidence file again; returns 1 unless all of it matches."""
    try:
        done = evidence.regrade(Path(options.evidence), Path(options.folder), options.lang)
    except evidence.Unreadable as refused:
        print(refused, file=sys.stderr)
        return WRONG_CALL
    as_json = json.dumps(done.as_json(), ensure_ascii=False, indent=2)
    print(as_json if options.format == "json" else done.text(evidence.speaks(done.course, options.lang)))
    return CLEAN if done.verdict == "matches" else FOUND


def sampled(options: argparse.Namespace) -> int:
    """Prints questions picked by chance, for a second reader."""
    print(sample(load(Path(options.folder), Problems()), options.count, options.seed))
    return CLEAN


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
    drawing = "draw the map of a dialogue as SVG beside its file, instead of checking the course"
    checking.add_argument("--map", metavar="FILE", help=drawing)
    things = commands.add_parser("new", help="begin a question or a dialogue with a commented skeleton")
    kinds = things.add_subparsers(dest="what", required=True)
    question = kinds.add_parser("question", help="put it at the end of a bank, or into a new one")
    question.add_argument("--type", required=True, help="the type, such as choice")
    question.add_argument("--bank", required=True, help="the bank's name: that of its file without .yml")
    dialogue = kinds.add_parser("dialogue", help="write it into a file of quizzes/dialogues/")
    dialogue.add_argument("--name", required=True, help="the dialogue's name: that of its file without .yml")
    for beginning in (question, dialogue):
        beginning.add_argument("--lang", choices=LANGUAGES, help="language of the messages (the course's first)")
        beginning.add_argument("--folder", default=".", help="the course's folder (this one)")
    grading = commands.add_parser("grade", help="what an answer earns, as JSON; or whether an evidence file holds")
    grading.add_argument("--bank", metavar="FILE", help="any bank file, also outside a course")
    grading.add_argument("--question", metavar="ID")
    grading.add_argument("--answer", metavar="JSON")
    grading.add_argument("--evidence", metavar="FILE", help="a learner's evidence file, to be graded again")
    grading.add_argument("--folder", default=".", help="with --evidence: the course's folder (this one)")
    grading.add_argument("--format", choices=("text", "json"), default="text", help="with --evidence")
    grading.add_argument("--lang", choices=LANGUAGES, help="language of the messages")
    playing = commands.add_parser("play", help="play a dialogue in the terminal")
    playing.add_argument("file", help="a dialogue in quizzes/dialogues/, or anywhere else")
    playing.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the talk and of the messages")
    playing.add_argument("--choices", metavar="A,B,C", help="make these choices and print where they lead")
    playing.add_argument("--json", action="store_true", help="with --choices: as JSON, which is the only form")
    picking = commands.add_parser("sample", help="print questions picked by chance, for a second reader")
    picking.add_argument("count", type=int, help="how many")
    picking.add_argument("--seed", default="1", help="another one picks other questions")
    picking.add_argument("--folder", default=".", help="the course's folder (this one)")
    writing = commands.add_parser("schemas", help="write the schemas for editors into schemas/")
    writing.add_argument("folder", nargs="?", default=".")
    explaining = commands.add_parser("codes", help="write the page that explains the messages into docs/")
    explaining.add_argument("folder", nargs="?", default=".")
    return parser


if __name__ == "__main__":
    sys.exit(main())
