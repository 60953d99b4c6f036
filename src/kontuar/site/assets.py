"""The package's own scripts, styles and pictures: published once, under an address that changes with them.

The tree is kept as it is in the package, so that modules find each other by the same relative paths. The
folder is named after all contents together: a page never mixes two versions.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import rcssmin  # type: ignore[import-untyped]
import rjsmin  # type: ignore[import-untyped]

PACKAGE = Path(__file__).parent.parent
IMPORT = re.compile(r"""\b(?:import|export)\b(?:[^"';()]*?\bfrom)?\s*["']([^"']+)["']""")


@dataclass(frozen=True)
class Assets:
    """Stripped files by their path in the package."""

    files: Mapping[str, str]

    @property
    def folder(self) -> str:
        """Where they lie under the root site."""
        digest = sha256()
        for name, text in sorted(self.files.items()):
            digest.update(f"{name}\0{text}\0".encode())
        return f"assets/kontuar/{digest.hexdigest()[:10]}/"

    def style(self, name: str) -> str:
        """The address of a style sheet; `look/…` is short for `site/look/…`.

        Raises:
            KeyError: there is no such file.
        """
        path = f"site/{name}" if name.startswith("look/") else name
        if path not in self.files:
            raise KeyError(f"no style sheet {path}")
        return self.folder + path

    @cached_property
    def imports(self) -> Mapping[str, tuple[str, ...]]:
        """What each script imports; not what it fetches later by `import()`."""
        return {
            name: tuple(posixpath.normpath(posixpath.join(posixpath.dirname(name), to)) for to in IMPORT.findall(text))
            for name, text in self.files.items()
            if name.endswith(".js")
        }

    def needs(self, scripts: Iterable[str]) -> list[str]:
        """These scripts and all that they import, themselves and through others.

        Raises:
            KeyError: there is no such script.
        """
        found = dict.fromkeys(scripts)
        waiting = list(found)
        while waiting:
            new = [name for name in self.imports[waiting.pop()] if name not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return list(found)

    def write(self, site_dir: Path) -> None:
        """Puts all files into the finished site."""
        for name, text in self.files.items():
            target = site_dir / self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")


def gather(package: Path = PACKAGE) -> Assets:
    """All scripts, styles and pictures of a package, stripped of comments and spaces."""
    return Assets({path.relative_to(package).as_posix(): _stripped(path) for path in _found(package)})


def _found(package: Path) -> Iterator[Path]:
    theme = package / "site" / "theme"  # MkDocs copies its files itself
    for path in sorted(package.rglob("*")):
        if path.suffix in (".js", ".css", ".svg") and theme not in path.parents:
            yield path


def _stripped(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".js":
        return str(rjsmin.jsmin(text))
    return str(rcssmin.cssmin(text)) if path.suffix == ".css" else text
