"""What the benchmarks of a site share: projects to build, a server like GitHub Pages, Chromium and npm."""

import functools
import gzip
import os
import runpy
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PATH = "/course/"
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")


class Packing(SimpleHTTPRequestHandler):
    """Serves a folder under PATH, text compressed."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        content = file.read_bytes() if file.is_file() else b""
        self.send_response(200 if content else 404)
        self.send_header("Content-Type", "text/javascript" if file.suffix == ".js" else self.guess_type(file))
        if content and file.suffix in PACKED:
            content = packed(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(PATH))

    def log_message(self, *_: Any) -> None:
        """Silence: the table is what is printed."""


@functools.cache
def packed(content: bytes) -> bytes:
    """Gzipped at the usual level."""
    return gzip.compress(content, 6)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder, which may be filled later; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Packing, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PATH}"
    server.shutdown()
    server.server_close()


def built(project: Path, site: Path, url: str) -> None:
    """Builds a project's site with MkDocs."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    environment = os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, check=True, env=environment)


def put_program(folder: Path) -> None:
    """Puts this repository's mkdocs.yml, hooks and package around the content of a course."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "build_hooks", folder / "build_hooks")
    (folder / "src").symlink_to(ROOT / "src", target_is_directory=True)


def course_copy(to: Path) -> Path:
    """A project with the course's content, to be changed, and this repository's package."""
    for name in ("course", "quizzes", "docs"):
        shutil.copytree(ROOT / name, to / name)
    put_program(to)
    return to


def browser() -> str:
    """Where Chromium is, as run.py knows it.

    Raises:
        SystemExit: there is none.
    """
    if not (found := runpy.run_path(str(ROOT / "run.py"))["browser"]()):
        raise SystemExit("no Chromium, Chrome or Edge was found; name one in CHROMIUM_PATH")
    return str(found)


def npm() -> str:
    """Where npm is.

    Raises:
        SystemExit: it is not installed.
    """
    if not (found := shutil.which("npm")):
        raise SystemExit("this benchmark fetches packages with npm: install Node.js and start again")
    return found
