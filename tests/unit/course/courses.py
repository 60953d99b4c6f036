"""A small course on disk, to be broken in one place at a time."""

from pathlib import Path

from kontuar.core.problems import Problems
from kontuar.course import Course, load

LESSON = """\
---
title: {title}
minutes: 5
objectives: [listen]
---

# {title}

```quiz
questions: [greet]
```
"""
FILES = {
    "course/course.yml": """\
id: small
languages: [pl, en]
title: {pl: Mały kurs, en: Small course}
modules:
  - id: first
    title: {pl: Pierwszy, en: First}
    test: {draw: 2, pass: 50, levels: {apply: 1}}
    objectives:
      - {id: listen, text: {pl: słuchać, en: listen}}
""",
    "course/01-first/01-hello.pl.md": LESSON.format(title="Cześć"),
    "course/01-first/01-hello.en.md": LESSON.format(title="Hello"),
    "docs/index.pl.md": "---\ntitle: Mały kurs\nlead: Krótko.\n---\n",
    "docs/index.en.md": "---\ntitle: Small course\nlead: Short.\n---\n",
    "quizzes/banks/first.yml": """\
bank: first
questions:
  - id: greet
    type: truth
    level: apply
    objective: listen
    ask: {pl: Najpierw słuchamy., en: We listen first.}
    answer: yes
    why: {pl: Tak., en: Yes.}
  - id: form
    type: truth
    ask: {pl: Najpierw formularz., en: The form comes first.}
    answer: no
    why: {pl: Nie., en: No.}
""",
}


def write(root: Path, changes: dict[str, str | None] | None = None) -> Path:
    """The small course in a folder; changes replace files, None leaves one out."""
    for name, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    return root


def changed(name: str, old: str, new: str) -> dict[str, str | None]:
    """One file with one place changed."""
    assert FILES[name].count(old) >= 1, old
    return {name: FILES[name].replace(old, new, 1)}


def found(root: Path) -> tuple[Course, list[str]]:
    """The course and its problems as `path:line:col code`."""
    problems = Problems()
    course = load(root, problems)
    return course, [f"{p.place.path}:{p.place.line}:{p.place.col} {p.code}" for p in problems]
