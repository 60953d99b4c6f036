"""The whole course on one page: what the home page and “my course” tell their script."""

from typing import Any

from kontuar.site.desk import Desk
from kontuar.site.talks import dialogue_uri


def overview(desk: Desk, uri: str) -> dict[str, Any]:
    """The outline, and what can be done besides the next lesson: dialogues and questions to review."""
    view, course = desk.view(uri), desk.course
    dialogues = [
        {
            "id": name,
            "title": found.dialogue.title.of(desk.language),
            "url": view.way(dialogue_uri(name)),
            "endings": [ending.id for ending in found.dialogue.endings],
        }
        for name, found in course.dialogues.items()
    ]
    questions = {bank.id: " ".join(question.id for question in bank.scored) for bank in course.banks.values()}
    more = {"dialogues": dialogues, "questions": questions, "review": view.way("review.md")}
    return view.outline() | more
