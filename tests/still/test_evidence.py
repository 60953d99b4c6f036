"""The certificate taken along: as a picture, as a text, and as a file that others check."""

import json
import re
import struct
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from kontuar import cli
from kontuar.core.canonical import digest
from tests.browsing import OVERFLOW, SMALL, Open, Served, settle
from tests.learner import CERTIFICATE, TEST, begin_test, finish_lesson, kept, right

CHECK = "check-certificate/"
SMALL_COURSE = Path(__file__).with_name("content")
DROP = """([zone, name, text]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, {type: "application/json"}));
  for (const kind of ["dragover", "drop"]) {
    zone.dispatchEvent(new DragEvent(kind, {dataTransfer: files, bubbles: true, cancelable: true}));
  }
}"""


def passed(page: Page, keys: dict[str, Any]) -> None:
    """The whole course done, its test on the page by hand, and the certificate shown."""
    questions = begin_test(page)
    for question in questions.all():
        right(question, keys[question.get_attribute("data-id") or ""])
    page.get_by_role("button", name="Zakończ i sprawdź").click()
    kept(page, "test-submit")
    finish_lesson(page)
    kept(page, "lesson-done")


def show(page: Page, name: str) -> None:
    page.locator("#kt-name").fill(name)
    page.locator("kt-certificate button[type=submit]").click()
    expect(page.locator("main [data-part=more]")).to_be_visible()


def saved(page: Page, button: str, folder: Path) -> Path:
    """The file that a button gives."""
    with page.expect_download() as waiting:
        page.locator(f"[data-do={button}]").click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def hand_over(page: Page, text: str, name: str = "file.json") -> None:
    zone = page.locator(".kt-drop").element_handle()
    page.evaluate(DROP, [zone, name, text])
    expect(page.locator("kt-check > output")).not_to_have_text(re.compile("Sprawdzam|Checking"))


def told(page: Page) -> str:
    return " ".join(page.locator("kt-check [data-part=report] h2").inner_text().split())


def resealed(content: dict[str, Any]) -> str:
    rest = {name: value for name, value in content.items() if name != "digest"}
    return json.dumps({**rest, "digest": digest(rest)})


def test_from_the_test_to_a_checked_file(
    visit: Open, keys: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window = visit(timezone_id="Europe/Warsaw", permissions=["clipboard-read", "clipboard-write"])
    loaded: list[str] = []
    window.page.on("request", lambda request: loaded.append(request.url))
    page = window.go(TEST)
    page.clock.set_fixed_time("2026-03-30T22:30:00Z")  # half past midnight in Warsaw
    passed(page, keys)
    page = window.go(CERTIFICATE)
    page.clock.set_fixed_time("2026-05-04T10:00:00Z")
    show(page, "Łucja Żółć-Gęślicka")
    assert any("certificates/certificate" in name for name in loaded)
    assert [name for name in loaded if re.search("certificates/(picture|made|profile|evidence)|canonical", name)] == []

    picture = saved(page, "picture", tmp_path)
    assert picture.name == "across-the-counter-2026-03-31.png"
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", data[16:24]) == (2376, 1680)
    page.locator("#kt-name").fill("X")  # a shorter name leaves less to draw, and only a picture of words shows that
    page.locator("kt-certificate button[type=submit]").click()
    assert len(saved(page, "picture", tmp_path / "short").read_bytes()) < len(data) - 5_000
    show(page, "Łucja Żółć-Gęślicka")

    page.locator("[data-part=profile] summary").click()
    text = page.locator("#kt-profile")
    expect(text).to_have_value(re.compile("^Z drugiej strony lady: kurs ukończony, 31 marca 2026 r.\n"))
    assert "Łucja" not in text.input_value()
    page.locator("[data-do=copy]").click()
    expect(page.get_by_text("Tekst skopiowany.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text.input_value()

    file = saved(page, "evidence", tmp_path)
    assert file.name == "across-the-counter-2026-03-31.json"
    content = json.loads(file.read_text("utf-8"))
    assert content["name"] == "Łucja Żółć-Gęślicka"
    assert content["completed"] == "2026-03-30T22:30:00Z"
    page.locator("input[name=named]").uncheck()
    assert "name" not in json.loads(saved(page, "evidence", tmp_path / "nameless").read_text("utf-8"))

    page.get_by_role("link", name="Sprawdź go tutaj").click()
    expect(page).to_have_url(window.url + CHECK)
    expect(page.locator("kt-check [data-part=drop]")).to_be_visible()
    page.locator("#kt-file").set_input_files(file)
    report = page.locator("[data-part=report]")
    expect(report).to_be_focused()
    assert told(page).startswith("Zgadza się Odpowiedzi z pliku")
    expect(report.get_by_text("W pliku: Łucja Żółć-Gęślicka")).to_be_visible()
    assert len(window.documents) == 2  # the test and the certificate: the rest came by instant navigation

    compare(page, file, capsys)


def compare(page: Page, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page and the command say the same of a good file and of one in which an answer was changed."""
    content = json.loads(file.read_text("utf-8"))
    content["papers"][0]["questions"][0]["answer"] = None
    tampered = file.with_name("tampered.json")
    tampered.write_text(json.dumps(content), "utf-8")
    for name, code in ((file, 0), (tampered, 1)):
        hand_over(page, name.read_text("utf-8"))
        page.locator("[data-part=report] details").evaluate("details => details.open = true")
        lines = page.locator(".kt-check li span").all_inner_texts()
        assert cli.main(["grade", "--evidence", str(name), "--folder", str(SMALL_COURSE), "--lang", "pl"]) == code
        said = capsys.readouterr().out.replace("\u00a0", " ")
        assert len(lines) > 8
        assert [line for line in lines if line.replace("\u00a0", " ") not in said] == []
    assert told(page).startswith("Nie zgadza się")
    first = page.locator(".kt-check").first.locator("li")
    unlike = 3 if "points" in content["papers"][0]["questions"][0] else 2  # the sum, the digest, the question
    assert [line.split("\n")[0] for line in first.all_inner_texts()] == ["Nie zgadza się"] * unlike


HOSTILE = {
    "too-big": ("x" * 1_000_001, "Plik jest za duży."),
    "not-json": ("<img src=x onerror=alert(1)>", "Tego pliku nie da się odczytać."),
    "deep": ('{"format": "kontuar-evidence", "x": ' + "[" * 100_000 + "]" * 100_000 + "}", ""),
    "prototype": ('{"__proto__": {"format": "kontuar-evidence"}}', "To nie jest plik do sprawdzenia"),
    "types": ('{"format": "kontuar-evidence", "v": 1, "papers": {"length": 1e9}}', "Plik ma niewłaściwą budowę"),
    "newer": ('{"format": "kontuar-evidence", "v": 2}', "Ten plik powstał w nowszej wersji"),
}


def test_what_is_no_evidence_is_refused_in_words_and_nothing_in_it_runs(
    visit: Open, keys: dict[str, Any], tmp_path: Path
) -> None:
    window = visit()
    page = window.go(TEST)
    passed(page, keys)
    page = window.go(CERTIFICATE)
    show(page, "x")
    content = json.loads(saved(page, "evidence", tmp_path).read_text("utf-8"))
    page = window.go(CHECK)
    for text, words in HOSTILE.values():
        hand_over(page, text)
        expect(page.locator("kt-check > output")).to_contain_text(words or re.compile("nie da się|niewłaściwą"))
        expect(page.locator("[data-part=report]")).to_be_hidden()
    hand_over(page, resealed({**content, "name": "<img src=x onerror=\"document.title='owned'\">\u202e"}))
    assert told(page).startswith("Zgadza się")
    assert page.locator("bdi").evaluate("name => name.childElementCount") == 0
    hand_over(page, resealed({**content, "course": "another"}))
    expect(page.get_by_text("Plik dotyczy innego kursu: another.")).to_be_visible()
    old = json.loads(json.dumps(content))
    old["version"] = old["papers"][0]["version"] = "0123456789"
    old["papers"][0]["questions"][0]["hash"] = "0" * 12
    hand_over(page, resealed(old))
    assert told(page).startswith("Nie da się sprawdzić")
    page.route("**/banks/**", lambda route: route.abort())
    hand_over(page, resealed(content))
    expect(page.locator("kt-check > output")).to_contain_text("Nie udało się wczytać pytań kursu.")
    assert all("banks" in line or "ERR_FAILED" in line for line in window.trouble)
    window.trouble.clear()


@pytest.mark.parametrize(("language", "scheme"), [("pl", "light"), ("en", "dark")])
def test_every_state_is_open_to_everybody(
    visit: Open, keys: dict[str, Any], tmp_path: Path, language: str, scheme: Any
) -> None:
    window = visit(width=390, height=844, color_scheme=scheme)
    root = "" if language == "pl" else "en/"
    page = window.go(TEST)
    passed(page, keys)
    page = window.go(root + CERTIFICATE)
    show(page, "محمد بن عبد الله")
    saved(page, "picture", tmp_path)
    file = saved(page, "evidence", tmp_path)
    page.locator("[data-part=profile] summary").click()
    expect(page.locator("#kt-profile")).not_to_have_value("")
    assert faults(page) == []
    page = window.go(root + CHECK)
    assert faults(page) == []
    content = json.loads(file.read_text("utf-8"))
    page.locator("#kt-file").set_input_files(file)
    page.locator("[data-part=report] summary").click()
    assert faults(page) == []
    content["papers"][0]["points"] = 3
    hand_over(page, json.dumps(content))
    assert faults(page) == []
    hand_over(page, "{}")
    assert faults(page) == []


def faults(page: Page) -> list[str]:
    """What axe finds, what is too small for a finger, and what sticks out at 320 pixels."""
    settle(page)
    found = [violation["id"] for violation in Axe().run(page).response["violations"]]
    small = page.evaluate(SMALL)
    page.set_viewport_size({"width": 320, "height": 640})
    over = page.evaluate(OVERFLOW)
    page.set_viewport_size({"width": 390, "height": 844})
    return [*found, *small, *([f"{over} px too wide"] if over > 0 else [])]


def test_the_page_reads_well_without_javascript(course: Served) -> None:
    html = course.html(f"en/{CHECK}")
    assert re.search("<noscript><p>[^<]*needs JavaScript", html)
    assert '<div class="kt-card kt-drop" data-part="drop" hidden>' in html
    assert "does not tell you who gave them" in html
