"""The gates over everything found: style, types, imports, workflows, JavaScript, the lock."""

import ast
import itertools
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "kontuar"
FLOORS = (
    {"core"},
    {"questions"},
    {"quizzes", "dialogues", "progress"},
    {"certificates", "review"},
    {"course"},
    {"site"},
)
PURE = {
    "core": {"text", "number", "canonical", "chance", "day", "marks"},
    "*": {"grade", "draw", "walk", "fold", "standing", "schedule", "streak", "queue"}
    | {"missing", "name", "evidence", "verify", "transfer", "tally", "due"},
}
LONG_MODULE, LONG_FUNCTION = 250, 25
FORBIDDEN = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write(ln)?|new\s+Function)\b"
    r"|\beval\s*\("
    r"|\bset(Timeout|Interval)\s*\(\s*[\"'`]"
)
Pins = set[tuple[str, str]]


def passes(program: str, *words: str) -> None:
    """Runs a tool of the environment and shows what it says when it fails."""
    path = shutil.which(program, path=str(Path(sys.executable).parent))
    assert path, f"{program} is not in the environment: run python run.py test"
    done = subprocess.run([path, *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.fail(f"{program} {' '.join(words)}\n{done.stdout}{done.stderr}", pytrace=False)


def named(pattern: str) -> list[Path]:
    found = sorted(PACKAGE.rglob(pattern))
    assert found, f"no file {pattern} in the package"
    return found


def test_ruff_finds_nothing() -> None:
    passes("ruff", "check", ".")


def test_mypy_finds_nothing() -> None:
    passes("mypy")


def test_imports_go_one_way() -> None:
    passes("lint-imports")


def test_the_workflows_hold_no_weakness_that_zizmor_knows() -> None:
    passes("zizmor", "--offline", "--no-progress", ".github")


def test_question_types_do_not_know_each_other() -> None:
    folders = [file.parent for file in named("model.py") if file.parent.parent.name == "questions"]
    assert len(folders) > 1
    for folder, other in itertools.permutations(folders, 2):
        for file in [*folder.glob("*.py"), *folder.glob("*.js")]:
            text = file.read_text(encoding="utf-8")
            assert f"questions.{other.name}" not in text, file
            assert f"../{other.name}/" not in text, file


# ---- JavaScript


def scripts(*files: Path) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("file", files, ids=[file.relative_to(PACKAGE).as_posix() for file in files])


@scripts(*named("*.js"))
def test_javascript_never_writes_html_or_runs_text(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = [text.count("\n", 0, match.start()) + 1 for match in FORBIDDEN.finditer(text)]
    assert not found, f"lines {found}: make elements and set textContent instead"


@scripts(*named("*.js"))
def test_javascript_imports_its_own_folder_and_the_floors_below(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for name in re.findall(r'(?:^import|\bfrom)\s+"([^"]+)";', text, re.MULTILINE):
        target = (file.parent / name).resolve()
        assert target.is_file(), f"{name} is not there"
        assert room(target) == room(file) or floor(target) < floor(file), f"{room(file)} imports {name}"


@scripts(*(file for file in named("*.js") if file.stem in PURE.get(file.parent.name, PURE["*"])))
def test_javascript_that_only_computes_never_touches_the_page(file: Path) -> None:
    text = re.sub(r"/\*[\s\S]*?\*/|//.*", "", file.read_text(encoding="utf-8"))
    assert not re.search(r"\b(document|window|localStorage|indexedDB|customElements|HTMLElement)\b", text)


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0]


def floor(file: Path) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room(file) in rooms)


# ---- the lock


def required(name: str) -> Pins:
    text = (ROOT / name).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", text, re.MULTILINE))


def locked() -> Pins:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    return {(package["name"], package["version"]) for package in lock["package"]} - {ours()}


def ours() -> tuple[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["name"], project["version"]


def test_the_requirements_name_the_packages_of_the_lock() -> None:
    assert required("requirements-dev.txt") == locked()
    assert required("requirements.txt") < locked()


@pytest.mark.skipif(not shutil.which("uv"), reason="needs uv; the test above compares names and versions")
@pytest.mark.parametrize(("name", "group"), [("requirements.txt", []), ("requirements-dev.txt", ["--group", "dev"])])
def test_the_requirements_are_exported_from_the_lock(name: str, group: list[str]) -> None:
    words = ["uv", "export", "--quiet", "--frozen", "--no-emit-project", *group]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    if without_comments((ROOT / name).read_text(encoding="utf-8")) != without_comments(done.stdout):
        pytest.fail(f"uv.lock has changed; export it again: {' '.join(words)} -o {name}", pytrace=False)


def without_comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


# ---- size: told, never a failure


def long_parts(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    name = file.relative_to(ROOT).as_posix()
    if text.count("\n") > LONG_MODULE:
        yield f"{name}: {text.count(chr(10))} lines"
    for node in ast.walk(ast.parse(text) if file.suffix == ".py" else ast.Module([], [])):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONG_FUNCTION:
            yield f"{name}: {node.name} has {(node.end_lineno or 0) - node.lineno + 1} lines"


def test_long_modules_and_functions_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    files = [ROOT / "run.py", *named("*.py"), *named("*.js"), *sorted(ROOT.glob("build_hooks/*.py"))]
    told = [line for file in files for line in long_parts(file)]
    with capsys.disabled():
        print("", *(f"  long: {line}" for line in told), sep="\n")
