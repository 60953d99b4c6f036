"""A dialogue played in a terminal."""

from collections.abc import Callable, Iterator

from kontuar.core.phrases import Phrases
from kontuar.dialogues.dialogue import Dialogue
from kontuar.dialogues.script import script
from kontuar.dialogues.walk import Decision, Walk

Ask = Callable[[str], str]
"""Shows a prompt and gives what was typed."""


def play(dialogue: Dialogue, language: str, ask: Ask, show: Callable[[str], None]) -> None:
    """Talks until an ending, then tells decision by decision how it went.

    Raises:
        EOFError: whoever answers has gone.
    """
    words = Phrases(language)
    way = Walk(script(dialogue))
    show(f"{dialogue.title.of(language)}\n\n{dialogue.role.of(language)}\n")
    while way.scene is not None:
        scene = dialogue.every[way.scene]
        name = (scene.who or dialogue.customer.name).of(language)
        show(f"{name}: {scene.customer.of(language)}")
        choices = {choice.id: choice for choice in scene.choices}
        options = [choices[option["id"]] for option in way.options()]
        for number, option in enumerate(options, 1):
            show(f"  {number}. {option.say.of(language)}")
        chosen = options[_number(ask, words["dialogues.which"], len(options)) - 1]
        way.move(chosen.id)
        if chosen.reply:
            show(f"\n{name}: {chosen.reply.of(language)}")
        if dialogue.meters:
            show(f"  ({', '.join(_moods(dialogue, way, language))})")
        show("")
    for line in _debrief(dialogue, way, language, words):
        show(line)


def _number(ask: Ask, prompt: str, most: int) -> int:
    while True:
        typed = ask(f"{prompt} (1–{most}): ").strip()
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= most:
            return int(typed)


def _moods(dialogue: Dialogue, way: Walk, language: str) -> Iterator[str]:
    for name, meter in dialogue.meters.items():
        yield f"{meter.label.of(language)}: {meter.words[meter.word(way.meters[name])].of(language)}"


def _debrief(dialogue: Dialogue, way: Walk, language: str, words: Phrases) -> Iterator[str]:
    result = way.result()
    ending = next(ending for ending in dialogue.endings if ending.id == result["ending"])
    yield f"{words[f'dialogues.{ending.outcome}']}: {ending.text.of(language)}"
    if ending.debrief:
        yield ending.debrief.of(language)
    share = 100 * result["score"] // max(1, result["max"])
    yield words["dialogues.score"].format(share=share, mark=dialogue.mark)
    yield ""
    for number, decision in enumerate(way.decisions, 1):
        yield from _decision(dialogue, number, decision, language, words)


def _decision(dialogue: Dialogue, number: int, decision: Decision, language: str, words: Phrases) -> Iterator[str]:
    scene = dialogue.every[decision.scene]
    chosen = next(choice for choice in scene.choices if choice.id == decision.choice)
    mended = f", {words['dialogues.mended']}" if decision.mended else ""
    yield f"{number}. {chosen.say.of(language)} [{words[f'dialogues.{chosen.quality}']}{mended}]"
    yield f"   {chosen.why.of(language)}"
    best = next((choice for choice in scene.choices if choice.quality == "best"), None)
    if best is not None and best.id != chosen.id:
        yield f"   {words['dialogues.better']} {best.say.of(language)}"
