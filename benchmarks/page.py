"""What a phone fetches for a page, and when it takes an answer: ours, Material alone, mkdocs-quiz and h5p-standalone.

All in one run, by turns, with an empty cache: 4 times slower processor, 1.4 Mbit/s, 150 ms to the server. The copy for
offline use, which a browser fetches afterwards, does not count.
"""

import os
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import peers
from playwright.sync_api import Browser, CDPSession, sync_playwright
from served import ROOT, browser, built, course_copy, serving

from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.questions import types

ROUNDS = int(os.environ.get("ROUNDS", "3"))
LESSON = "06-complaints/02-six-steps.pl.md"
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.4e6 / 8, "uploadThroughput": 1.4e6 / 8}
OURS = {
    "option": "main kt-choice input",
    "check": "main kt-choice button[type=submit]",
    "verdict": "main kt-choice output",
}
PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "Material alone": ("bare/", {}),
    "our lesson, 5 questions": ("course/complaints/six-steps/", OURS),
    "our lesson, ten types": ("ten/course/complaints/six-steps/", OURS),
    "mkdocs-quiz, 2 questions": (
        "mkdocs-quiz/",
        {"option": ".quiz input", "check": ".quiz button[type=submit]", "verdict": ".quiz-feedback"},
    ),
    "h5p-standalone, 1 question": (
        "h5p/",
        {
            "frame": "iframe",
            "option": ".h5p-true-false-answer",
            "check": ".h5p-question-check-answer",
            "verdict": ".h5p-question-feedback-content-text, .h5p-joubelui-score-bar-progress",
        },
    ),
}
PROBE = """({ frame, option, check, verdict }) => {
  delete Navigator.prototype.serviceWorker;
  const told = (window.told = {});
  let box; // the first option as the build wrote it: practice mixes them
  const chosen = (box) => box.checked ?? box.getAttribute("aria-checked") === "true";
  function step() {
    const page = frame ? document.querySelector(frame)?.contentDocument : document;
    if (!box?.isConnected) box = page?.querySelector(option);
    if (box && !chosen(box)) box.click(), delete told.taken;
    if (box && chosen(box)) told.taken ??= performance.now();
    const found = page?.querySelector(verdict);
    if (found?.checkVisibility() && (found.innerText.trim() || found.children.length)) told.judged = performance.now();
    if (told.judged) return;
    const button = page?.querySelector(check);
    if (told.taken && button?.checkVisibility()) button.click();
    setTimeout(step, 5);
  }
  addEventListener("DOMContentLoaded", () => {
    if (window !== top) return;
    told.ready = performance.now();
    if (option) step();
  });
}"""


@dataclass
class Fetched:
    """What one visit fetched, in bytes over the line, by the kind of file."""

    by_kind: dict[str, float] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def follow(self, session: CDPSession) -> None:
        """Counts what a page fetches."""
        session.on("Network.responseReceived", lambda told: self.kinds.update({told["requestId"]: told["type"]}))
        session.on("Network.loadingFinished", self._finished)

    def _finished(self, told: dict[str, Any]) -> None:
        kind = self.kinds.get(told["requestId"], "Other")
        kind = kind if kind in ("Document", "Stylesheet", "Script") else "Other"
        self.by_kind[kind] = self.by_kind.get(kind, 0) + told["encodedDataLength"]


def main() -> None:
    """Prints a line for each page."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name, "site")
        with serving(site) as url:
            built(ROOT, site, url)
            built(ten_types(Path(name, "ten")), site / "ten", f"{url}ten/")
            peers.build(site, plain(ROOT / "course" / LESSON))
            measure(url)


def measure(url: str) -> None:
    """Visits all pages by turns and prints the medians."""
    visits: dict[str, list[tuple[Fetched, dict[str, float]]]] = {page: [] for page in PAGES}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        for _ in range(ROUNDS):
            for page, (path, probe) in PAGES.items():
                visits[page].append(visit(chromium, url + path, probe))
    print(f"medians of {ROUNDS} visits with an empty cache; kB over the line, ms; slow phone, slow line")
    print(f"{'page':<27} {'HTML':>6} {'CSS':>6} {'JS':>6} {'other':>6} files  ready  taken judged")
    for page, found in visits.items():
        print(f"{page:<27} {line(found)}")
    print("ready: DOMContentLoaded; after it, taken: a chosen option stays chosen; judged: the verdict is there")


def line(found: list[tuple[Fetched, dict[str, float]]]) -> str:
    """The figures of a page."""
    fetched = found[-1][0]
    sizes = " ".join(
        f"{fetched.by_kind.get(kind, 0) / 1000:>6.1f}" for kind in ("Document", "Stylesheet", "Script", "Other")
    )
    ready = median(told["ready"] for _, told in found)
    after = [
        f"{median(told[name] - told['ready'] for _, told in found):>6.0f}" if name in found[-1][1] else f"{'–':>6}"
        for name in ("taken", "judged")
    ]
    return f"{sizes} {len(fetched.kinds):>5} {ready:>6.0f} {' '.join(after)}"


def visit(chromium: Browser, url: str, probe: dict[str, str]) -> tuple[Fetched, dict[str, float]]:
    """One visit in a new browser profile: what was fetched, and when it was ready, took an answer and judged it."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page, fetched = context.new_page(), Fetched()
    session = context.new_cdp_session(page)
    fetched.follow(session)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(f"({PROBE})({probe})")
    page.goto(url, timeout=60_000)
    wanted = "judged" if probe else "ready"
    for _ in range(600):  # a page's policy forbids what wait_for_function does
        if page.evaluate(f"window.told.{wanted}"):
            break
        page.wait_for_timeout(100)
    else:
        raise SystemExit(f"{url} judged no answer within a minute: {page.evaluate('window.told')}")
    page.wait_for_timeout(1000)
    told: dict[str, float] = page.evaluate("window.told")
    context.close()
    return fetched, told


def plain(lesson: Path) -> str:
    """A lesson's text without its front matter and its questions."""
    text = re.sub(r"\A---.*?^---\n", "", lesson.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^```quiz.*?^```\n", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"\]\([^)]*\.(?:md|yml)[^)]*\)", "](#)", text)


def ten_types(project: Path) -> Path:
    """The course with one question of each type in the lesson."""
    banks = load(ROOT, Problems()).banks
    first = dict.fromkeys(types(), "")
    for bank in banks.values():
        for question in bank.questions.values():
            first[question.type] = first[question.type] or f"{bank.id}/{question.id}"
    lesson = course_copy(project) / "course" / LESSON
    fence = f"```quiz\nquestions: [{', '.join(filter(None, first.values()))}]\n```"
    lesson.write_text(re.sub(r"```quiz.*?```", fence, lesson.read_text("utf-8"), count=1, flags=re.DOTALL), "utf-8")
    return project


if __name__ == "__main__":
    main()
