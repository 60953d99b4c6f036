"""Modules: the entry in course.yml, the folder with its lessons, and the test drawn from the bank."""

from dataclasses import dataclass
from pathlib import Path

from kontuar.banks import Bank
from kontuar.core.problems import Place, Problems
from kontuar.core.tree import Map, place
from kontuar.course.front import LessonFront
from kontuar.course.outline import ModuleEntry, Outline
from kontuar.course.pages import Page, Shelf, check_languages, check_name, markdown_files, name_of, path_of, read_page
from kontuar.quizzes.strata import shortages

FOLDER = Path("course")
RESERVED = {"test", "index", "print"}  # addresses that every module has anyway


@dataclass(frozen=True)
class Lesson:
    """A lesson in the languages it was written in."""

    id: str
    module: str
    pages: dict[str, Page[LessonFront]]

    @property
    def full_id(self) -> str:
        """The id that progress hangs on."""
        return f"{self.module}/{self.id}"


@dataclass(frozen=True)
class Module:
    """A module with its lessons in order; number counts from 1."""

    entry: ModuleEntry
    number: int
    lessons: tuple[Lesson, ...]
    bank: Bank | None

    @property
    def id(self) -> str:
        """The id from course.yml."""
        return self.entry.id


def read_modules(outline: Outline, tree: Map, path: str, shelf: Shelf, problems: Problems) -> tuple[Module, ...]:
    """All modules that course.yml lists; path and tree are course.yml's own, for the places of problems."""
    modules = []
    for number, entry in enumerate(outline.modules, 1):
        at = place(path, tree, ("modules", number - 1, "id"))
        module = Module(entry, number, _lessons(entry, number, at, shelf, problems), shelf.banks.get(entry.bank_id))
        if entry.bank_id not in shelf.unread:
            _check_test(module, tree, path, problems)
        modules.append(module)
    _check_folders(shelf.root, outline, problems)
    return tuple(modules)


def _lessons(entry: ModuleEntry, number: int, at: Place, shelf: Shelf, problems: Problems) -> tuple[Lesson, ...]:
    folder = next((found for found in _folders(shelf.root) if _id(found) == entry.id), None)
    if folder is None:
        problems.add("module.no-folder", at, folder=f"course/{number:02}-{entry.id}")
        return ()
    pages: dict[str, dict[str, Page[LessonFront]]] = {}
    written: dict[str, dict[str, str]] = {}
    for file in markdown_files(folder):
        name, path = name_of(file, shelf.languages), path_of(file, shelf)
        if name is None or name.number is None:
            check_name(file, shelf, problems)
        elif name.id in RESERVED:
            problems.add("lesson.reserved", Place(path), id=name.id)
        elif (twin := written.setdefault(name.id, {}).setdefault(name.language, path)) != path:
            problems.add("lesson.same-id", Place(path), id=name.id, other=twin)
        elif page := read_page(file, name.language, LessonFront, entry, shelf, problems):
            pages.setdefault(name.id, {})[name.language] = page
    for paths in written.values():
        check_languages(paths, shelf.languages, problems)
    return tuple(Lesson(lesson, entry.id, languages) for lesson, languages in pages.items())


def _folders(root: Path) -> list[Path]:
    return [f for f in sorted((root / FOLDER).iterdir()) if f.is_dir() and not f.name.startswith(".")]


def _id(folder: Path) -> str:
    return folder.name.lstrip("0123456789").removeprefix("-")


def _check_folders(root: Path, outline: Outline, problems: Problems) -> None:
    known = {module.id for module in outline.modules}
    first: dict[str, str] = {}
    for folder in _folders(root):
        twin = first.setdefault(_id(folder), f"course/{folder.name}")
        if _id(folder) in known and twin != f"course/{folder.name}":
            problems.add("module.two-folders", Place(f"course/{folder.name}"), id=_id(folder), other=twin)
        if _id(folder) not in known:
            at = Place(f"course/{folder.name}")
            problems.add("module.not-listed", at, folder=folder.name, id=_id(folder))


def _check_test(module: Module, tree: Map, path: str, problems: Problems) -> None:
    """A test that its bank can't fill would stop a learner in the middle."""
    rules, where = module.entry.test, ("modules", module.number - 1, "test")
    if rules is None:
        return
    if module.bank is None:
        problems.add("test.no-bank", place(path, tree, where), bank=module.entry.bank_id)
        return
    for fault in shortages(module.bank, rules.draw, rules.levels, paper="test", field="draw"):
        problems.add(fault.code, place(path, tree, (*where, *fault.loc)), **fault.args)
