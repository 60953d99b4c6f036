"""The certificate: what is missing, names of all kinds, what it says, and that the name stays at home."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect
from pypdf import PdfReader

from tests.browsing import Open, Visit
from tests.learner import CERTIFICATE, LESSON, TEST, complete, finish_lesson, hand_in, kept

HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
POLISH = "Świętosława Żółć-Źrebięcka, dr hab. inż. prof. Wszechnicy Gdańsko-Łódzkiej, z domu Ćwierćnóżka-Mądrała ęąó"
SHEET = """(sheet) => {
  const { left, right, top, bottom } = sheet.getBoundingClientRect();
  const parts = [...sheet.querySelectorAll("p, h2, dt, dd, li")].map((part) => part.getBoundingClientRect());
  return sheet.scrollWidth <= sheet.clientWidth && sheet.scrollHeight <= sheet.clientHeight
    && parts.every((box) => box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom);
}"""


def ready(window: Visit, path: str = CERTIFICATE) -> Page:
    """The certificate's page of somebody who has done all that it asks for."""
    page = window.go(path)
    expect(page.locator("[data-part=missing] li")).to_have_count(2)
    complete(page)
    expect(page.locator("[data-part=ready]")).to_be_visible()
    return page


def show(page: Page, name: str) -> None:
    page.locator("#kt-name").fill(name)
    page.get_by_role("button", name=re.compile("Pokaż zaświadczenie|Show the certificate")).click()


def fits(page: Page, width: int, height: int = 900) -> bool:
    page.set_viewport_size({"width": width, "height": height})
    return bool(page.locator(".kt-cert__sheet").evaluate(SHEET))


def printed(page: Page, folder: Path) -> PdfReader:
    file = folder / "certificate.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    return PdfReader(file)


def test_what_is_missing_is_listed_with_links_that_lead_there(visit: Open) -> None:
    window = visit()
    page = window.go(CERTIFICATE)
    missing = page.locator("[data-part=missing]")
    expect(missing.locator("li")).to_have_text(
        ["Lekcja: „Ja tylko przyjmuję”", "Test modułu: Reklamacja: biorę to na siebie (od 75%)"]
    )
    for hidden in (page.locator(".kt-cert"), page.locator("#kt-name")):
        expect(hidden).to_be_hidden()
    missing.get_by_role("link").last.click()
    expect(page).to_have_url(window.url + TEST)
    page.go_back()
    missing.get_by_role("link").first.click()
    expect(page).to_have_url(window.url + LESSON)


def test_each_thing_that_is_done_leaves_the_list_and_a_failed_test_stays_in_it(visit: Open) -> None:
    page = visit().go(CERTIFICATE)
    items = page.locator("[data-part=missing] li")
    expect(items).to_have_count(2)
    finish_lesson(page)
    expect(items).to_have_count(1)
    hand_in(page, 2, paper="first")
    kept(page, "test-submit")
    expect(items).to_have_count(1)
    expect(page.locator(".kt-cert")).to_be_hidden()
    hand_in(page, 3, paper="second", attempt=2)
    expect(page.locator("#kt-name")).to_be_visible()
    expect(page.locator(".kt-cert")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "day", "paper"),
    [
        (CERTIFICATE, "31 marca 2026 r.", "arkusz 7K2M-04QX, próba 3"),
        (f"en/{CERTIFICATE}", "31 March 2026", "paper 7K2M-04QX, attempt 3"),
    ],
)
def test_it_names_the_best_result_and_the_day_on_which_all_was_first_done(
    visit: Open, path: str, day: str, paper: str
) -> None:
    window = visit(timezone_id="Europe/Warsaw")
    page = window.go(path)
    expect(page.locator("[data-part=missing] li")).to_have_count(2)
    page.clock.set_fixed_time("2026-03-02T10:00:00Z")
    hand_in(page, 3, paper="first")
    page.clock.set_fixed_time("2026-03-30T22:30:00Z")  # half past midnight in Warsaw
    kept(page, "test-submit", 1)
    finish_lesson(page)
    expect(page.locator("[data-part=ready]")).to_be_visible()
    page.clock.set_fixed_time("2026-05-04T10:00:00Z")
    hand_in(page, 1, paper="second", attempt=2)
    hand_in(page, 3.5, paper="third", attempt=3)
    kept(page, "test-submit", 3)
    show(page, "Ewa Kowal")
    expect(page.locator("[data-fill=score]")).to_have_text("87%")
    expect(page.locator("[data-fill=date]")).to_have_text(day)
    expect(page.locator("[data-fill=papers]")).to_have_text(paper)


@pytest.mark.parametrize("path", [CERTIFICATE, f"en/{CERTIFICATE}"])
def test_one_button_is_filled_at_a_time(visit: Open, path: str) -> None:
    page = ready(visit(), path)
    filled = page.locator("kt-certificate button:not(.kt-btn--quiet):visible")
    expect(filled).to_have_attribute("type", "submit")
    show(page, "Ewa Kowal")
    expect(filled).to_have_attribute("data-do", "print")
    expect(filled).to_be_focused()


def test_a_name_of_a_hundred_letters_fits_the_sheet_on_every_screen_and_on_one_page(
    visit: Open, tmp_path: Path
) -> None:
    page = ready(visit())
    show(page, POLISH)
    name = page.locator(".kt-cert__name")
    expect(name).to_have_text(POLISH[:100])
    expect(name).to_have_class(re.compile("kt-cert__name--long"))
    assert [width for width in (320, 390, 700, 1280, 1920) if not fits(page, width)] == []
    pdf = printed(page, tmp_path)
    assert len(pdf.pages) == 1
    text = " ".join(pdf.pages[0].extract_text().split())
    assert "Świętosława Żółć-Źrebięcka" in text
    assert "Podpis osoby prowadzącej" in text


@pytest.mark.parametrize("name", ["W" * 10_000, "Z" + "\u0301\u0323" * 5_000, "Ł a " * 2_500])
def test_a_name_of_ten_thousand_signs_is_cut_to_what_fits(visit: Open, tmp_path: Path, name: str) -> None:
    page = ready(visit())
    show(page, name)
    expect(page.locator(".kt-cert")).to_be_visible()
    assert [width for width in (320, 1280) if not fits(page, width)] == []
    assert len(page.locator(".kt-cert__name").inner_text()) <= 400
    assert len(printed(page, tmp_path).pages) == 1


@pytest.mark.parametrize(
    ("name", "direction"),
    [("محمد بن عبد الله", "rtl"), ("יעל כהן", "rtl"), ("Zażółć Gęślą", "ltr")],
)
def test_a_name_is_written_in_the_direction_of_its_script(visit: Open, name: str, direction: str) -> None:
    page = ready(visit())
    show(page, name)
    line = page.locator(".kt-cert__name")
    expect(line).to_have_text(name)
    for place in (line, page.locator("#kt-name")):
        expect(place).to_have_css("direction", direction)
    expect(page.locator(".kt-cert__foot")).to_have_css("direction", "ltr")
    assert fits(page, 390)


def test_a_hostile_name_is_only_text(visit: Open) -> None:
    page = ready(visit())
    title = page.title()
    show(page, HOSTILE)
    line = page.locator(".kt-cert__name")
    expect(line).to_have_text(HOSTILE)
    assert line.evaluate("line => line.childElementCount") == 0
    page.reload()
    expect(line).to_have_text(HOSTILE)
    assert page.title() == title


def test_direction_signs_in_a_name_do_not_turn_the_line_around(visit: Open) -> None:
    page = ready(visit())
    show(page, "Ewa \u202elawoK\u202c \u2066Anna\u2069\u200f\u0007")
    expect(page.locator(".kt-cert__name")).to_have_text("Ewa lawoK Anna")


def test_the_name_survives_a_reload_and_never_leaves_the_browsers_own_storage(visit: Open) -> None:
    sent: list[str] = []

    def note(request: Request) -> None:
        sent.append(f"{request.url} {request.post_data} {request.headers}")

    window = visit()
    page = ready(window)
    page.context.on("request", note)
    show(page, "Łucja Niepowtarzalna")
    page.reload()
    expect(page.locator("#kt-name")).to_have_value("Łucja Niepowtarzalna")
    expect(page.locator(".kt-cert__name")).to_have_text("Łucja Niepowtarzalna")
    page = window.go(f"en/{CERTIFICATE}")
    expect(page.locator(".kt-cert__name")).to_have_text("Łucja Niepowtarzalna")
    assert sent
    assert not [line for line in sent if "Niepowtarzalna" in line]
    keys = page.evaluate("Object.keys(localStorage).filter((key) => localStorage[key].includes('Niepowtarzalna'))")
    assert keys == ["kontuar:across-the-counter:/repo/:name"]
    assert page.context.cookies() == []
    assert page.evaluate("JSON.stringify({...sessionStorage})").count("Niepowtarzalna") == 0
    events = [kept(page, kind) for kind in ("lesson-done", "test-submit")]
    assert "Niepowtarzalna" not in str(events)


def test_storage_that_holds_nonsense_or_takes_nothing_does_not_matter(visit: Open) -> None:
    window = visit()
    window.page.add_init_script(
        "for (const part of ['marks', 'name', 'event:x', 'event:y']) "
        "localStorage.setItem(`kontuar:across-the-counter:/repo/:${part}`, part === 'name' ? '' : '{\"v\":1,');"
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };"
    )
    page = ready(window)
    show(page, "   ")
    expect(page.get_by_text("Wpisz imię i nazwisko.", exact=True)).to_be_visible()
    show(page, "Ewa Kowal")
    expect(page.locator(".kt-cert__name")).to_have_text("Ewa Kowal")
    expect(page.get_by_text("Wpisz imię i nazwisko.", exact=True)).to_have_count(0)
