"""A question's hash follows what is graded, never the wording."""

import pytest

from kontuar.banks import Expected, load_question
from kontuar.core.problems import Problems
from kontuar.core.source import Source
from kontuar.core.tree import parse
from kontuar.questions import Question

BASE = """\
id: first
type: choice
ask: {pl: Co mówisz?, en: What do you say?}
options:
  - {id: listen, text: Słucham., correct: yes, why: Tak.}
  - {id: form, text: Formularz., why: Nie.}
"""


def question(text: str) -> Question:
    problems = Problems()
    tree = parse(Source("bank.yml", text), problems)
    assert tree is not None
    found = load_question(tree, "bank.yml", Expected(("pl", "en")), problems)
    assert found is not None, [problem.code for problem in problems]
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [("Co mówisz?", "Co odpowiadasz?"), ("why: Tak.", "why: Właśnie."), ("Formularz.", "Proszę wypełnić formularz.")],
)
def test_another_wording_keeps_the_hash(old: str, new: str) -> None:
    assert question(BASE.replace(old, new)).hash == question(BASE).hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: Formularz., why", "text: Formularz., correct: yes, why"),
        ("id: form", "id: paper"),
        ("type: choice", "type: choice\npoints: 2"),
        ("type: choice", "type: choice\nrev: 2"),
        ("type: choice", "type: choice\nscore: all-or-nothing"),
    ],
)
def test_another_key_points_or_revision_changes_the_hash(old: str, new: str) -> None:
    assert question(BASE.replace(old, new)).hash != question(BASE).hash
