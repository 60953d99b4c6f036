"""The one door of the project: python run.py serve | build | check | test (on Windows: py run.py serve).

Standard library only. The first start makes the environment .venv, the next ones find it ready. Everything
that is installed stands with its hash in uv.lock and in the requirements files, which are exported from it.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
from pathlib import Path

ON_EVERY_CORE = ("-n", "auto", "--dist", "worksteal")  # pytest-xdist; with -n0 the tests run one by one
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable  # not the one inside an active .venv
LOCKS = ("uv.lock", "requirements.txt", "requirements-dev.txt")
REQUIREMENTS = {"site": "requirements.txt", "dev": "requirements-dev.txt"}
USAGE = """\
python run.py serve   check the content and show the site, reloading as you edit
python run.py build   check the content and write the site into the folder site
python run.py check   list the mistakes in lessons and questions
python run.py test    run every test (for developers)
What follows the command goes on to mkdocs, kontuar check or pytest."""
LIGHT = "chromium-headless-shell"  # Chromium without its windows, which cost more than half of the time
BROWSERS = (LIGHT, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC_BROWSERS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_BROWSERS = (r"Microsoft\Edge\Application\msedge.exe", r"Google\Chrome\Application\chrome.exe")


def call(*command: str | Path, **more: str) -> int:
    """Runs a program in the project's folder and gives its exit code."""
    # PYTHONIOENCODING: in a Windows pipe a Polish letter would otherwise end the program.
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", **more}
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, env=env) as child:  # noqa: S603 - own words
        try:
            return child.wait()
        except KeyboardInterrupt:
            child.wait()  # it was told too, and tidies up by itself
            raise


def output(*command: str) -> str:
    """What a program prints; nothing when it fails."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - own words
    return "" if done.returncode else done.stdout.strip()


def module(name: str, *arguments: str, **more: str) -> int:
    """Runs a module with the Python of .venv."""
    return call(python(), "-m", name, *arguments, **more)


def scripts() -> Path:
    return VENV / ("Scripts" if WINDOWS else "bin")


def python() -> Path:
    return scripts() / ("python.exe" if WINDOWS else "python")


def prepare(group: str) -> None:
    """Makes .venv hold exactly what the lock names for the group ("site", or "dev" for the tests as well)."""
    if ready(group):
        return
    print("Setting up in .venv: once, for a minute or two ...", file=sys.stderr, flush=True)
    try:
        stamp_file().unlink(missing_ok=True)
        VENV.mkdir(exist_ok=True)
        install(group)
        link()
        stamp_file().write_text(stamp(group), encoding="ascii")
    except OSError as error:
        raise SystemExit(
            f"Cannot write to {VENV} ({error.strerror}): move the project to a folder of your own, "
            "close other windows that run it, and start again."
        ) from None


def ready(group: str) -> bool:
    there = python().exists() and stamp_file().is_file()
    return there and stamp_file().read_text(encoding="ascii") in (stamp(group), stamp("dev"))


def stamp_file() -> Path:
    return VENV / "kontuar-stamp"


def stamp(group: str) -> str:
    parts = [(ROOT / name).read_bytes() for name in LOCKS]
    parts.append(f"{sys.version} {sysconfig.get_platform()} {group}".encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def install(group: str) -> None:
    """Installs what the lock names; `link` adds Kontuar itself, so no build tools are needed for it."""
    if uv_sync(group) if has_uv() else pip_install(group):
        raise SystemExit(
            "The packages could not be installed (the reason stands above): the first start needs the "
            "internet once, so connect and run the same command again."
        )


def has_uv() -> bool:
    # asked, not only looked for: a version manager leaves a `uv` on PATH that runs nothing
    return bool(shutil.which("uv")) and bool(output("uv", "--version"))


def uv_sync(group: str) -> int:
    if not python().exists():
        shutil.rmtree(VENV)  # a set-up that broke off; uv refuses such a folder
    words = ["--quiet", "--frozen", "--no-install-project", "--no-python-downloads", "--python", BASE_PYTHON]
    dev = ["--group", "dev"] if group == "dev" else []
    return call("uv", "sync", *words, *dev, UV_PROJECT_ENVIRONMENT=str(VENV))


def pip_install(group: str) -> int:
    if not importlib.util.find_spec("ensurepip") or call(BASE_PYTHON, "-m", "venv", "--clear", VENV):
        raise SystemExit(no_venv())
    words = ["--quiet", "--disable-pip-version-check", "--require-hashes", "-r", REQUIREMENTS[group]]
    return module("pip", "install", *words)


def no_venv() -> str:
    version = "{}.{}".format(*sys.version_info[:2])
    apt = f"run  sudo apt install python{version}-venv  and start again."
    remedy = apt if shutil.which("apt-get") else "install Python from python.org/downloads and start again."
    return f"This Python {version} came without what makes a .venv: {remedy}"


def link() -> None:
    """Makes `import kontuar` and the command `kontuar` work in .venv; relative paths survive a move."""
    folder = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))
    (folder / "kontuar.pth").write_text(os.path.relpath(ROOT / "src", folder) + "\n", encoding="ascii")
    command = scripts() / ("kontuar.cmd" if WINDOWS else "kontuar")
    shell = '#!/bin/sh\nexec "$(dirname "$0")/python" -m kontuar "$@"\n'
    command.write_text('@"%~dp0python.exe" -m kontuar %*\n' if WINDOWS else shell, encoding="ascii")
    command.chmod(0o755)


def serve(extra: list[str]) -> int:
    chosen, rest = option(extra, "-a", "--dev-addr")
    address = chosen or f"127.0.0.1:{free_port()}"
    module("kontuar", "check")  # shows what is wrong; the preview starts all the same
    print(f"\nThe site is being built for http://{address}/  (to stop it press Ctrl+C)\n", flush=True)
    return module("mkdocs", "serve", "-a", address, *rest, SITE_URL=f"http://{address}/")


def option(extra: list[str], *names: str) -> tuple[str, list[str]]:
    """The value of one option ("" without it) and the words that are left."""
    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    reader.add_argument(*names, dest="value", default="")
    found, rest = reader.parse_known_args(extra)
    return found.value, rest


def free_port() -> int:
    port = next(filter(is_free, range(8000, 8100)), None)
    if port is None:
        raise SystemExit("The ports 8000 to 8099 are all in use: close another local server and start again.")
    return port


def is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def build(extra: list[str]) -> int:
    code = module("kontuar", "check") or module("mkdocs", "build", "--clean", *extra, **commit_time())
    if not code:
        print("\nThe site is in the folder", option(extra, "-d", "--site-dir")[0] or "site")
    return code


def commit_time() -> dict[str, str]:
    """The time of the last commit as the time of the build, so that a commit always gives the same bytes."""
    if "SOURCE_DATE_EPOCH" in os.environ or not shutil.which("git"):
        return {}
    seconds = output("git", "log", "-1", "--format=%ct")
    return {"SOURCE_DATE_EPOCH": seconds} if seconds.strip("0") else {}  # MkDocs fails on 0


def check(extra: list[str]) -> int:
    return module("kontuar", "check", *extra)


def test(extra: list[str]) -> int:
    found = browser()
    if not found or (os.environ.get("CI") and not os.environ.get("CHROMIUM_PATH") and not shutil.which(LIGHT)):
        found = install_browser()
    return module("pytest", *ON_EVERY_CORE, *extra, **({"CHROMIUM_PATH": found} if found else {}))


def browser() -> str | None:
    """The path of a Chromium, Chrome or Edge: the one in CHROMIUM_PATH, else the first of the usual ones."""
    programs = [os.environ.get("ProgramFiles", ""), os.environ.get("ProgramFiles(x86)", "")]  # noqa: SIM112
    usual = [Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in MAC_BROWSERS]
    usual += [Path(folder, name) for name in WINDOWS_BROWSERS for folder in programs if folder]
    named = [os.environ.get("CHROMIUM_PATH"), *map(shutil.which, BROWSERS)]
    return next((path for path in named if path), None) or next((str(p) for p in usual if p.exists()), None)


def install_browser() -> str | None:
    """Fetches Chromium on Debian as root (a container, CI); elsewhere that is for the owner to decide."""
    if getattr(os, "geteuid", lambda: 1)() != 0 or not shutil.which("apt-get"):
        return browser()
    print("Installing Chromium for the browser tests ...", flush=True)
    call("apt-get", "update", "-qq")
    for name in (LIGHT, "chromium"):  # some releases of Debian have only the second
        packages = (name, "fonts-dejavu-core")
        if not call(
            "apt-get", "install", "-qq", "--no-install-recommends", *packages, DEBIAN_FRONTEND="noninteractive"
        ):
            break
    return browser()


COMMANDS = {"serve": serve, "build": build, "check": check, "test": test}


def main(words: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - it is what tells the owner of an old Python
        raise SystemExit(
            "This is Python {}.{}, and Kontuar needs 3.11 or newer: install it from python.org/downloads "
            "and run the same command with it.".format(*sys.version_info[:2])
        )
    if not words or words[0] not in COMMANDS:
        print(USAGE)
        return 0 if words in (["-h"], ["--help"]) else 2
    prepare("dev" if words[0] == "test" else "site")
    return COMMANDS[words[0]](words[1:])


def start() -> None:
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    start()
