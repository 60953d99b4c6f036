"""What a learner does and what their browser keeps."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browsing import Served
from tests.solutions import solution

LESSON, TEST, CERTIFICATE = "course/complaints/only-taking-in/", "course/complaints/test/", "certificate/"
DATABASE = "kontuar:across-the-counter:/repo/"

KEPT = """async ([name, kind, count]) => {
  const request = indexedDB.open(name);
  const database = await new Promise((done) => { request.onsuccess = () => done(request.result) });
  for (let tries = 0; tries < 400; tries += 1) {
    const query = database.transaction("events").objectStore("events").index("at").getAll();
    const events = await new Promise((done) => { query.onsuccess = () => done(query.result) });
    const found = events.filter((event) => event.kind === kind);
    if (found.length >= count) return database.close(), found;
    await new Promise((next) => setTimeout(next, 25));
  }
  throw new Error(`not ${count} events of kind ${kind}`);
}"""
GIVE = "(question, answer) => { question.write(answer); question.changed(); }"
SAY = "(detail) => document.dispatchEvent(new CustomEvent('kontuar:record', {detail}))"


def answer_keys(course: Served) -> dict[str, Any]:
    """What is right, by question id: read from the built bank pages, as the elements read it."""
    banks = sorted((course.folder / "banks").glob("*/index.html"))
    parts = [part for bank in banks for part in bank.read_text("utf-8").split(' data-id="')[1:] if "<template>" in part]
    return {part.split('"')[0]: json.loads(part.split("<template>")[1].split("</template>")[0]) for part in parts}


def right(question: Locator, key: dict[str, Any]) -> None:
    """Gives the right answer: by clicks where options are picked, else as the form is filled from a record."""
    kind = str(question.evaluate("question => question.localName")).removeprefix("kt-")
    if kind not in ("choice", "truth"):
        question.evaluate(GIVE, solution(kind, key))
        return
    wanted = key.get("correct") or [str(key["answer"]).lower()]
    for box in question.locator("[data-part] input").all():
        box.set_checked(True) if box.get_attribute("value") in wanted else None
    for box in question.locator("input[type=checkbox]").all():
        box.set_checked(box.get_attribute("value") in wanted)


def wrong(question: Locator, key: dict[str, Any]) -> None:
    """Gives a wrong answer where options are picked: one of those that are not correct."""
    wanted = key.get("correct") or [str(key["answer"]).lower()]
    values = [box.get_attribute("value") or "" for box in question.locator("[data-part] input").all()]
    question.locator(f"input[value={next(value for value in values if value not in wanted)}]").check()


def kept(page: Page, kind: str, count: int = 1) -> list[dict[str, Any]]:
    """The events of a kind in the browser's database, in order, once there are as many as are waited for."""
    events: list[dict[str, Any]] = page.evaluate(KEPT, [DATABASE, kind, count])
    return events


def finish_lesson(page: Page) -> None:
    """What the lesson's page records once it is done."""
    page.evaluate(SAY, {"kind": "lesson-done", "id": "complaints/only-taking-in"})


def hand_in(page: Page, points: float, paper: str = "paper", attempt: int = 1, seed: str = "7K2M-04QX") -> None:
    """What the test's page records of a paper of four points."""
    drawn = {"id": "complaints", "seed": seed, "attempt": attempt, "version": "1"}
    marked = {"paper": paper, "answers": {}, "points": points, "max": 4, "pass": 75}
    page.evaluate(SAY, {"kind": "test-submit", **drawn, **marked})


def complete(page: Page) -> None:
    """All that the certificate asks for, on a page that already follows progress."""
    finish_lesson(page)
    hand_in(page, 4)


def begin_test(page: Page) -> Locator:
    """Starts the test of a page in Polish; its questions."""
    page.get_by_role("button", name="Zacznij test").click()
    questions = page.locator("kt-paper [data-hash]")
    expect(questions).to_have_count(4)
    return questions
