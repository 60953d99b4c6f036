"""A new version is offered and never forced; switched off, offline use leaves nothing of ours behind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browsing import Open
from tests.learner import LESSON, TEST, begin_test

from .conftest import Host
from .test_offline import CACHES, FOREIGN, HELD, PUT

OLD, NEW = "Pan Adam po raz drugi", "Po raz trzeci Pan Adam"
CHECK = "async () => { await (await navigator.serviceWorker.getRegistration()).update().catch(() => {}) }"
SETTLED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  while (registration.installing) await new Promise((next) => setTimeout(next, 20));
  return Boolean(registration.waiting);
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
LOADED = "() => performance.timeOrigin"


@pytest.fixture
def changed(host: Host) -> Iterator[Host]:
    """A host whose lesson and worker may be changed: afterwards they are as they were."""
    files = {host.site / name: (host.site / name).read_bytes() for name in ("sw.js", f"{LESSON}index.html")}
    files |= {file: file.read_bytes() for file in host.site.glob("assets/offline/*.json")}
    yield host
    for file, content in files.items():
        file.write_bytes(content)


def offered(page: Page) -> None:
    """The line that there is a new version, with its two buttons."""
    expect(page.locator(".kt-bar [role=status]")).to_have_text("Jest nowa wersja kursu.", timeout=20_000)
    expect(page.locator(".kt-bar button:visible")).to_have_count(2)


def test_a_new_version_comes_whole_or_not_at_all(visit: Open, changed: Host) -> None:
    page = changed.visited(visit)
    changed.change(LESSON, OLD, NEW)
    changed.switch.lost = LESSON  # published by halves: one page of the new version can't be had
    page.evaluate(CHECK)
    assert not page.evaluate(SETTLED)
    changed.switch.lost = ""
    changed.switch.asked.clear()
    page.goto(changed.url + LESSON)
    expect(page.locator("main")).to_contain_text(OLD)
    page.evaluate(CHECK)
    assert page.evaluate(SETTLED)
    asked = [path for path in changed.switch.asked if path not in ("/repo/sw.js", f"/repo/{LESSON}")]
    assert not asked, "what is the same in both versions was fetched again"


def test_a_new_version_waits_until_it_is_taken(visit: Open, changed: Host) -> None:
    page = changed.visited(visit)
    page.evaluate(PUT, FOREIGN)
    [old] = [name for name in page.evaluate(CACHES) if name != FOREIGN]
    before = page.evaluate(HELD, old)
    page.goto(changed.url + TEST)
    begin_test(page)

    changed.change(LESSON, OLD, NEW)
    other = page.context.new_page()
    other.goto(changed.url + LESSON)
    offered(other)
    expect(other.locator("main")).to_contain_text(OLD)
    other.get_by_role("button", name="Później").click()
    expect(other.locator(".kt-bar [role=status]")).to_have_text("")
    other.reload()
    offered(other)
    expect(other.locator("main")).to_contain_text(OLD)
    page.reload()
    expect(page.locator("kt-paper [data-hash]")).to_have_count(4)
    page.wait_for_timeout(2500)  # longer than the shell waits before it looks for a new version
    expect(page.locator(".kt-bar [role=status]")).to_have_text("")  # nothing comes between a test and its learner

    paper = page.evaluate(LOADED)
    loads: list[str] = []
    other.on("domcontentloaded", lambda loaded: loads.append(loaded.url))
    other.get_by_role("button", name="Odśwież").click()
    expect(other.locator("main")).to_contain_text(NEW)
    other.wait_for_timeout(1000)
    assert loads == [changed.url + LESSON]
    assert page.evaluate(LOADED) == paper, "the window with the test was loaded anew"
    expect(page.locator("kt-paper [data-hash]")).to_have_count(4)

    changed.switch.on = False
    other.goto(f"{changed.url}talk/")
    expect(other.locator("main h1")).to_have_text("Rozmowa")
    [new] = [name for name in other.evaluate(CACHES) if name not in (FOREIGN, old)]
    lost = set(before) - set(other.evaluate(HELD, new))
    assert all(path.endswith(f"{old.rpartition(':')[2]}.json") for path in lost)
    assert all("/assets/" in path for path in other.evaluate(HELD, old)), "of the old version only scripts may stay"
    assert FOREIGN in other.evaluate(CACHES)


def test_switched_off_it_removes_itself_and_only_what_is_ours(visit: Open, changed: Host) -> None:
    page = changed.visited(visit)
    page.evaluate(PUT, FOREIGN)
    changed.switch_off()
    loaded = page.evaluate(LOADED)
    page.evaluate(CHECK)
    for _ in range(200):
        page.wait_for_timeout(50)
        try:
            if page.evaluate(LOADED) != loaded:
                break
        except Error:
            continue  # it is being loaded
    assert page.evaluate(LOADED) != loaded, "a page of the old copy must not stay"
    assert page.evaluate(CACHES) == [FOREIGN]
    assert page.evaluate(WORKERS) == 0
