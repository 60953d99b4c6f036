"""Every type of question in a real browser, by the page that shows it to trainers: each example, each answer."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kontuar.questions import QuestionType, types
from tests.browsing import OVERFLOW, SMALL, Open, Served, barriers
from tests.contracts.cases import Vector, vectors
from tests.learner import GIVE
from tests.solutions import solution

EVERY_TYPE = pytest.mark.parametrize("kind", types().values(), ids=lambda kind: kind.name)
ROOTS = {"pl": "", "en": "en/"}
NOTE = "() => addEventListener('kontuar:record', () => document.body.setAttribute('data-recorded', ''), true)"


def path(kind: QuestionType, language: str = "pl") -> str:
    return f"{ROOTS[language]}question-types/{kind.name}/"


def ready(page: Page, kind: QuestionType) -> list[Locator]:
    """The examples of a page, once their elements work."""
    found = page.locator(f"kt-{kind.name}").all()
    for question in found:
        expect(question.locator("button[type=submit]")).to_be_visible()
    return found


def key_of(question: Locator) -> Any:
    return json.loads(str(question.evaluate("question => JSON.stringify(question.key)")))


def check(question: Locator) -> None:
    question.locator("button[type=submit]").click()


def scored(kind: QuestionType) -> Iterator[Vector]:
    return (vector for vector in vectors() if vector.kind is kind and vector.points is not None)


@EVERY_TYPE
def test_every_answer_can_be_shown_in_the_form_and_read_again(visit: Open, kind: QuestionType) -> None:
    page = visit().go(path(kind))
    ids = list(dict.fromkeys(vector.question.id for vector in scored(kind)))
    shown = dict(zip(ids, ready(page, kind), strict=True))
    for vector in scored(kind):
        question = shown[vector.question.id]
        read = question.evaluate(
            "(question, answer) => { question.write(answer); return JSON.stringify(question.read()); }", vector.answer
        )
        again = question.evaluate("(question, answer) => question.grade(answer ?? question.blank)", json.loads(read))
        assert again["points"] == pytest.approx(vector.points), f"{vector}: read as {read}"


@EVERY_TYPE
@pytest.mark.parametrize("language", ROOTS)
def test_the_right_answer_is_called_right_and_everything_is_explained(
    visit: Open, kind: QuestionType, language: str
) -> None:
    page = visit(locale="pl-PL" if language == "pl" else "en-GB").go(path(kind, language))
    for question in ready(page, kind):
        question.evaluate(GIVE, solution(kind.name, key_of(question)))
        check(question)
        expect(question.locator("output")).to_have_attribute("data-state", "right")
        expect(question.locator("button[type=submit]")).to_be_hidden()
        assert question.locator(".kt-why").count() > 0 or kind.name == "reflect"


@EVERY_TYPE
def test_checking_without_an_answer_asks_for_one_and_is_no_try(visit: Open, kind: QuestionType) -> None:
    page = visit().go(path(kind))
    for question in ready(page, kind):
        check(question)
        expect(question.locator("output")).to_have_attribute("data-state", "note")
        expect(question.locator("[data-do=show]")).to_be_hidden()


@EVERY_TYPE
def test_the_answer_can_be_shown_after_a_try_and_the_question_started_again(visit: Open, kind: QuestionType) -> None:
    if not kind.model.scored:
        pytest.skip("nothing is right or wrong in it")
    page = visit().go(path(kind))
    shown = dict(zip(dict.fromkeys(vector.question.id for vector in scored(kind)), ready(page, kind), strict=True))
    for name, question in shown.items():
        wrong = [v.answer for v in scored(kind) if v.question.id == name and v.points == 0 and v.answer]
        answer = wrong[0] if wrong else not solution(kind.name, key_of(question))
        question.evaluate(GIVE, answer)
        check(question)
        expect(question.locator("output")).to_have_attribute("data-state", "wrong")
        show = question.locator("[data-do=show]")
        if show.is_visible():
            show.click()
        assert question.locator(".kt-why").count() > 0
        question.locator("[data-do=restart]").click()
        expect(question.locator("output")).to_be_empty()
        expect(question.locator(".kt-why, [data-part][data-state]")).to_have_count(0)


@EVERY_TYPE
@pytest.mark.parametrize("language", ROOTS)
def test_axe_finds_nothing_after_an_answer(visit: Open, kind: QuestionType, language: str) -> None:
    """In one language light on a desktop and dark on a phone, in the other the reverse; before it, see tests/walk."""
    window = visit(reduced_motion="reduce", locale="pl-PL" if language == "pl" else "en-GB")
    page = window.go(path(kind, language))
    for question in ready(page, kind):
        question.evaluate(GIVE, solution(kind.name, key_of(question)))
        check(question)
    for width, height in ((1280, 900), (390, 844)) if language == "pl" else ((390, 844), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        assert not (found := barriers(page, f"kt-{kind.name}")), f"{width}: {found}"
        page.locator("label[for^=__palette]:visible").click()


@EVERY_TYPE
def test_nothing_sticks_out_on_a_very_small_screen(visit: Open, kind: QuestionType) -> None:
    page = visit(320, 640).go(path(kind))
    for question in ready(page, kind):
        assert page.evaluate(OVERFLOW) == 0
        question.evaluate(GIVE, solution(kind.name, key_of(question)))
        check(question)
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(SMALL) == []


@EVERY_TYPE
@pytest.mark.parametrize("language", ROOTS)
def test_without_javascript_the_question_and_its_key_can_be_read(
    chromium: Browser, course: Served, kind: QuestionType, language: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(course.url + path(kind, language))
        for question in page.locator(f"kt-{kind.name}").all():
            expect(question.locator("legend")).to_be_visible()
            expect(question.locator("button:visible")).to_have_count(0)
            question.locator(".kt-key > summary").click()
            expect(question.locator("[data-why]").first).to_be_visible()
    finally:
        context.close()


@EVERY_TYPE
def test_a_question_in_a_demonstration_records_nothing(visit: Open, kind: QuestionType) -> None:
    page = visit().go(path(kind))
    page.evaluate(NOTE)
    for question in ready(page, kind):
        question.evaluate(GIVE, solution(kind.name, key_of(question)))
        check(question)
        question.locator("[data-do=restart]").click()
    expect(page.locator("body[data-recorded]")).to_have_count(0)
