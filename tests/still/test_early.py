"""A learner quicker than the line: what is filled in before a question's script came is neither sent nor lost."""

from playwright.sync_api import Page, Route, expect

from tests.browsing import Open

from .test_practice import LESSON, ONE, pick, press, wait_until_saved


def early(page: Page, url: str, script: str) -> list[Route]:
    """A page that is read but for a script, which waits in the list."""
    held: list[Route] = []
    page.route(f"**/{script}", lambda route: held.append(route))  # noqa: PLW0108 - Playwright can't call a list's method
    page.goto(url, wait_until="domcontentloaded")
    return held


def test_an_answer_from_before_the_script_came_wins_over_the_one_of_last_time(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    pick(page, ONE, "formality")
    press(page, ONE, "Sprawdź")
    wait_until_saved(page, ONE)
    held = early(page, window.url + LESSON, "questions/choice/element.js")
    expect(page.locator(f"{ONE} button[type=submit]")).to_be_hidden()
    pick(page, ONE, "taken-on")
    for script in held:
        script.continue_()
    press(page, ONE, "Sprawdź")
    expect(page.locator(f"{ONE} output")).to_have_attribute("data-state", "right")
    assert len(window.documents) == 2


def test_enter_in_a_question_without_its_script_sends_nothing_and_keeps_what_was_typed(visit: Open) -> None:
    window = visit()
    page = window.page
    held = early(page, f"{window.url}question-types/text/", "questions/text/element.js")
    question = page.locator("kt-text").first
    question.locator("input").fill("Ciepłe przekazanie")
    question.locator("input").press("Enter")  # under the policy, sending would be an error in the console
    for script in held:
        script.continue_()
    expect(question.locator("button[type=submit]")).to_be_visible()
    expect(question.locator("input")).to_have_value("Ciepłe przekazanie")
    question.locator("input").press("Enter")
    expect(question.locator("output")).to_have_attribute("data-state", "right")
    assert len(window.documents) == 1
