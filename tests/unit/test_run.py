"""run.py: the set-up, the commands and the sentences that people see when something is missing."""

import ast
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "run.py"
Calls = list[tuple[list[str], dict[str, str]]]

SERVER = """
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    print("up", flush=True)
    time.sleep(30)
except KeyboardInterrupt: print("down")
"""
INTERRUPTED = f"""
import run, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
run.prepare = lambda group: None
run.COMMANDS["serve"] = lambda extra: run.call(sys.executable, "-c", {SERVER!r})
sys.argv[1:] = ["serve"]
run.start()
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py, moved into an empty project with a small lock."""
    spec = importlib.util.spec_from_file_location("run", FILE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in module.LOCKS:
        (tmp_path / name).write_text("mkdocs==1.6.1\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    return module


@pytest.fixture
def calls(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What run.py would have started, with the environment it adds; every program succeeds."""
    made: Calls = []

    def call(*command: object, **more: str) -> int:
        made.append(([str(part) for part in command], more))
        return 0

    monkeypatch.setattr(run, "call", call)
    return made


@pytest.fixture
def failing(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that run.py started; each of them fails."""
    started: list[str] = []

    def module(name: str, *_: str, **__: str) -> int:
        started.append(name)
        return 1

    monkeypatch.setattr(run, "module", module)
    return started


@pytest.fixture
def installed(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The groups that were installed, by an installer that only makes the folders."""
    groups: list[str] = []

    def install(group: str) -> None:
        venv.create(run.VENV, with_pip=False)
        groups.append(group)

    monkeypatch.setattr(run, "install", install)
    return groups


@contextmanager
def listening() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def as_python(monkeypatch: pytest.MonkeyPatch, *version: int) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, "final", 0))


# ---- what it may be


def test_it_parses_on_python_3_8_to_be_able_to_say_that_it_is_too_old() -> None:
    with pytest.raises(SyntaxError, match=r"Python 3\.10"):
        ast.parse("match 1:\n    case 1:\n        pass", feature_version=(3, 8))  # so it would be noticed
    assert ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 8)).body


def test_it_imports_the_standard_library_only() -> None:
    tree = ast.parse(FILE.read_text(encoding="utf-8"))
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    parts = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in plain | parts} <= sys.stdlib_module_names


def test_what_it_prints_is_ascii_for_any_console() -> None:
    assert FILE.read_text(encoding="utf-8").isascii()


# ---- set-up


def test_a_second_start_installs_nothing(run: ModuleType, installed: list[str]) -> None:
    run.prepare("site")
    run.prepare("site")
    assert installed == ["site"]


def test_the_tests_environment_also_serves_the_site(run: ModuleType, installed: list[str]) -> None:
    run.prepare("dev")
    run.prepare("site")
    assert installed == ["dev"]


def test_the_sites_environment_is_not_enough_for_the_tests(run: ModuleType, installed: list[str]) -> None:
    run.prepare("site")
    run.prepare("dev")
    assert installed == ["site", "dev"]


@pytest.mark.parametrize("lock", ["uv.lock", "requirements.txt", "requirements-dev.txt"])
def test_a_changed_lock_is_installed(run: ModuleType, installed: list[str], lock: str) -> None:
    run.prepare("site")
    (run.ROOT / lock).write_text("mkdocs==1.6.2\n")
    run.prepare("site")
    assert installed == ["site", "site"]


def test_another_python_is_set_up_again(run: ModuleType, installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run.prepare("site")
    monkeypatch.setattr(sys, "version", "3.99.0")
    run.prepare("site")
    assert installed == ["site", "site"]


def test_a_set_up_that_broke_off_is_done_again(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "has_uv", lambda: True)
    monkeypatch.setattr(run, "call", lambda *_, **__: 1)
    with pytest.raises(SystemExit, match="needs the internet once"):
        run.prepare("site")
    assert not run.ready("site")


def test_with_uv_the_lock_is_installed_frozen_and_without_other_pythons(
    run: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "has_uv", lambda: True)
    run.VENV.mkdir()
    run.install("dev")
    [(command, more)] = calls
    assert command[:2] == ["uv", "sync"]
    assert {"--frozen", "--no-python-downloads", "--group", "dev"} <= set(command)
    assert more == {"UV_PROJECT_ENVIRONMENT": str(run.VENV)}


def test_without_uv_pip_installs_by_hash(run: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "has_uv", lambda: False)
    run.install("site")
    [(make, _), (pip, _)] = calls
    assert make[1:4] == ["-m", "venv", "--clear"]
    assert pip[0] == str(run.python())
    assert {"--require-hashes", "requirements.txt"} <= set(pip)


def test_a_uv_that_does_not_run_counts_as_none(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda _: "/shims/uv")
    monkeypatch.setattr(run.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 127, "", ""))
    assert not run.has_uv()


def test_the_package_and_its_command_work_in_a_fresh_environment(run: ModuleType, installed: list[str]) -> None:
    package = run.ROOT / "src" / "kontuar"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import sys; print('kontuar', *sys.argv[1:])")
    run.prepare("site")
    assert installed
    command = run.scripts() / ("kontuar.cmd" if run.WINDOWS else "kontuar")
    for start in ([run.python(), "-m", "kontuar"], [command]):
        done = subprocess.run([*map(str, start), "check"], capture_output=True, text=True, check=True)
        assert done.stdout == "kontuar check\n"


# ---- what people see when something is missing


def test_an_old_python_is_named_with_the_remedy(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    as_python(monkeypatch, 3, 9, 18)
    with pytest.raises(SystemExit, match=r"This is Python 3\.9, .* needs 3\.11 or newer: install it"):
        run.main(["serve"])


def test_debian_without_ensurepip_is_told_the_apt_line(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    as_python(monkeypatch, 3, 12, 1)
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    with pytest.raises(SystemExit, match=r"sudo apt install python3\.12-venv"):
        run.prepare("site")


def test_a_folder_that_cannot_be_written_is_named(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(SystemExit, match=r"Cannot write to .*\.venv \(Permission denied\): move the project"):
        run.prepare("site")


def test_no_free_port_is_a_sentence(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "is_free", lambda _: False)
    with pytest.raises(SystemExit, match="ports 8000 to 8099 are all in use"):
        run.free_port()


@pytest.mark.parametrize(("words", "code"), [([], 2), (["sevre"], 2), (["--help"], 0)])
def test_a_wrong_call_shows_the_four_commands(
    run: ModuleType, capsys: pytest.CaptureFixture[str], words: list[str], code: int
) -> None:
    assert run.main(words) == code
    printed = capsys.readouterr().out
    assert all(f"run.py {name} " in printed for name in run.COMMANDS)


# ---- the commands


def test_serve_checks_first_and_goes_on_whatever_is_found(
    run: ModuleType, failing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run.serve([])
    assert failing == ["kontuar", "mkdocs"]
    assert "http://127.0.0.1:80" in capsys.readouterr().out


def test_serve_takes_the_next_port_when_one_is_busy(run: ModuleType) -> None:
    with listening() as port:
        assert not run.is_free(port)
    assert run.is_free(port)


def test_serve_hands_the_address_to_mkdocs_and_to_its_links(run: ModuleType, calls: Calls) -> None:
    run.serve(["-a", "127.0.0.1:9000", "--open"])
    command, more = calls[-1]
    assert command[1:] == ["-m", "mkdocs", "serve", "-a", "127.0.0.1:9000", "--open"]
    assert more == {"SITE_URL": "http://127.0.0.1:9000/"}


def test_build_stops_at_errors_in_the_content(run: ModuleType, failing: list[str]) -> None:
    assert run.build([]) == 1
    assert failing == ["kontuar"]


@pytest.mark.parametrize(("extra", "folder"), [([], "site"), (["--strict", "-d", "public"], "public")])
def test_build_passes_its_words_on_and_names_the_folder(
    run: ModuleType, calls: Calls, capsys: pytest.CaptureFixture[str], extra: list[str], folder: str
) -> None:
    assert run.build(extra) == 0
    assert calls[-1][0][1:] == ["-m", "mkdocs", "build", "--clean", *extra]
    assert capsys.readouterr().out.endswith(f"The site is in the folder {folder}\n")


@pytest.mark.parametrize(("printed", "epoch"), [("1700000000", "1700000000"), ("0", None), ("", None)])
def test_a_build_has_the_time_of_its_commit(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, printed: str, epoch: str | None
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: name)
    monkeypatch.setattr(run, "output", lambda *_: printed)
    assert run.commit_time().get("SOURCE_DATE_EPOCH") == epoch


def test_check_and_test_pass_their_words_on(run: ModuleType, calls: Calls) -> None:
    run.check(["--lang", "pl"])
    run.test(["-k", "choice"])
    assert [command[1:] for command, _ in calls] == [
        ["-m", "kontuar", "check", "--lang", "pl"],
        ["-m", "pytest", *run.ON_EVERY_CORE, "-k", "choice"],
    ]


def test_the_tests_prepare_the_tests_environment(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    groups: list[str] = []
    monkeypatch.setattr(run, "prepare", groups.append)
    monkeypatch.setattr(run, "COMMANDS", dict.fromkeys(run.COMMANDS, lambda _: 0))
    for name in run.COMMANDS:
        run.main([name])
    assert groups == ["site", "site", "site", "dev"]


def test_the_exit_code_is_passed_on(run: ModuleType) -> None:
    assert run.call(sys.executable, "-c", "raise SystemExit(7)") == 7


def test_programs_run_without_the_notice_about_mkdocs_2(run: ModuleType) -> None:
    asked = "import os; raise SystemExit(os.environ['NO_MKDOCS_2_WARNING'] == os.environ['MORE'] == '1')"
    assert run.call(sys.executable, "-c", asked, MORE="1") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another program")
def test_ctrl_c_ends_both_programs_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        env={**os.environ, "PYTHONPATH": str(FILE.parent)},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "up\n"
    os.killpg(process.pid, signal.SIGINT)
    printed, errors = process.communicate(timeout=20)
    assert (printed, errors, process.returncode) == ("down\n", "", 130)


# ---- the browser


def test_the_browser_is_the_one_that_is_named(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM_PATH", "/opt/chromium")
    assert run.browser() == "/opt/chromium"


def test_a_browser_in_the_usual_place_is_found(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edge = tmp_path / run.WINDOWS_BROWSERS[0]
    edge.parent.mkdir(parents=True, exist_ok=True)
    edge.touch()
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.setattr(run.shutil, "which", lambda _: None)
    monkeypatch.setattr(run, "MAC_BROWSERS", ())
    assert run.browser() == str(edge)


@pytest.mark.parametrize(("user", "asked"), [(0, ["update", "install"]), (1000, [])])
def test_only_root_on_debian_gets_a_browser_installed(
    run: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch, user: int, asked: list[str]
) -> None:
    monkeypatch.setattr(run.os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    run.install_browser()
    assert [command[1] for command, _ in calls] == asked


@pytest.fixture
def debian(run: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """A Debian whose owner is root and has the whole of Chromium; its apt-get installs only that."""

    def call(*command: object, **more: str) -> int:
        calls.append(([str(part) for part in command], more))
        return int(run.LIGHT in command)

    monkeypatch.setattr(run, "call", call)
    monkeypatch.setattr(run.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/bin/{name}" if name in ("apt-get", "chromium") else None)
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    monkeypatch.delenv("CI", raising=False)
    return calls


def test_a_debian_without_the_light_browser_gets_the_whole_one(run: ModuleType, debian: Calls) -> None:
    assert run.install_browser() == "/bin/chromium"
    assert [command[4] for command, _ in debian if command[1] == "install"] == [run.LIGHT, "chromium"]


@pytest.mark.parametrize(
    ("ci", "named", "asked"), [("yes", "", True), ("yes", "/opt/chromium", False), ("", "", False)]
)
def test_only_ci_asks_for_the_light_browser_where_another_is_there(
    run: ModuleType, debian: Calls, monkeypatch: pytest.MonkeyPatch, ci: str, named: str, asked: bool
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("CHROMIUM_PATH", named)
    run.test([])
    assert (run.LIGHT in [word for command, _ in debian for word in command]) is asked
    assert debian[-1][1]["CHROMIUM_PATH"] == (named or "/bin/chromium")
