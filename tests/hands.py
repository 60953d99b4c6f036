"""A right answer given by hand: taps, menus and typing, type by type, as on a phone."""

from collections.abc import Callable
from itertools import chain
from typing import Any

from playwright.sync_api import Locator

Key = dict[str, Any]


def _tap_inputs(question: Locator, values: list[str]) -> None:
    for value in values:
        question.locator("label").filter(has=question.page.locator(f'input[value="{value}"]')).tap()


def _choice(question: Locator, key: Key) -> None:
    _tap_inputs(question, key["correct"])


def _truth(question: Locator, key: Key) -> None:
    _tap_inputs(question, [str(key["answer"]).lower()])


def _order(question: Locator, key: Key) -> None:
    """Each item is moved up to its place, from the first to the last."""
    for place, name in enumerate(chain.from_iterable(key["groups"])):
        rows = question.locator("[data-part]")
        while rows.nth(place).get_attribute("data-part") != name:
            question.locator(f'[data-part="{name}"] .kt-icon--up').tap()


def _match(question: Locator, key: Key) -> None:
    for left, right in key["pairs"].items():
        question.locator(f'[data-part="{left}"] select').select_option(right)


def _sort(question: Locator, key: Key) -> None:
    for item, home in key["items"].items():
        row = question.locator(f'[data-part="{item}"]')
        row.locator("label").filter(has=question.page.locator(f'input[value="{home}"]')).tap()


def _cloze(question: Locator, key: Key) -> None:
    for name, gap in key["gaps"].items():
        control = question.locator(f'[data-gap="{name}"] :is(select, input)')
        if "correct" in gap:
            control.select_option(gap["correct"][0])
        else:
            control.tap()
            question.page.keyboard.type(gap["accept"][0])


def _typed(question: Locator, text: str) -> None:
    question.locator("[data-part] :is(input, textarea)").first.tap()
    question.page.keyboard.type(text)


def _text(question: Locator, key: Key) -> None:
    _typed(question, key["accept"][0])


def _number(question: Locator, key: Key) -> None:
    _typed(question, str(key["answer"]))


def _reflect(question: Locator, _: Key) -> None:
    _typed(question, "Decyduje pani Ewa. Opowiem jej wszystko i jutro do 12.00 zadzwonię.")


HANDS: dict[str, Callable[[Locator, Key], None]] = {
    "choice": _choice,
    "truth": _truth,
    "order": _order,
    "match": _match,
    "sort": _sort,
    "cloze": _cloze,
    "text": _text,
    "number": _number,
    "spot": _choice,
    "reflect": _reflect,
}


def answer(question: Locator, key: Key) -> None:
    """Fills in what is right and checks it."""
    kind = str(question.evaluate("question => question.localName")).removeprefix("kt-")
    HANDS[kind](question, key)
    question.locator("button[type=submit]").tap()
