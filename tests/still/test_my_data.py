"""My data: copies that go from browser to browser, files that lie, deleting, and the word about making a copy."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from tests.browsing import OVERFLOW, SMALL, Open, Served, Visit, settle
from tests.learner import CERTIFICATE, DATABASE, LESSON, TEST, finish_lesson, hand_in, kept

MY_DATA, COURSE = "my-data/", "across-the-counter"
DAY = 86_400_000
THEN = 1_750_000_000_000  # June 2025
HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
REFUSED = """
  indexedDB.open = indexedDB.deleteDatabase = () => { throw new DOMException('no', 'SecurityError') };
  Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }});
"""
PUT = """([name, values, key, text]) => new Promise((done) => {
  localStorage.setItem(key, text);
  indexedDB.open(name).onsuccess = ({ target }) => {
    const work = target.result.transaction("events", "readwrite");
    values.forEach((value) => work.objectStore("events").put(value));
    work.oncomplete = () => { target.result.close(); done(0); };
  };
})"""
Event = dict[str, Any]


def answered(count: int, at: int = THEN) -> list[Event]:
    """Answers to questions that this course does not have."""
    answer = {"kind": "answer", "hash": "h", "answer": ["a"], "points": 1, "max": 1}
    return [{"v": 1, "uid": f"uid-{n}", "at": at + n, "id": f"old/q{n % 7}", **answer} for n in range(count)]


def lesson_done(uid: str, at: int) -> Event:
    return {"v": 1, "uid": uid, "at": at, "kind": "lesson-done", "id": "complaints/only-taking-in"}


def copy(events: list[Any], **more: Any) -> bytes:
    """The text of a file."""
    return json.dumps({"format": "kontuar-progress", "v": 1, "course": COURSE, "events": events, **more}).encode()


def opened(window: Visit, root: str = "") -> Page:
    page = window.go(root + MY_DATA)
    expect(page.locator("kt-stored dl")).to_be_visible()
    return page


def choose(page: Page, content: bytes | Path) -> None:
    file: Any = (
        content if isinstance(content, Path) else {"name": "k.json", "mimeType": "text/plain", "buffer": content}
    )
    page.locator("kt-import input").set_input_files(file)


def load(page: Page, content: bytes) -> None:
    choose(page, content)
    page.get_by_role("button", name=re.compile("^(Wczytaj|Load)$")).click()
    expect(page.locator("kt-import output")).to_contain_text(re.compile("Wczytano|loaded"))


def exported(page: Page, folder: Path) -> dict[str, Any]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Zapisz kopię postępu").click()
    assert re.fullmatch(rf"kontuar-{COURSE}-\d{{4}}-\d\d-\d\d\.json", download.value.suggested_filename)
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    read: dict[str, Any] = json.loads(file.read_bytes())
    return read


def test_a_copy_goes_to_another_browser_by_keyboard_and_the_second_time_brings_nothing_new(
    visit: Open, tmp_path: Path
) -> None:
    page = opened(visit())
    expect(page.locator("[data-fill=records]")).to_have_text("jeszcze żadnych")
    finish_lesson(page)
    hand_in(page, 4)
    expect(page.locator("[data-fill=records]")).to_have_text("1 ukończona lekcja, 1 zakończony test (2 zapisy)")
    expect(page.get_by_label("Dołącz imię")).to_be_hidden()
    page.evaluate("(key) => localStorage.setItem(key, 'Łucja Źdźbło')", f"{DATABASE}:name")
    page.reload()
    anonymous = exported(page, tmp_path)
    assert "name" not in anonymous
    page.get_by_label("Dołącz imię").check()
    named = exported(page, tmp_path)
    assert (named["name"], named["format"], named["course"]) == ("Łucja Źdźbło", "kontuar-progress", COURSE)
    everything = kept(page, "lesson-done") + kept(page, "test-submit")
    assert sorted(map(str, named["events"])) == sorted(map(str, everything))

    other = visit()
    page = opened(other)
    home = Visit(page.context.new_page(), other.url).go()
    choose(page, json.dumps(named).encode())
    expect(page.get_by_role("heading", name="W pliku: 2 zapisy, nowych: 2")).to_be_focused()
    expect(page.locator("[data-part=notes]")).to_contain_text("Łucja Źdźbło")
    assert kept(page, "lesson-done", 0) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("kt-import output")).to_have_text("Gotowe. Wczytano 2 zapisy.")
    expect(home.locator("[data-kt-module] .kt-ring text")).not_to_have_text("0/1")
    choose(page, json.dumps(named).encode())
    expect(page.locator("[data-part=notes]")).to_contain_text("Nie ma tu nic nowego do wczytania.")
    expect(page.locator("[data-part=notes]")).to_contain_text("Te już tu są i się nie zmienią: 2.")
    expect(page.get_by_role("button", name="Wczytaj")).to_be_hidden()
    page.get_by_role("button", name="Anuluj").click()
    expect(page.locator("kt-import output")).to_have_text("Nic nie zostało wczytane.")
    assert kept(page, "lesson-done") + kept(page, "test-submit") == everything
    assert page.evaluate("(key) => localStorage.getItem(key)", f"{DATABASE}:name") == "Łucja Źdźbło"


def test_what_can_not_be_loaded_is_refused_with_what_to_do_and_nothing_is_written(visit: Open, tmp_path: Path) -> None:
    page = opened(visit())
    big = tmp_path / "big.json"
    big.write_bytes(b" " * (20 * 1024 * 1024 + 1))
    refusals: list[tuple[bytes | Path, str]] = [
        (big, "Ten plik ma ponad 20 MB"),
        (copy(answered(3))[:-9], "uszkodzony, niepełny"),
        (b'{"format": "other"}', "nazwa zaczyna się od „kontuar-”"),
        (copy(answered(3), course=HOSTILE), f"z innego kursu: {HOSTILE[:100]}. Wczytaj ją na stronie tamtego"),
        (copy(answered(3), v=2), "nowsza wersja kursu. Odśwież stronę"),
        (copy([*answered(3), {**answered(1)[0], "v": 2}]), "nowsza wersja kursu. Odśwież stronę"),
    ]
    for content, words in refusals:
        choose(page, content)
        expect(page.locator("kt-import output")).to_contain_text(words)
        expect(page.locator("kt-import output")).to_contain_text("Nic nie zostało wczytane.")
        expect(page.locator("[data-part=preview]")).to_be_hidden()
    assert kept(page, "answer", 0) == []
    assert page.locator("kt-import img").count() == 0


def test_a_preview_says_what_is_left_out_what_is_dated_anew_and_that_progress_is_reset(visit: Open) -> None:
    page = opened(visit())
    page.clock.set_fixed_time("2026-11-25T12:00:00Z")
    reset = {"v": 1, "uid": "reset", "at": THEN + 500, "kind": "reset", "id": "complaints", "scope": "module"}
    future = lesson_done("future", 4_000_000_000_000)
    odd = [{**answered(1)[0], "uid": "old", "v": 0}, {"v": 1, "uid": "half"}, None]
    load(page, copy([{**answered(1)[0], "points": 1}]))
    choose(page, copy([{**answered(1)[0], "points": 0}, *answered(4)[1:], reset, future, *odd]))
    expect(page.locator("[data-part=title]")).to_have_text("W pliku: 9 zapisów, nowych: 5")
    notes = page.locator("[data-part=notes] li")
    wanted = [
        "Nowe: 3 odpowiedzi, 1 ukończona lekcja, 1 inny zapis.",
        "Daty nowych zapisów od 15 czerwca 2025 do 25 listopada 2026.",
        "Te już tu są i się nie zmienią: 1.",
        "Uszkodzone, zostaną pominięte: 3. Resztę da się wczytać.",
        "Z datą z przyszłości: 1. Jeśli to urządzenie ma złą datę, popraw ją",
        "Uwaga, w tym pliku zapisano też zerowanie postępu.",
    ]
    expect(notes).to_have_count(len(wanted))
    for place, words in enumerate(wanted):
        expect(notes.nth(place)).to_contain_text(words)
    page.get_by_role("button", name="Wczytaj").click()
    expect(page.locator("kt-import output")).to_have_text("Gotowe. Wczytano 5 zapisów.")
    finish_lesson(page)
    times = [event["at"] for event in kept(page, "lesson-done", 2)]
    assert 0 <= times[1] - times[0] < 2 * DAY, "what comes after it has today's date"
    assert [event["points"] for event in kept(page, "answer", 4)] == [1, 1, 1, 1]


def hostile(course: Served) -> list[Event]:
    """Events about real questions, papers and talks with markup, odd shapes and keys where something else belongs."""
    html = "".join(course.html(path) for path in (LESSON, "banks/complaints", "banks/odd"))
    asked = dict(re.findall(r'data-id="([^"]+)"[^>]*?data-hash="([^"]+)"', html))
    graph = re.search(r'data-graph="([^"]+)"', course.html("dialogues/heater"))
    assert len(asked) > 4
    assert graph
    shapes: list[Any] = [HOSTILE, 5, None, True, [HOSTILE], [[]], {"a": HOSTILE}, {"text": [], "ticks": 5}, {}]
    events: list[Event] = []
    for place, (question, fingerprint) in enumerate(asked.items()):
        shape = {"answer": shapes[place % len(shapes)], "certainty": HOSTILE, "points": 1e308, "max": 1e-308}
        events.append({"kind": "answer", "id": question, "hash": fingerprint, **shape})
    drawn = {"seed": HOSTILE, "attempt": 2**53 - 1, "version": HOSTILE}
    paper = [{"id": question, "hash": fingerprint} for question, fingerprint in asked.items()]
    for test in ("complaints", "exam", HOSTILE, "__proto__"):
        start = {"kind": "test-start", "id": test, **drawn, "questions": [*paper, {"id": HOSTILE, "hash": HOSTILE}]}
        answers = {question: shapes[place % len(shapes)] for place, question in enumerate(asked)}
        marked = {"paper": HOSTILE + test, "answers": answers, "points": -1e308, "max": 1e308, "pass": -1}
        events += [{"kind": "test-submit", "id": test, **drawn, **marked}, start]
    for moves in ([HOSTILE], ["listen", "date", "listen"], ["<9"], ["form"] * 300):
        events.append({"kind": "scene", "id": "heater", "hash": graph[1], "play": HOSTILE, "moves": moves})
    found = {"ending": HOSTILE, "outcome": "success", "points": 5, "max": 1}
    events.append({"kind": "scene", "id": "heater", "hash": graph[1], "play": "p", "moves": [], **found})
    events += [{"kind": "lesson-done", "id": name} for name in (HOSTILE, "__proto__", "constructor")]
    events += [{"kind": HOSTILE, "id": HOSTILE}, {"kind": "reset", "id": HOSTILE, "scope": HOSTILE}]
    return [{"v": 1, "uid": f"h{n}{HOSTILE}", "at": THEN + n, **event} for n, event in enumerate(events)]


def test_a_hostile_file_runs_nothing_and_breaks_no_page(visit: Open, course: Served) -> None:
    window = visit()
    page = opened(window)
    events = hostile(course)
    polluting = copy([lesson_done("fine", THEN)]).replace(
        b'"events": [', b'"__proto__": {"polluted": 1}, "events": [{"__proto__": {"polluted": 1}}, '
    )
    for content in (polluting, copy(events, name=HOSTILE, exported=HOSTILE, unread=[HOSTILE])):
        choose(page, content)
        expect(page.locator("[data-part=preview]")).to_be_visible()
        page.get_by_role("button", name="Wczytaj").click()
        expect(page.locator("kt-import output")).to_contain_text("Gotowe.")
    assert page.evaluate("({}).polluted") is None
    assert len(kept(page, "lesson-done", 4)) == 4
    pages = [
        "",
        "my-course/",
        LESSON,
        TEST,
        "exam/",
        "review/",
        "banks/complaints/",
        "dialogues/heater/",
        CERTIFICATE,
        MY_DATA,
    ]
    for path in pages:
        page = window.go(path)
        page.wait_for_load_state("networkidle")
        assert page.locator("main").evaluate("main => main.querySelector('img[onerror], script[src=x]')") is None, path
        assert "owned" not in page.title(), path
    expect(page.locator("[data-fill=name]")).to_have_text(HOSTILE)
    assert window.trouble == []


def test_what_is_broken_on_the_shelf_stays_there_and_goes_into_the_copy(visit: Open, tmp_path: Path) -> None:
    page = opened(visit())
    finish_lesson(page)
    newer, broken = {**lesson_done("newer", THEN), "v": 2}, {"v": 1, "uid": "broken", "at": "soon"}
    page.evaluate(PUT, [DATABASE, [newer, broken], f"{DATABASE}:event:torn", "{ not JSON"])
    page.reload()
    expect(page.locator("[data-fill=unread]")).to_contain_text("3. Zostają na miejscu")
    file = exported(page, tmp_path)
    assert [event["uid"] for event in file["events"]][1:] == ["newer"]
    assert sorted(map(str, file["unread"])) == sorted(["{ not JSON", str(broken)])
    page.reload()
    expect(page.locator("[data-fill=unread]")).to_contain_text("3. Zostają na miejscu")


def test_a_full_browser_takes_nothing_of_a_file_and_says_what_to_do(visit: Open, course: Served) -> None:
    window = visit()
    limits = window.page.context.new_cdp_session(window.page)
    origin = course.url.split("/repo/")[0]
    limits.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 200_000})
    page = opened(window)
    finish_lesson(page)
    heavy = [{**event, "note": "x" * 100_000} for event in answered(40)]
    choose(page, copy(heavy))
    page.get_by_role("button", name="Wczytaj").click()
    for words in ("nie ma miejsca na te zapisy. Zwolnij miejsce", "Nic nie zostało wczytane."):
        expect(page.locator("kt-import output")).to_contain_text(words)
    expect(page.locator("[data-fill=records]")).to_have_text("1 ukończona lekcja (1 zapis)")
    assert kept(page, "answer", 0) == []


def test_without_storage_the_page_says_so_copies_all_the_same_and_claims_no_deletion(
    visit: Open, tmp_path: Path
) -> None:
    window = visit()
    window.page.add_init_script(REFUSED)
    page = opened(window)
    finish_lesson(page)
    expect(page.locator("[data-fill=storage]")).to_contain_text("tylko w tej karcie")
    choose(page, copy(answered(2)))
    expect(page.locator("[data-part=notes]")).to_contain_text("znikną po zamknięciu karty")
    page.get_by_role("button", name="Wczytaj").click()
    expect(page.locator("[data-fill=records]")).to_contain_text("3 zapisy")
    assert len(exported(page, tmp_path)["events"]) == 3
    page.get_by_role("button", name="Usuń wszystko", exact=True).click()
    page.get_by_role("button", name="Tak, usuń wszystko").click()
    expect(page.locator("kt-erase output")).to_contain_text("Usuń dane tej witryny w ustawieniach")
    assert set(window.trouble) <= {"error: no"}, "the theme's own, which reads its colours without asking"
    window.trouble.clear()


def test_deleting_is_asked_for_twice_empties_all_tabs_and_leaves_other_sites_alone(visit: Open) -> None:
    window = visit()
    page = opened(window)
    home = Visit(page.context.new_page(), window.url).go()
    finish_lesson(page)
    expect(home.locator("[data-kt-next]")).to_contain_text("Test modułu")
    page.evaluate("([key]) => { localStorage[key] = 'Ewa'; localStorage.neighbour = 'stays'; }", [f"{DATABASE}:name"])
    page.locator(".kt-reset summary").click()
    page.get_by_role("button", name="Wyzeruj mój postęp w tym module").click()
    expect(page.locator("kt-reset output")).to_have_text("Gotowe. Możesz zacząć od nowa.")
    expect(page.locator("[data-fill=records]")).to_have_text("1 ukończona lekcja, 1 inny zapis (2 zapisy)")
    finish_lesson(page)
    expect(home.locator("[data-kt-next]")).to_contain_text("Test modułu")
    page.get_by_role("button", name="Usuń wszystko", exact=True).click()
    expect(page.get_by_role("group", name="Na pewno?")).to_be_focused()
    page.get_by_role("button", name="Nie, zostaw").click()
    expect(page.get_by_role("button", name="Usuń wszystko", exact=True)).to_be_focused()
    expect(page.locator("[data-fill=records]")).to_contain_text("3 zapisy")
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    gone = "Usunięto. W tej przeglądarce nie ma już Twojego postępu ani imienia i nazwiska."
    expect(page.locator("kt-erase output")).to_have_text(gone)
    expect(page.locator("[data-fill=records]")).to_have_text("jeszcze żadnych")
    expect(page.locator("[data-fill=name]")).to_have_text("nie podano")
    expect(home.locator("[data-kt-next]")).to_contain_text("Zacznij:")
    ours = "Object.keys(localStorage).filter((key) => key.startsWith('kontuar:across')).join()"
    assert page.evaluate(ours) == ""
    assert page.evaluate("localStorage.neighbour") == "stays"
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_a_copy_is_spoken_of_on_home_when_much_is_new_and_not_again_for_a_fortnight(
    visit: Open, course: Served, tmp_path: Path
) -> None:
    window = visit()
    page = opened(window)
    load(page, copy(answered(30)))
    assert "kt-reminder" not in course.html(LESSON) + course.html(TEST)

    def reminded(path: str, day: int, shown: bool) -> None:
        page.clock.set_fixed_time(1_800_000_000 + day * 86_400)
        window.go(path)
        expect(page.locator("[data-kt-next]")).to_be_visible()
        page.wait_for_load_state("networkidle")
        expect(page.get_by_text("może kiedyś sama usunąć Twój postęp")).to_be_visible(visible=shown)

    reminded("my-course/", 0, shown=True)
    reminded("", 0, shown=True)
    page.get_by_role("button", name="Nie teraz").click()
    expect(page.locator("kt-reminder")).to_be_hidden()
    reminded("", 13, shown=False)
    reminded("", 15, shown=True)
    page.get_by_role("link", name="Zapisz kopię postępu").click()
    exported(page, tmp_path)
    reminded("", 40, shown=False)


@pytest.mark.parametrize(("root", "name"), [("", "Łucja Źdźbło"), ("en/", "x" * 200)], ids=["pl", "en"])
def test_every_state_is_open_to_everybody(visit: Open, root: str, name: str) -> None:
    window = visit(320, 640, reduced_motion="reduce", locale="en-GB" if root else "pl-PL")
    page = opened(window, root)
    for state in ("empty", "asking", "done"):
        if state == "asking":
            page.evaluate("([key, name]) => localStorage.setItem(key, name)", [f"{DATABASE}:name", name])
            finish_lesson(page)
            choose(page, copy([*answered(3), None, lesson_done("future", 4_000_000_000_000)]))
            page.locator(".kt-reset summary").click()
            page.locator("[data-do=ask]").click()
            expect(page.locator("[data-part=preview]")).to_be_visible()
        if state == "done":
            page.locator("[data-do=load]").click()
            page.locator("[data-do=erase]").click()
            expect(page.locator("kt-erase output")).not_to_be_empty()
        assert page.evaluate(OVERFLOW) == 0, state
        assert page.evaluate(SMALL) == [], state
        for _ in range(2):
            settle(page)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{state}: {found.generate_report()}"
            page.locator("label[for^=__palette]:visible").click()
    page.emulate_media(media="print")
    expect(page.locator("kt-stored dl")).to_be_visible()
    expect(page.locator("main button:visible, main input:visible")).to_have_count(0)


def test_without_scripts_the_page_says_what_it_needs_and_shows_no_dead_control(
    chromium: Browser, course: Served
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(course.url + MY_DATA)
    expect(page.locator("main noscript p")).to_contain_text("Ta strona wymaga JavaScriptu")
    expect(page.locator("main noscript p")).to_be_visible()
    page.locator(".kt-reset summary").click()
    expect(page.locator("main :is(button, input):visible")).to_have_count(0)
    context.close()
