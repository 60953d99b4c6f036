"""The summary under several questions: confident errors first, objectives with their lessons, repeat what was wrong."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browsing import Open
from tests.learner import LESSON, right, wrong


def answered(page: Page, keys: dict[str, Any], wrongly: set[int]) -> list[Locator]:
    """The questions of the lesson, answered and saved; some of them wrongly."""
    questions = page.locator("kt-practice [data-hash]").all()
    for place, question in enumerate(questions):
        how = wrong if place in wrongly else right
        how(question, keys[question.get_attribute("data-id") or ""])
        question.locator("button[type=submit]").click()
        expect(question.locator(".kt-saved")).to_be_visible()
    return questions


def test_a_summary_comes_when_all_is_answered_and_names_what_to_repeat(visit: Open, keys: dict[str, Any]) -> None:
    page = visit().go(LESSON)
    summary = page.locator("kt-practice > [data-part=summary]")
    expect(summary).to_be_hidden()
    questions = answered(page, keys, {0})
    expect(summary.get_by_role("heading").first).to_have_text(f"Dobrze: {len(questions) - 1} z {len(questions)}")
    link = summary.locator("ul a")
    expect(link).to_have_count(1)
    assert link.get_attribute("href") == f"#{questions[0].get_attribute('id')}"
    weak = summary.locator(".kt-report tr").filter(has=page.locator(".kt-report__ways"))
    expect(weak.locator("a").first).to_have_text("„Ja tylko przyjmuję”")


def test_only_what_was_wrong_is_repeated_and_a_new_answer_counts(visit: Open, keys: dict[str, Any]) -> None:
    page = visit().go(LESSON)
    questions = answered(page, keys, {1})
    page.get_by_role("button", name="Powtórz tylko to jedno pytanie").click()
    for place, question in enumerate(questions):
        expect(question).to_be_visible(visible=place == 1)
    expect(questions[1].locator("input").first).to_be_focused()
    expect(questions[1].locator("output")).to_be_empty()
    right(questions[1], keys[questions[1].get_attribute("data-id") or ""])
    questions[1].locator("button[type=submit]").click()
    summary = page.locator("kt-practice > [data-part=summary]")
    expect(summary.get_by_role("heading").first).to_have_text(f"Dobrze: {len(questions)} z {len(questions)}")
    page.get_by_role("button", name="Pokaż wszystkie pytania").click()
    expect(questions[0]).to_be_visible()


def test_what_was_answered_with_certainty_and_wrongly_stands_first(visit: Open, keys: dict[str, Any]) -> None:
    page = visit().go("practice/")
    for place, sure in ((0, "guess"), (1, "sure")):
        question = page.locator("kt-practice [data-hash]").nth(place)
        expect(question.locator(".kt-sure")).to_be_visible()
        question.locator(f".kt-sure input[value={sure}]").check()
        wrong(question, keys[question.get_attribute("data-id") or ""])
        question.locator("button[type=submit]").click()
        expect(question.locator(".kt-saved")).to_be_visible()
    summary = page.locator("kt-practice > [data-part=summary]")
    expect(summary).to_be_visible()
    expect(summary.locator("p + ul").first.locator("a")).to_have_attribute(
        "href", f"#{page.locator('kt-practice [data-hash]').nth(1).get_attribute('id')}"
    )
    expect(summary).to_contain_text("Tu była pewność, a odpowiedź jest inna")


def test_saying_how_sure_one_is_changes_no_answer_and_takes_no_feedback_away(
    visit: Open, keys: dict[str, Any]
) -> None:
    page = visit().go("practice/")
    question = page.locator("kt-practice [data-hash]").first
    wrong(question, keys[question.get_attribute("data-id") or ""])
    question.locator("button[type=submit]").click()
    expect(question.locator("output")).to_contain_text("Jeszcze nie")
    question.locator(".kt-sure input[value=fairly]").check()
    expect(question.locator("output")).to_contain_text("Jeszcze nie")


def test_hints_come_one_by_one(visit: Open) -> None:
    page = visit().go("practice/")
    question = page.locator("[data-tries='2']")
    hints = question.locator(".kt-hint")
    expect(hints.nth(0)).to_be_visible()
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).locator("summary").click()
    expect(hints.nth(1)).to_be_visible()


def test_after_the_last_try_the_answer_is_told(visit: Open) -> None:
    page = visit().go("practice/")
    question = page.locator("[data-tries='2']")
    for again in (False, True):
        question.locator("input[value=patience]").check()
        question.locator("button[type=submit]").click()
        expect(question.locator("[data-state=missed]")).to_have_count(int(again))
    expect(question.locator("output")).to_contain_text("Oto odpowiedź")
    expect(question.locator("button[type=submit]")).to_be_hidden()


def test_practice_shows_options_in_an_order_of_its_own_that_stays(visit: Open) -> None:
    window = visit()
    page = window.go("banks/complaints/")
    order = "all => all.map((part) => part.dataset.part).join()"
    rows = page.locator("kt-choice [data-part]")
    expect(page.locator("button[type=submit]").first).to_be_visible()
    first = rows.evaluate_all(order)
    page.reload()
    expect(page.locator("button[type=submit]").first).to_be_visible()
    assert rows.evaluate_all(order) == first
    seen = {first}
    for seed in ("AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC"):
        page.evaluate("seed => localStorage.setItem('kontuar:seed', seed)", seed)
        page.reload()
        expect(page.locator("button[type=submit]").first).to_be_visible()
        seen.add(rows.evaluate_all(order))
    assert len(seen) > 2
