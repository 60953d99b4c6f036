"""Dialogues as they stand on pages: whole as text, with the bones that the player walks on."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kontuar.core.markup import inline
from kontuar.core.phrases import Phrases
from kontuar.course import Course
from kontuar.dialogues.dialogue import Dialogue
from kontuar.dialogues.script import Script, fingerprint_of, script
from kontuar.site.plan import Plan
from kontuar.site.sheets import fill

STYLES = ("site/look/question.css", "dialogues/style.css")
SIGNS = {">=": "≥", "<=": "≤", "!=": "≠", "==": "="}


@dataclass(frozen=True)
class Talks:
    """The dialogues of a course, seen from one page in one language."""

    course: Course
    view: Plan

    def block(self, name: str) -> str:
        """A dialogue as an HTML block; its id on the page is its own."""
        dialogue, language = self.course.dialogues[name].dialogue, self.view.language
        bones = script(dialogue)
        ids = list(dialogue.every)
        return fill(
            "dialogue",
            language,
            dialogue=dialogue,
            lang=language,
            anchor=f"talk-{name}",
            hash=fingerprint_of(bones),
            numbers={scene: number for number, scene in enumerate(ids, 1)},
            following={scene: bones["scenes"][scene]["next"] for scene in ids},
            lessons=self._lessons(),
            data=self._data(dialogue, bones),
            said=lambda words: inline(words.of(language)),
            told=self._teller(dialogue),
        )

    def listed(self) -> list[dict[str, str]]:
        """Every dialogue with its address, for a list."""
        language = self.view.language
        return [
            {
                "id": name,
                "url": self.view.way(dialogue_uri(name)),
                "title": found.dialogue.title.of(language),
                "who": found.dialogue.customer.name.of(language),
            }
            for name, found in self.course.dialogues.items()
        ]

    def _lessons(self) -> dict[str, dict[str, Any]]:
        modules = self.course.modules
        return {lesson["id"]: lesson for module in modules for lesson in self.view.lessons(module)}

    def _data(self, dialogue: Dialogue, bones: Script) -> dict[str, Any]:
        """What the player needs besides the words that stand in the page."""
        language = self.view.language
        meters = {
            name: {"label": meter.label.of(language), "words": [word.of(language) for word in meter.words]}
            for name, meter in dialogue.meters.items()
        }
        texts = self.view.objectives()
        wanted = {name for names in bones["objectives"].values() for name in names}
        objectives = {name: {"text": texts.get(name, name), "lessons": []} for name in sorted(wanted)}
        return {"script": bones, "meters": meters, "objectives": objectives}

    def _teller(self, dialogue: Dialogue) -> Callable[[str], Markup]:
        """Makes a condition into words: meters by their labels."""
        language, words = self.view.language, Phrases(self.view.language)

        def told(condition: str) -> Markup:
            for name, meter in dialogue.meters.items():
                condition = re.sub(rf"\b{re.escape(name)}\b", meter.label.of(language), condition)
            for word in ("and", "or", "not"):
                condition = re.sub(rf"\b{word}\b", words[f"dialogues.word-{word}"], condition)
            for sign, shown in SIGNS.items():
                condition = condition.replace(sign, shown)
            return Markup.escape(condition)

        return told


def dialogue_uri(name: str) -> str:
    """Where a dialogue has a page of its own."""
    return f"dialogues/{name}.md"


INDEX_URI = "dialogues/index.md"
