"""After one visit the course works with the network gone; it saves data where asked to, and claims only what is so."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Open, Served
from tests.learner import CERTIFICATE, LESSON, TEST, answer_keys, begin_test, kept, right

from .conftest import Host

OURS = "kontuar:across-the-counter:/repo/:"
FOREIGN = "kontuar:across-the-counter:/neighbour/:1"
PUT = """async (name) => {
  const cache = await caches.open(name);
  await cache.put("/neighbour/", new Response("a neighbour's page"));
}"""
CACHES = "() => caches.keys()"
HELD = "async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)"
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


@pytest.fixture(scope="module")
def keys(hosted: Host) -> dict[str, Any]:
    """What is right, by question id."""
    return answer_keys(Served(hosted.site, hosted.url))


def is_here(page: Page, host: Host, path: str, title: str) -> None:
    """A page that opens without internet."""
    page.goto(host.url + path)
    expect(page.locator("main h1").first).to_have_text(title)


def is_absent(page: Page, host: Host, path: str) -> None:
    """An address that stands for nothing on this device."""
    page.goto(host.url + path)
    expect(page.locator("main h1")).to_have_text("Tej strony nie ma na tym urządzeniu")
    assert page.url == host.url + path


def test_after_one_visit_the_whole_course_works_without_a_server(visit: Open, host: Host, keys: dict[str, Any]) -> None:
    page = host.visited(visit)
    page.evaluate(PUT, FOREIGN)
    expect(page.locator("kt-offline output")).to_contain_text("działa też bez internetu")
    line = page.locator(".kt-bar [role=status]")
    page.context.set_offline(True)
    expect(line).to_contain_text("Brak internetu")
    expect(page.locator(".kt-bar button:visible")).to_have_count(0)
    page.context.set_offline(False)
    expect(line).to_have_text("")
    host.switch.on = False

    page.locator(".kt-drawer a").first.click()  # by instant navigation, which fetches
    expect(page.locator("main h1")).to_contain_text("Reklamacja")
    page.goto(f"{host.url}{LESSON}?from=mail#try")
    question = page.locator("main [data-hash]").first
    right(question, keys[question.get_attribute("data-id") or ""])
    question.locator("button[type=submit]").click()
    expect(question.locator("output")).to_have_attribute("data-state", "right")
    assert kept(page, "answer")

    page.goto(host.url + TEST)
    expect(begin_test(page)).to_have_count(4)  # from the bank's page
    page.goto(f"{host.url}dialogues/heater/")
    page.get_by_role("button", name="Zacznij rozmowę").click()
    expect(page.locator(".kt-turn")).to_contain_text("Znowu zepsuta.")
    is_here(page, host, CERTIFICATE, "Zaświadczenie")
    expect(page.locator("[data-part=missing] li")).not_to_have_count(0)
    is_here(page, host, "glossary", "Słownik")  # without its slash, as Pages would redirect
    is_here(page, host, "banks/complaints/index.html", "Pytania: Reklamacja: biorę to na siebie")

    is_absent(page, host, "nowhere/at/all/")
    is_absent(page, host, "en/")  # the other language was never read here
    page.get_by_role("link", name="Przejdź na stronę główną").click()
    expect(page.locator("kt-course")).to_be_visible()
    assert FOREIGN in page.evaluate(CACHES)


def test_a_language_is_saved_once_it_is_read(visit: Open, host: Host) -> None:
    page = host.visited(visit, locale="en-GB")
    asked = set(host.switch.asked)
    assert not any(path.startswith("/repo/en/dialogues/") for path in asked)
    page.goto(f"{host.url}en/")
    expect(page.locator("kt-offline[data-standing=ready]")).to_be_attached(timeout=20_000)
    host.switch.on = False
    is_here(page, host, f"en/{LESSON}", "“I only log complaints”")
    is_here(page, host, LESSON, "„Ja tylko przyjmuję”")
    [name] = page.evaluate(CACHES)
    held = page.evaluate(HELD, name)
    assert name.startswith(OURS)
    assert not [path for path in held if "/sheet/" in path or "/question-types/" in path], "only trainers need these"
    assert "/repo/sitemap.xml" in held
    assert "/repo/en/sitemap.xml" in held


def test_a_browser_that_saves_data_keeps_what_was_opened_and_all_when_told(visit: Open, host: Host) -> None:
    window = visit(workers=True)
    window.page.add_init_script(SAVES_DATA)
    page = window.go()
    status = page.locator("kt-offline")
    expect(status).to_have_attribute("data-standing", "sparing", timeout=20_000)
    expect(status.locator("output")).to_contain_text("oszczędza dane")
    page.goto(host.url + LESSON)
    [name] = page.evaluate(CACHES)
    expect_held(page, name, f"/repo/{LESSON}")
    assert "/repo/talk/" not in page.evaluate(HELD, name)
    host.switch.on = False
    is_here(page, host, LESSON, "„Ja tylko przyjmuję”")
    is_absent(page, host, "talk/")
    host.switch.on = True
    page.goto(host.url)
    status.get_by_role("button", name="Zapisz cały kurs").click()
    expect(status).to_have_attribute("data-standing", "ready", timeout=20_000)
    expect(status.get_by_role("button")).to_be_hidden()
    host.switch.on = False
    is_here(page, host, "talk/", "Rozmowa")


def expect_held(page: Page, name: str, path: str) -> None:
    """A file comes to be kept a moment after it was shown."""
    for _ in range(100):
        if path in page.evaluate(HELD, name):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{path} is not kept")


def test_with_a_full_device_the_course_works_on_and_claims_nothing(visit: Open, host: Host) -> None:
    window = visit(workers=True)
    page = window.page
    page.goto(f"{host.url}privacy/")
    origin = host.url.removesuffix("/repo/")
    quota = {"origin": origin, "quotaSize": 1_200_000}  # room for what all pages share, not for the pages
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    page.goto(host.url)
    expect(page.locator("kt-offline")).to_have_attribute("data-standing", "stopped", timeout=20_000)
    expect(page.locator("kt-offline output")).to_contain_text("tylko część kursu")
    is_here(page, host, LESSON, "„Ja tylko przyjmuję”")


@pytest.mark.parametrize("answer", ["Promise.reject(new DOMException('refused'))", "Promise.resolve()"])
def test_a_browser_that_refuses_workers_shows_the_course_and_no_error(visit: Open, host: Host, answer: str) -> None:
    window = visit(workers=True)
    window.page.add_init_script(f"ServiceWorkerContainer.prototype.register = () => {answer}")
    with window.page.expect_response(re.compile("offline/register.js")):
        window.go("privacy/")
    window.page.wait_for_load_state("networkidle")
    assert window.page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_a_browser_can_put_the_course_on_its_home_screen_in_either_language(visit: Open, host: Host) -> None:
    page = visit().go()
    devtools = page.context.new_cdp_session(page)
    for language, start in (("pl", "/repo/"), ("en", "/repo/en/")):
        page.goto(host.url.removesuffix("/repo/") + start)
        found = devtools.send("Page.getAppManifest")
        assert not found["errors"]
        told = json.loads(found["data"])
        assert (told["id"], told["scope"], told["start_url"], told["lang"]) == ("/repo/", "/repo/", start, language)
        reasons = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert [each["errorId"] for each in reasons if each["errorId"] != "in-incognito"] == []
        assert page.locator("meta[name=theme-color]").get_attribute("content")
    assert re.search(r'rel="apple-touch-icon" href="\S+/icons/', (host.site / LESSON / "index.html").read_text("utf-8"))
