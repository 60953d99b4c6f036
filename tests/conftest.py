"""The browser of this machine, one for all tests that need one; and no test that depends on the clock."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.browsing import NO_BROWSER, run_py

# Fewer processes, each of which costs time at every start of a window.
FLAGS = ["--no-sandbox", "--disable-gpu", "--in-process-gpu", "--process-per-site"]

# A busy machine would fail what is right: by default Hypothesis allows an example 200 ms.
settings.register_profile("kontuar", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kontuar")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium; without one the tests fail in CI and are skipped, loudly, elsewhere."""
    path = run_py().browser()
    if not path:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says at the very end what was not tested."""
    skipped = [report for report in terminalreporter.getreports("skipped") if NO_BROWSER in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} browser tests skipped: {NO_BROWSER}", yellow=True, bold=True)
