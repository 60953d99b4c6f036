"""Our own course keeps the rules of style that it tells others to keep."""

from kontuar import prose
from kontuar.core import report
from kontuar.core.problems import Problems
from kontuar.course import load

from .cases import ROOT


def test_our_own_course_has_no_finding_on_style() -> None:
    problems = Problems()
    prose.check(load(ROOT, Problems()), problems)
    assert not problems, "\n" + report.text(problems, "en", ROOT)
