"""Google's Lighthouse on a page of each kind, as a phone sees it: its four scores, and what keeps one below 100."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from served import ROOT, browser, built, npm, serving

PACKAGE = "lighthouse@12.8.2"
PAGES = {
    "home": "",
    "lesson": "course/complaints/six-steps/",
    "dialogue": "dialogues/heater-returns/",
    "exam": "exam/",
    "certificate": "certificate/",
    "lesson, English": "en/course/complaints/six-steps/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AIM = CATEGORIES[1:]
"""Where 100 is aimed at; how fast a page is depends on the machine that measures."""


def main() -> None:
    """Prints a line for each page; fails where one misses the aim."""
    missed = []
    with tempfile.TemporaryDirectory() as name, serving(Path(name, "site")) as url:
        built(ROOT, Path(name, "site"), url)
        print(f"{'page':<18} {' '.join(f'{category:>14}' for category in CATEGORIES)}")
        for page, path in PAGES.items():
            report = told(url + path, Path(name))
            scores = {category: round(report["categories"][category]["score"] * 100) for category in CATEGORIES}
            print(f"{page:<18} {' '.join(f'{score:>14}' for score in scores.values())}", flush=True)
            missed += [
                f"{page}: {why}" for category in AIM if scores[category] < 100 for why in faults(report, category)
            ]
    print("\n".join(missed) or "accessibility, best practices and SEO: 100 everywhere")
    sys.exit(bool(missed))


def told(url: str, folder: Path) -> dict[str, Any]:
    """The report on one page."""
    where = folder / "report.json"
    command = [npm(), "exec", "--yes", "--", PACKAGE, url, "--quiet", "--output=json", f"--output-path={where}"]
    command += ["--chrome-flags=--headless --no-sandbox", f"--only-categories={','.join(CATEGORIES)}"]
    subprocess.run(command, cwd=folder, check=True, env=os.environ | {"CHROME_PATH": browser()})
    report: dict[str, Any] = json.loads(where.read_text("utf-8"))
    return report


def faults(report: dict[str, Any], category: str) -> list[str]:
    """The audits of a category that are not passed."""
    weighed = [part["id"] for part in report["categories"][category]["auditRefs"] if part["weight"]]
    audits = [report["audits"][name] for name in weighed]
    return [f"{audit['id']} ({audit['title']})" for audit in audits if audit["score"] not in (None, 1)]


if __name__ == "__main__":
    main()
