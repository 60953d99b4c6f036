"""From the files of a course to a Course: everything that is sound, and the problems of everything that is not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kontuar import banks as bank_files
from kontuar.banks import Bank, Expected
from kontuar.core.languages import NAMES
from kontuar.core.problems import Place, Problems
from kontuar.core.schema import build
from kontuar.core.source import read
from kontuar.core.tree import Map, Tree, parse, place
from kontuar.core.words import Words
from kontuar.course.articles import Articles, read_articles
from kontuar.course.atoms import read_atoms
from kontuar.course.glossary import Term, read_glossary
from kontuar.course.modules import Module, read_modules
from kontuar.course.outline import Outline
from kontuar.course.pages import Shelf
from kontuar.dialogues.load import FOLDER, Found, load_all
from kontuar.dialogues.script import fingerprint_of, script
from kontuar.questions.question import fingerprint
from kontuar.quizzes.exam import EXAM, Exam, read_exam

OUTLINE = Path("course/course.yml")


@dataclass(frozen=True)
class Course:
    """Everything that the files of a course say; outline is None if course.yml is of no use."""

    root: Path
    outline: Outline | None
    languages: tuple[str, ...]
    modules: tuple[Module, ...] = ()
    banks: dict[str, Bank] = field(default_factory=dict)
    articles: Articles = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    atoms: Mapping[str, Words | None] | None = None
    dialogues: Mapping[str, Found] = field(default_factory=dict)
    exam: Exam | None = None

    @property
    def has_certificate(self) -> bool:
        """Whether course.yml offers a certificate."""
        return self.outline is not None and self.outline.certificate is not None

    @cached_property
    def version(self) -> str:
        """Fingerprint of all that is graded, 10 characters: SHA-256 over the questions' hashes and all rules."""
        hashes = sorted(
            f"{bank.id}/{question.id} {question.hash}"
            for bank in self.banks.values()
            for question in bank.questions.values()
        )
        rules = [
            [module.id, module.entry.bank_id, module.entry.test.model_dump(mode="json")]
            for module in self.modules
            if module.entry.test
        ]
        talks = sorted(f"{name} {fingerprint_of(script(found.dialogue))}" for name, found in self.dialogues.items())
        exam = self.exam.model_dump(mode="json") if self.exam else None
        return fingerprint([hashes, rules, *(part for part in (talks, exam) if part)], 10)


def load(root: Path, problems: Problems) -> Course:
    """Reads course/, quizzes/ and docs/ below root; adds every problem found in any file."""
    if not (root / OUTLINE).is_file():
        problems.add("course.no-file", Place(OUTLINE.as_posix()))
        return Course(root, None, ("en",))
    source = read(root, root / OUTLINE, problems)
    tree = parse(source, problems) if source else None
    languages = _languages(tree, problems)
    outline = build(Outline, tree, OUTLINE.as_posix(), problems, languages=languages) if tree is not None else None
    atoms = read_atoms(root, languages, problems)
    expected = Expected(languages, root, _objectives(outline), atoms)
    files = sorted((root / bank_files.FOLDER).glob("*.yml"))
    for stray in sorted((root / bank_files.FOLDER).glob("*.yaml")):
        problems.add("bank.not-yml", Place(stray.relative_to(root).as_posix()), name=stray.stem)
    found = (bank_files.load(root, file, expected, problems) for file in files)
    banks = {bank.id: bank for bank in found if bank}
    glossary = read_glossary(root, languages, problems)
    dialogues = load_all(root, expected, problems)
    unread = {file.stem for file in files} - set(banks)
    unread |= {file.stem for file in (root / FOLDER).glob("*.yml")} - set(dialogues)
    exam = read_exam(root, languages, banks, unread, problems)
    shelf = Shelf(root, languages, banks, unread, expected, glossary, dialogues)
    articles = read_articles(shelf, problems)
    if outline is None or not isinstance(tree, Map):
        return Course(root, None, languages or ("en",))
    modules = read_modules(outline, tree, OUTLINE.as_posix(), shelf, problems)
    _check_certificate(root, outline, tree, len(dialogues), problems)
    _check_lessons(dialogues, {lesson.full_id for module in modules for lesson in module.lessons}, problems)
    return Course(root, outline, languages, modules, banks, articles, glossary or {}, atoms, dialogues, exam)


def _check_certificate(root: Path, outline: Outline, tree: Tree, dialogues: int, problems: Problems) -> None:
    """Reports what the certificate asks for, but the course does not have."""
    rules = outline.certificate
    if rules and rules.dialogues > dialogues:
        at = place(OUTLINE.as_posix(), tree, ("certificate", "dialogues"))
        problems.add("certificate.few-dialogues", at, wanted=rules.dialogues, found=dialogues)
    if rules and rules.exam and not (root / EXAM).is_file():
        problems.add("certificate.no-exam", place(OUTLINE.as_posix(), tree, ("certificate", "exam")))


def _check_lessons(dialogues: Mapping[str, Found], lessons: Collection[str], problems: Problems) -> None:
    """Reports lessons that the debrief of a dialogue links to, but the course does not have."""
    for found in dialogues.values():
        for at, scene in found.dialogue.located:
            for number, choice in enumerate(scene.choices):
                if choice.lesson and choice.lesson not in lessons:
                    line = place(found.path, found.tree, (*at, "choices", number, "lesson"))
                    known = min(lessons, default="module/lesson")
                    problems.add("dialogue.unknown-lesson", line, id=choice.lesson, known=known)


def _languages(tree: Tree | None, problems: Problems) -> tuple[str, ...]:
    """The languages of the course, before anything else; none if they can't be read, and then no text is measured."""
    listed = tree.get("languages") if isinstance(tree, Map) else None
    found: list[str] = []
    for number, name in enumerate(listed if isinstance(listed, list) and isinstance(tree, Map) else ()):
        at = place(OUTLINE.as_posix(), tree, ("languages", number)) if tree is not None else Place(OUTLINE.as_posix())
        if name in found:
            problems.add("language.same", at, language=str(name))
        elif name not in NAMES:
            problems.add("language.unknown", at, language=str(name), languages=", ".join(NAMES))
        else:
            found.append(str(name))
    return tuple(found)


def _objectives(outline: Outline | None) -> set[str] | None:
    """Ids of all objectives; None where course.yml can't tell, so that one mistake there is not told thirty times."""
    return {objective.id for module in outline.modules for objective in module.objectives} if outline else None

