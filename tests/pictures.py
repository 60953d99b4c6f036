"""The pictures in the README, taken from the real site: `python -m tests.pictures` writes .github/pictures/."""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browsing import ROOT, Served, environment, run_py, serving, settle

PICTURES = ROOT / ".github" / "pictures"
PHONE, DESKTOP = (390, 844), (1280, 900)


def answered(page: Page) -> None:
    """The first question of a lesson, answered wrongly, with its feedback in the middle of the window."""
    question = page.locator("main [data-hash]").first
    question.locator("input").first.check()
    question.locator("button[type=submit]").click()
    expect(question.locator(".kt-why").first).to_be_visible()
    question.evaluate("question => question.scrollIntoView({block: 'center'})")


def take(browser: Browser, course: Served, name: str, path: str, size: tuple[int, int], dark: bool, ask: bool) -> Path:
    """One picture of one page."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        locale="en-GB" if path.startswith("en/") else "pl-PL",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(course.url + path)
    page.wait_for_load_state("networkidle")
    if ask:
        answered(page)
    page.mouse.move(0, 0)
    settle(page)
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file)
    context.close()
    return file


def build(course: Served) -> None:
    """The whole course, as a reader of the README would build it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(course.folder)]
    subprocess.run(command, cwd=ROOT, env=environment(course.url), check=True)


def main() -> None:
    """Builds the course and takes every picture."""
    PICTURES.mkdir(exist_ok=True)
    shots = [
        ("home", "", DESKTOP, False, False),
        ("question", "course/complaints/only-taking-in/", PHONE, False, True),
        ("question-dark", "en/course/complaints/only-taking-in/", PHONE, True, True),
    ]
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "site") as course, sync_playwright() as play:
        build(course)
        browser = play.chromium.launch(executable_path=run_py().browser(), args=["--no-sandbox"])
        for shot in shots:
            print(take(browser, course, *shot).relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main()
