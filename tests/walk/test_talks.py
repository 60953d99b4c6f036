"""Every dialogue of the real course in a browser: by keyboard alone, with a reload at every scene."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.dialogues.script import script
from kontuar.dialogues.walk import Walk
from tests.browsing import ROOT, Open
from tests.learner import KEPT
from tests.ways import best

DIALOGUES = load(ROOT, Problems()).dialogues
BEGIN = {"": "Zacznij rozmowę", "en/": "Start the talk"}


def press(page: Page, place: int) -> None:
    """Tabs to a choice and presses it."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.kt-talk__me') !== null"):
            break
    for _ in range(place):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("root", BEGIN, ids=["pl", "en"])
@pytest.mark.parametrize("name", DIALOGUES)
def test_a_dialogue_is_finished_by_keyboard_in_polish_with_a_reload_at_every_scene(
    visit: Open, name: str, root: str
) -> None:
    page = visit(locale="en-GB" if root else "pl-PL", reduced_motion="reduce").go(f"{root}dialogues/{name}/")
    bones: Any = script(DIALOGUES[name].dialogue)
    way = Walk(bones)
    page.get_by_role("button", name=BEGIN[root]).focus()
    page.keyboard.press("Enter")
    for number, move in enumerate(best(bones), 1):
        press(page, [option["id"] for option in way.options()].index(move))
        way.move(move)
        page.evaluate(KEPT, ["kontuar:across-the-counter:/repo/", "scene", number])
        if way.scene is not None and not root:
            before = page.locator(".kt-turn").count()
            page.reload()
            expect(page.locator(".kt-turn")).to_have_count(before)
            page.locator(".kt-turn").last.evaluate("turn => { turn.tabIndex = -1; turn.focus(); }")
    expect(page.locator("[data-part=ending]")).to_be_focused()
    expect(page.locator(".kt-sum")).to_contain_text("100%")
