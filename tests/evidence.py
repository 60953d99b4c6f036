"""Evidence files for tests: a good one of a course, as its browser would write it."""

import json
from typing import Any

from kontuar.certificates.verify import Standard
from kontuar.core.canonical import digest
from kontuar.questions import types
from kontuar.quizzes.draw import draw_all
from tests.solutions import solution

SEED = "7K2M-04QX"
MOMENT = "2026-03-30T22:30:00Z"
Json = dict[str, Any]


def good(standard: Standard) -> Json:
    """All that the certificate of a course without dialogues asks for, with every answer right."""
    return {
        "format": "kontuar-evidence",
        "v": 1,
        "course": standard["course"],
        "version": standard["version"],
        "made": MOMENT,
        "completed": MOMENT,
        "name": "Łucja Żółć",
        "minutes": 7,
        "modules": ["complaints"],
        "lessons": [{"id": name, "done": MOMENT} for name in standard["lessons"]],
        "papers": [paper(standard, name) for name in standard["papers"]],
        "dialogues": [],
    }


def paper(standard: Standard, name: str, seed: str = SEED, attempt: int = 1) -> Json:
    """A paper with every answer right."""
    test = standard["tests"][name]
    drawn = draw_all([(rules, rules["pool"]) for rules in test["draws"]], seed, attempt)
    questions = [_asked(standard, one) for one in drawn]
    most = sum(question["max"] for question in questions)
    about = {"id": name, "seed": seed, "attempt": attempt, "version": standard["version"]}
    marks = {"points": most, "max": most, "pass": test["mark"], "submitted": MOMENT}
    return {**about, **marks, "questions": questions}


def _asked(standard: Standard, name: str) -> Json:
    question = standard["questions"][name]
    answer = solution(question["type"], dict(question["key"]))
    result = types()[question["type"]].grade(question["key"], answer)
    return {"id": name, "hash": question["hash"], "answer": answer, "points": result.points, "max": result.max}


def sealed(content: Json) -> str:
    """The text of a file with its digest."""
    return json.dumps({**content, "digest": digest(content)}, ensure_ascii=False)
