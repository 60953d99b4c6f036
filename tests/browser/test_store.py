"""Progress in a real browser: tabs that write at once, storage that is refused, full or erased, clocks set back."""

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page

pytestmark = pytest.mark.browser

NAME = "kontuar:toy:/"
Tab = Callable[..., Page]

HELPERS = f"""
window.NAME = {NAME!r};
window.lesson = (n) => ({{ kind: "lesson-done", id: `m/${{n}}` }});
window.opened = async (name = NAME, changed) => {{
    window.store = await (await import("/progress/store.js")).open(name, changed);
}};
window.told = () => ({{ storage: store.storage, full: store.full, ids: store.events.map(({{ id }}) => id) }});
window.write = async (from, to) => {{ for (let n = from; n < to; n++) await store.add(lesson(n)); }};
window.record = (detail) => document.dispatchEvent(new CustomEvent("kontuar:record", {{ detail }}));
window.listening = async () => {{
    window.heard = [];
    document.addEventListener("kontuar:progress", ({{ detail }}) => heard.push(detail));
    (await import("/progress/recorder.js")).start({{ name: NAME }});
}};
window.until = async (met) => {{
    for (let wait = 0; !met(); wait++) {{
        if (wait > 1000) throw new Error(`waited in vain for ${{met}}`);
        await new Promise((next) => setTimeout(next, 10));
    }}
}};
"""
REFUSED = 'throw new DOMException("refused", "SecurityError");'
NO_DATABASE = f"IDBFactory.prototype.open = () => {{ {REFUSED} }};"
NO_KEYS = f'Object.defineProperty(window, "localStorage", {{ get() {{ {REFUSED} }} }});'
NO_NEW_KEYS = f"Storage.prototype.setItem = () => {{ {REFUSED} }};"
NO_CHANNEL = f"window.BroadcastChannel = class {{ constructor() {{ {REFUSED} }} }};"
FULL_DATABASE = """
window.room = 3;
const add = IDBObjectStore.prototype.add;
IDBObjectStore.prototype.add = function (value) {
    const work = this.transaction;
    if (room-- > 0) return add.call(this, value);
    Object.defineProperty(work, "error", { get: () => new DOMException("full", "QuotaExceededError") });
    work.abort();
};
"""

FILL_KEYS = """() => {
    let size = 1 << 22;
    for (let n = 0; size; n++) {
        try {
            localStorage[`neighbour ${n}`] = "x".repeat(size);
        } catch {
            size >>= 1;
        }
    }
}"""


@pytest.fixture
def tab(context: BrowserContext, sources: str) -> Tab:
    """Opens a tab of the visitor; scripts given are run before the page's own."""

    def tab(*scripts: str) -> Page:
        page = context.new_page()
        for script in (HELPERS, *scripts):
            page.add_init_script(script)
        page.goto(sources)
        return page

    return tab


def opened(page: Page) -> Page:
    page.evaluate("() => opened()")
    return page


def told(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("told()")
    return found | {"ids": sorted(found["ids"])}


def lessons(count: int) -> list[str]:
    return sorted(f"m/{n}" for n in range(count))


# ---- tabs


@pytest.mark.parametrize("scripts", [(), (NO_DATABASE,)], ids=["indexeddb", "localstorage"])
def test_two_tabs_that_write_at_once_lose_nothing(tab: Tab, scripts: tuple[str, ...]) -> None:
    pages = [opened(tab(*scripts)) for _ in range(2)]
    for n, page in enumerate(pages):
        page.evaluate(f"() => {{ window.writing = write({n * 200}, {n * 200 + 200}); }}")
    for page in pages:
        page.evaluate("() => writing")
    assert told(opened(tab(*scripts)))["ids"] == lessons(400)


def test_no_two_events_of_two_tabs_have_the_same_time(tab: Tab) -> None:
    pages = [opened(tab()) for _ in range(2)]
    for n, page in enumerate(pages):
        page.evaluate(f"() => {{ window.writing = write({n * 50}, {n * 50 + 50}); }}")
    for page in pages:
        page.evaluate("() => writing")
    times = opened(tab()).evaluate("() => store.events.map(({ at }) => at)")
    assert len(set(times)) == 100


def test_another_tab_is_told_of_an_event(tab: Tab) -> None:
    writer, reader = opened(tab()), tab()
    reader.evaluate("() => opened(NAME, () => { window.changed = true; })")
    writer.evaluate("() => write(0, 1)")
    reader.evaluate("() => until(() => window.changed)")
    assert told(reader)["ids"] == lessons(1)


def test_a_reload_keeps_everything(tab: Tab) -> None:
    page = opened(tab())
    page.evaluate("() => write(0, 20)")
    page.reload()
    assert told(opened(page)) == {"storage": "indexeddb", "full": False, "ids": lessons(20)}


def test_courses_of_one_origin_do_not_mix(tab: Tab) -> None:
    page = tab(NO_DATABASE)
    for name in ("kontuar:toy:/", "kontuar:toy:/other/", "kontuar:toy"):
        page.evaluate("(name) => opened(name).then(() => write(0, 1))", name)
    assert told(page)["ids"] == lessons(1)


# ---- saved means saved


def test_an_event_is_kept_only_once_its_transaction_is_complete(tab: Tab) -> None:
    watching = """
    window.order = [];
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
        const work = transaction.apply(this, given);
        if (given[1] === "readwrite") work.addEventListener("complete", () => order.push("complete"));
        return work;
    };
    """
    page = opened(tab(watching))
    assert page.evaluate("() => store.add(lesson(1)).then(() => [...order, 'kept'])") == ["complete", "kept"]


def test_an_event_whose_transaction_breaks_off_is_kept_on_the_next_shelf(tab: Tab) -> None:
    breaking = """
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (value) {
        const request = add.call(this, value);
        request.addEventListener("success", () => this.transaction.abort());
        return request;
    };
    """
    page = opened(tab(breaking))
    page.evaluate("() => write(0, 2)")
    assert told(page) == {"storage": "localstorage", "full": False, "ids": lessons(2)}
    assert told(opened(tab()))["ids"] == lessons(2)


# ---- refused


def test_without_a_database_keys_take_the_events(tab: Tab) -> None:
    page = opened(tab(NO_DATABASE))
    page.evaluate("() => write(0, 3)")
    page.reload()
    assert told(opened(page)) == {"storage": "localstorage", "full": False, "ids": lessons(3)}


def test_without_any_storage_memory_takes_the_events_and_says_so_at_once(tab: Tab) -> None:
    page = opened(tab(NO_DATABASE, NO_KEYS, NO_CHANNEL))
    assert told(page)["storage"] == "memory"
    page.evaluate("() => write(0, 3)")
    assert told(page) == {"storage": "memory", "full": False, "ids": lessons(3)}


def test_keys_that_can_be_read_but_not_written_end_in_memory(tab: Tab) -> None:
    page = opened(tab(NO_DATABASE, NO_NEW_KEYS))
    page.evaluate("() => write(0, 3)")
    assert told(page) == {"storage": "memory", "full": False, "ids": lessons(3)}


def test_events_of_a_visit_without_a_database_are_still_read_when_there_is_one(tab: Tab) -> None:
    opened(tab(NO_DATABASE)).evaluate("() => write(0, 2)")
    page = opened(tab())
    page.evaluate("() => write(2, 4)")
    assert told(page) == {"storage": "indexeddb", "full": False, "ids": lessons(4)}


# ---- full


def test_a_quota_met_in_the_middle_loses_nothing(tab: Tab) -> None:
    page = opened(tab(FULL_DATABASE))
    page.evaluate("() => write(0, 6)")
    assert told(page) == {"storage": "localstorage", "full": True, "ids": lessons(6)}
    assert told(opened(tab()))["ids"] == lessons(6)


def test_writes_that_fail_together_go_down_one_shelf_only(tab: Tab) -> None:
    page = opened(tab(FULL_DATABASE))
    page.evaluate("() => Promise.all([...Array(10).keys()].map((n) => store.add(lesson(n))))")
    assert told(page) == {"storage": "localstorage", "full": True, "ids": lessons(10)}


def test_real_quotas_of_both_storages_end_in_memory_with_every_event(tab: Tab, sources: str) -> None:
    page = tab()
    limits = page.context.new_cdp_session(page)
    limits.send("Storage.overrideQuotaForOrigin", {"origin": sources.rstrip("/"), "quotaSize": 100_000})
    opened(page).evaluate("() => write(0, 2)")
    big = "() => store.add({ ...lesson(2), note: 'x'.repeat(400_000) })"
    page.evaluate(big)
    assert told(page) == {"storage": "localstorage", "full": True, "ids": lessons(3)}
    page.evaluate(FILL_KEYS)
    page.evaluate("() => write(3, 5)")
    assert told(page) == {"storage": "memory", "full": True, "ids": lessons(5)}
    assert told(opened(tab()))["ids"] == lessons(3)


# ---- what else happens to stores


def test_a_clock_set_back_does_not_turn_the_order_round(tab: Tab) -> None:
    page = opened(tab())
    page.evaluate("() => write(0, 1)")
    page.evaluate("() => { Date.now = () => 1_000; }")
    page.evaluate("() => write(1, 3)")
    times = page.evaluate("() => store.events.map(({ at }) => at)")
    assert times == sorted(set(times))


def test_a_tab_with_a_slow_clock_writes_after_the_newest_event_of_another(tab: Tab) -> None:
    ahead, behind = (
        opened(tab("Date.now = () => 9_000_000_000_000;")),
        opened(tab("Date.now = () => 1_000;", NO_CHANNEL)),
    )
    ahead.evaluate("() => write(0, 1)")
    behind.evaluate("() => write(1, 2)")
    page = opened(tab())
    assert page.evaluate("() => store.events.sort((a, b) => a.at - b.at).map(({ id }) => id)") == lessons(2)


def test_a_tab_gives_way_to_one_that_erases_the_database_and_still_keeps_what_comes(tab: Tab) -> None:
    page, other = opened(tab()), tab()
    page.evaluate("() => write(0, 1)")
    erased = """() => new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(NAME);
        request.onsuccess = () => resolve("erased");
        request.onblocked = () => reject(new Error("blocked"));
    })"""
    assert other.evaluate(erased) == "erased"
    page.evaluate("() => write(1, 2)")
    assert told(opened(tab()))["ids"] == ["m/1"]


def test_a_newer_or_broken_event_stays_where_it_is_and_is_not_read(tab: Tab) -> None:
    page = opened(tab())
    page.evaluate("() => write(0, 1)")
    page.evaluate("""() => new Promise((resolve) => {
        indexedDB.open(NAME).onsuccess = ({ target }) => {
            const work = target.result.transaction("events", "readwrite");
            work.objectStore("events").add({ v: 2, uid: "newer", at: 5, kind: "lesson-done", id: "m/5" });
            work.objectStore("events").add({ v: 1, uid: "broken", at: 6, kind: "lesson-done" });
            work.oncomplete = resolve;
        };
        localStorage[`${NAME}:event:x`] = "{ not JSON";
        localStorage[`${NAME}:name`] = "Żaneta";
    })""")
    page.reload()
    assert told(opened(page)) == {"storage": "indexeddb", "full": False, "ids": lessons(1)}
    count = """() => new Promise((tell) => {
        indexedDB.open(NAME).onsuccess = ({ target }) => {
            const events = target.result.transaction("events").objectStore("events");
            events.count().onsuccess = ({ target }) => tell(target.result);
        };
    })"""
    assert page.evaluate(count) == 3


def test_what_is_no_event_is_refused_with_an_error(tab: Tab) -> None:
    page = opened(tab())
    page.evaluate("() => store.add({ kind: 'answer', id: 'b/q' }).catch((error) => { window.error = error.name; })")
    assert page.evaluate("error") == "TypeError"
    assert told(page)["ids"] == []


# ---- copies, erasing, and tabs that die


MANY = """(from, to, more) => Array.from({ length: to - from }, (_, n) => (
    { v: 1, uid: `copy-${from + n}`, at: 1_000 + n, ...lesson(from + n), ...more }))"""


def test_two_tabs_that_take_over_copies_and_write_at_once_keep_it_all_and_what_was_first(tab: Tab) -> None:
    pages = [opened(tab()) for _ in range(2)]
    for n, page in enumerate(pages):
        page.evaluate(
            f"""(start) => {{ window.writing = Promise.all([
                store.addAll(({MANY})(100, 200)), write(start, start + 50), store.addAll(({MANY})(150, 250))]); }}""",
            n * 50,
        )
    for page in pages:
        page.evaluate("() => writing")
    page = opened(tab())
    page.evaluate(f"() => store.addAll(({MANY})(100, 101, {{ id: 'm/other' }}))")
    assert told(page)["ids"] == lessons(250)
    assert page.evaluate("store.events.find(({ uid }) => uid === 'copy-107').at") == 1_007
    rewriting = """(more) => new Promise((done) => {
        indexedDB.open(NAME).onsuccess = ({ target }) => {
            const work = target.result.transaction("events", "readwrite");
            work.objectStore("events").put({ ...more, ...lesson(300) });
            work.oncomplete = done;
        };
    })"""  # as a tab does whose message has not come yet
    page.evaluate(rewriting, {"v": 1, "uid": "copy-300", "at": 5})
    page.evaluate(f"() => store.addAll(({MANY})(300, 302, {{ id: 'm/other' }}))")
    assert told(opened(tab()))["ids"] == sorted([*lessons(250), "m/300", "m/other"])


@pytest.mark.parametrize("scripts", [(), (NO_DATABASE,)], ids=["indexeddb", "localstorage"])
def test_a_copy_that_does_not_fit_is_refused_whole_and_answers_are_kept_as_before(
    tab: Tab, sources: str, scripts: tuple[str, ...]
) -> None:
    page = opened(tab(*scripts))
    limits = page.context.new_cdp_session(page)
    limits.send("Storage.overrideQuotaForOrigin", {"origin": sources.rstrip("/"), "quotaSize": 300_000})
    page.evaluate("() => write(0, 1)")
    refused = f"() => store.addAll(({MANY})(10, 20, {{ note: 'x'.repeat(700_000) }})).catch(({{ name }}) => name)"
    assert page.evaluate(refused) == "QuotaExceededError"
    page.evaluate("() => write(1, 3)")
    storage = "localstorage" if scripts else "indexeddb"
    assert told(page) == {"storage": storage, "full": False, "ids": lessons(3)}
    assert told(opened(tab(*scripts)))["ids"] == lessons(3)


def test_erasing_takes_everything_of_this_course_in_all_tabs_and_nothing_of_its_neighbours(tab: Tab) -> None:
    opened(tab(NO_DATABASE)).evaluate("() => write(0, 2)")
    page, other = opened(tab()), tab()
    other.evaluate("() => opened(NAME, () => { window.changed = true; })")
    page.evaluate("() => write(2, 4)")
    other.evaluate("() => until(() => window.changed)")
    assert told(other)["ids"] == lessons(4)
    page.evaluate("""() => {
        for (const own of [`${NAME}:name`, `${NAME}:marks`, "kontuar:toy:offer"]) localStorage[own] = "ours";
        const foreign = ["kontuar:toy:/fork/:name", "kontuar:toys:/:name", "kontuar:seed", "/.__palette", "name"];
        for (const key of foreign) localStorage[key] = "theirs";
        window.changed = false;
    }""")
    other.evaluate("() => { window.changed = false; }")
    page.evaluate("() => store.erase()")
    other.evaluate("() => until(() => window.changed)")
    assert [told(page)["ids"], told(other)["ids"]] == [[], []]
    assert page.evaluate("Object.values(localStorage).join(' ')") == "theirs theirs theirs theirs theirs"
    databases = "indexedDB.databases().then((all) => all.map(({ name }) => name))"
    assert page.evaluate(databases) == []
    other.evaluate("() => write(7, 8)")
    assert told(opened(tab())) == {"storage": "indexeddb", "full": False, "ids": ["m/7"]}


def test_a_tab_that_does_not_let_go_of_the_database_still_finds_it_empty(tab: Tab) -> None:
    page, stubborn = opened(tab()), tab()
    page.evaluate("() => write(0, 1)")
    held = """() => new Promise((done) => {
        indexedDB.open(NAME).onsuccess = ({ target }) => { window.held = target.result; done(0); };
    })"""
    stubborn.evaluate(held)
    page.evaluate("() => store.erase()")
    count = """() => new Promise((tell) => {
        held.transaction("events").objectStore("events").count().onsuccess = ({ target }) => tell(target.result);
    })"""
    assert stubborn.evaluate(count) == 0
    stubborn.evaluate("() => held.close()")
    assert told(opened(tab()))["ids"] == []


def test_erasing_what_can_not_be_reached_is_no_success(tab: Tab) -> None:
    opened(tab()).evaluate("() => write(0, 1)")
    denied = NO_DATABASE.replace("open", "deleteDatabase") + NO_DATABASE
    page = opened(tab(denied))
    assert page.evaluate("() => store.erase().then(() => 'erased', ({ name }) => name)") == "SecurityError"
    assert told(opened(tab()))["ids"] == lessons(1)


def test_whatever_a_tab_reported_as_saved_is_there_after_it_was_killed_in_the_middle(tab: Tab) -> None:
    page = opened(tab())
    saved: list[str] = []
    page.on("console", lambda message: saved.append(message.text))
    page.evaluate("""() => {
        const one = (n) => store.add(lesson(n)).then(() => { console.log(`m/${n}`); one(n + 10); });
        for (let n = 0; n < 10; n++) one(n);
    }""")
    for _ in range(1_000):
        if len(saved) >= 50:
            break
        page.wait_for_timeout(10)
    with contextlib.suppress(Error):
        page.goto("chrome://crash", timeout=2_000)
    assert len(saved) >= 50
    assert set(saved) <= set(told(opened(tab()))["ids"])


def test_a_corrupt_time_on_the_shelf_does_not_spoil_what_comes_after_it(tab: Tab) -> None:
    page = opened(tab())
    page.evaluate("""() => new Promise((resolve) => {
        indexedDB.open(NAME).onsuccess = ({ target }) => {
            const work = target.result.transaction("events", "readwrite");
            const times = ["2026-11-25", ["x"], new Date(), 8.64e15 + 1, Infinity, 8.64e15];
            times.forEach((at, n) => work.objectStore("events").add({ v: 1, uid: `${n}`, at, ...lesson(100 + n) }));
            work.oncomplete = resolve;
        };
    })""")
    page = opened(tab())
    page.evaluate("() => write(0, 2)")
    assert told(opened(tab()))["ids"] == sorted(["m/0", "m/1", "m/105"])
    assert opened(tab()).evaluate("store.unread.length") == 5


# ---- the recorder


ANSWER = '{ kind: "answer", id: "b/q", hash: "h1", answer: ["a"], points: 1, max: 1 }'


def test_the_state_is_told_after_load_and_after_each_event(tab: Tab) -> None:
    page = tab()
    page.evaluate("() => listening().then(() => until(() => heard.length))")
    page.evaluate(f"() => {{ record({ANSWER}); return until(() => heard.length > 1); }}")
    first, second = page.evaluate("heard")
    empty: dict[str, object] = {"answers": {}, "logs": {}, "lessons": {}, "tests": {}, "talks": {}, "times": []}
    assert first == {"state": empty, "storage": "indexeddb", "full": False}
    assert second["state"]["answers"]["b/q"]["answer"] == ["a"]


def test_events_recorded_while_the_store_is_being_read_are_not_lost(tab: Tab) -> None:
    page = tab()
    page.evaluate(f"() => listening().then(() => {{ record({ANSWER}); return until(() => heard.length > 1); }})")
    assert list(page.evaluate("heard.at(-1)")["state"]["answers"]) == ["b/q"]


def test_an_element_that_has_just_connected_is_told_by_itself(tab: Tab) -> None:
    page = tab()
    page.evaluate("() => listening().then(() => until(() => heard.length))")
    told_alone = page.evaluate("""async () => {
        const told = [];
        const element = document.body.appendChild(document.createElement("div"));
        element.addEventListener("kontuar:progress", (event) => told.push(event));
        element.dispatchEvent(new CustomEvent("kontuar:connected", { bubbles: true }));
        await until(() => told.length);
        return [told.length, told[0].bubbles, told[0].detail.storage, heard.length];
    }""")
    assert told_alone == [1, False, "indexeddb", 1]


def test_an_element_that_connects_before_the_store_is_read_waits_for_the_state(tab: Tab) -> None:
    page = tab()
    page.evaluate("() => opened().then(() => write(0, 1))")
    told_later = page.evaluate("""async () => {
        const element = document.body.appendChild(document.createElement("div"));
        const states = [];
        element.addEventListener("kontuar:progress", ({ detail }) => states.push(Object.keys(detail.state.lessons)));
        await listening();
        element.dispatchEvent(new CustomEvent("kontuar:connected", { bubbles: true }));
        await until(() => states.length);
        return states[0];
    }""")
    assert told_later == ["m/0"]


def test_another_tab_follows_what_is_recorded(tab: Tab) -> None:
    writer, reader = tab(), tab()
    for page in (writer, reader):
        page.evaluate("() => listening().then(() => until(() => heard.length))")
    writer.evaluate(f"() => record({ANSWER})")
    reader.evaluate("() => until(() => heard.length > 1)")
    assert list(reader.evaluate("heard.at(-1)")["state"]["answers"]) == ["b/q"]


def test_a_learner_without_storage_is_told_so_and_may_go_on(tab: Tab) -> None:
    page = tab(NO_DATABASE, NO_KEYS)
    page.evaluate("() => listening().then(() => until(() => heard.length))")
    page.evaluate(f"() => {{ record({ANSWER}); return until(() => heard.length > 1); }}")
    last = page.evaluate("heard.at(-1)")
    assert (last["storage"], list(last["state"]["answers"])) == ("memory", ["b/q"])


def test_what_lacks_a_field_is_reported_in_the_console_and_not_recorded(tab: Tab) -> None:
    page = tab()
    page.evaluate("() => listening().then(() => until(() => heard.length))")
    with page.expect_event("pageerror") as error:
        page.evaluate('() => record({ kind: "answer", id: "b/q" })')
    assert "no event" in str(error.value)
    assert page.evaluate("heard.length") == 1
