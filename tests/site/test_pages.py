"""The pages in a real Chromium: moving about, languages, focus, keys, and what nobody should have to see."""

import re

import pytest
from playwright.sync_api import Page, expect

from kontuar.site.assets import PACKAGE, gather
from tests.browsing import Open, Served, barriers

pytestmark = pytest.mark.browser

LESSON = "course/complaints/not-my-job/"
HEADINGS = {"pl": "„Ja tylko przyjmuję”", "en": "“I only take complaints in”"}
PAGES = ["", "course/complaints/", LESSON, "banks/complaints/", "card/", f"en/{LESSON}", "en/"]


def in_navigation(page: Page, name: str) -> None:
    page.locator(".md-nav--primary").get_by_role("link", name=name, exact=True).first.click()


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize(
    ("folder", "module", "card", "card_heading"),
    [
        ("", "6. Reklamacja: biorę to na siebie", "A & <b>", "Karta rozmowy"),
        ("en/", "6. Complaints: I take this on", "A & <b>", "Conversation card"),
    ],
)
def test_moving_about_loads_one_document_and_keeps_the_policy(
    visit: Open, folder: str, module: str, card: str, card_heading: str
) -> None:
    window = visit(locale="pl-PL" if not folder else "en-GB")
    page = window.go(f"{folder}{LESSON}")
    in_navigation(page, module)
    expect(page.locator("h1")).to_have_text(module.removeprefix("6. "))
    in_navigation(page, card)
    expect(page.locator("h1")).to_have_text(card_heading)
    page.go_back()
    expect(page.locator("h1")).to_have_text(module.removeprefix("6. "))
    assert len(window.documents) == 1


def test_drawings_do_not_stop_instant_navigation(visit: Open) -> None:
    window = visit()
    page = window.go(LESSON)
    expect(page.locator("#face use")).to_have_attribute("xlink:href", "#drawn")
    in_navigation(page, "Start")
    expect(page.locator("h1")).to_have_text("Lada")
    assert len(window.documents) == 1


def test_the_switch_keeps_the_page_also_after_instant_navigation(visit: Open, served: Served) -> None:
    window = visit()
    page = window.go("card/")
    in_navigation(page, "6. Reklamacja: biorę to na siebie")
    in_navigation(page, HEADINGS["pl"])
    expect(page.locator("h1")).to_have_text(HEADINGS["pl"])
    page.get_by_role("button", name="Wybierz język").focus()
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{served.url}en/{LESSON}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert len(window.documents) == 2
    page.get_by_role("button", name="Choose a language").focus()
    page.get_by_role("link", name="Polski").click()
    expect(page).to_have_url(f"{served.url}{LESSON}")


def test_the_switch_works_without_scripts(visit: Open, served: Served) -> None:
    page = visit(java_script_enabled=False).go(LESSON)
    page.get_by_role("button", name="Wybierz język").focus()
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{served.url}en/{LESSON}")


def test_from_a_page_without_translation_the_switch_leads_to_its_module(visit: Open, served: Served) -> None:
    page = visit().go(LESSON)
    in_navigation(page, "Tylko po polsku")
    expect(page.locator("h1")).to_have_text("Tylko po polsku")
    link = page.locator(".md-select a[data-kt-to=en]")
    expect(link).to_have_attribute("href", f"{served.url}en/course/complaints/")


def test_dark_chosen_in_one_language_is_dark_in_the_other(visit: Open) -> None:
    page = visit().go(LESSON)
    page.locator('label[title="Włącz ciemny wygląd"]').click()
    page.goto(page.url.replace("/course/", "/en/course/"))
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator('label[title="Switch to light mode"]')).to_be_visible()


def test_focus_goes_to_the_heading_after_instant_navigation_but_not_on_the_first_page(visit: Open) -> None:
    page = visit().go(LESSON)
    assert page.evaluate("document.activeElement === document.body")
    in_navigation(page, "Start")
    expect(page.locator("h1")).to_be_focused()


def test_focus_goes_to_the_place_that_the_address_names(visit: Open) -> None:
    page = visit().go("card/")
    page.get_by_role("link", name="punkt").click()
    expect(page.locator("#scene")).to_be_focused()
    expect(page.locator("#scene")).to_be_in_viewport()


def test_the_skip_link_leads_to_the_heading_of_the_page_that_is_shown(visit: Open) -> None:
    page = visit().go(LESSON)
    in_navigation(page, "Start")
    expect(page.locator("h1")).to_have_text("Lada")
    assert page.locator(".md-skip").get_attribute("href") in ("#kt-title", page.url + "#kt-title")


def test_a_visitor_who_prefers_another_language_is_told_once_in_that_language(visit: Open, served: Served) -> None:
    page = visit(locale="en-GB").go(LESSON)
    offer = page.get_by_role("complementary", name="Version in another language")
    expect(offer).to_contain_text("This course is also in English.")
    expect(page).to_have_url(served.url + LESSON)
    in_navigation(page, "Start")
    expect(offer.get_by_role("link")).to_have_attribute("href", f"{served.url}en/")
    offer.get_by_role("button", name="Don’t show this again").click()
    expect(offer).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()
    page.reload()
    expect(offer).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('offer'))") == ["kontuar:toy:offer"]


def test_whoever_chooses_a_language_is_not_asked_again(visit: Open) -> None:
    page = visit(locale="en-GB").go(f"en/{LESSON}")
    page.get_by_role("button", name="Choose a language").focus()
    page.get_by_role("link", name="Polski").click()
    expect(page.locator("h1")).to_have_text(HEADINGS["pl"])
    expect(page.locator(".kt-offer:visible")).to_have_count(0)


@pytest.mark.parametrize("locale", ["pl-PL", "de-DE"])
def test_nobody_else_is_told(visit: Open, locale: str) -> None:
    page = visit(locale=locale).go(LESSON)
    expect(page.locator(".kt-offer:visible")).to_have_count(0)


def test_keys_that_only_material_knows_do_nothing_and_all_letters_can_be_typed(visit: Open) -> None:
    page = visit().go(LESSON)
    for key in ",.":
        page.keyboard.press(key)
    page.locator("input[name=q1-text]").press_sequentially("pn,.fs/")
    expect(page.locator("input[name=q1-text]")).to_have_value("pn,.fs/")
    expect(page.locator("h1")).to_have_text(HEADINGS["pl"])


def test_the_scripts_of_a_page_are_loaded_once(visit: Open) -> None:
    window = visit()
    loaded: list[str] = []
    window.page.on("response", lambda response: loaded.append(response.url))
    page = window.go("card/")
    assert not [url for url in loaded if url.endswith("core/text.js")]
    for _ in range(2):
        page.goto(f"{page.url}#x")
        page.get_by_role("link", name="punkt").click()
        expect(page.locator("kt-toy")).to_be_visible()
        page.go_back()
        expect(page.get_by_role("link", name="punkt")).to_be_visible()
    assert len([url for url in loaded if url.endswith("core/text.js")]) == 1


def test_the_styles_of_a_lesson_stay_for_the_next_one(visit: Open) -> None:
    page = visit().go(LESSON)
    in_navigation(page, "Start")
    expect(page.locator("h1")).to_have_text("Lada")
    names = page.locator("body > link[rel=stylesheet]").evaluate_all(
        "links => links.map((link) => link.href.split('/').at(-1))"
    )
    assert names == ["lesson.css", "question.css", "home.css"]


@pytest.mark.parametrize("path", ["", LESSON])
def test_a_phone_has_the_navigation_in_a_drawer_on_every_page(visit: Open, path: str) -> None:
    page = visit(390, 844).go(path)
    link = page.locator(".md-nav--primary").get_by_role("link", name="Start", exact=True)
    expect(link).not_to_be_in_viewport()
    page.locator("label.md-header__button[for=__drawer]").click()
    if path:
        page.locator(".md-nav--primary label.md-nav__title[for=__nav_2]").click()
    expect(link).to_be_in_viewport()


def test_a_wrong_address_shows_a_page_in_both_languages_that_leads_home(visit: Open, served: Served) -> None:
    window = visit()
    page = window.go("en/course/nowhere/deep/")
    window.trouble.clear()  # the browser reports the 404 itself
    expect(page.get_by_role("heading", name="Nie ma takiej strony")).to_be_visible()
    expect(page.get_by_role("heading", name="There is no such page")).to_be_visible()
    page.get_by_role("link", name="Go to the home page").click()
    expect(page).to_have_url(f"{served.url}en/")


DATABASES = """async () => {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await indexedDB.databases();
    if (found.length) return found.map(({ name }) => name);
    await new Promise((next) => setTimeout(next, 25));
  }
}"""


def test_progress_is_kept_under_the_name_of_the_course_and_of_the_root_in_every_language(visit: Open) -> None:
    page = visit(locale="en-GB").go(f"en/{LESSON}")
    assert page.evaluate(DATABASES) == ["kontuar:toy:/repo/"]


def test_progress_starts_on_the_first_page_with_a_question_after_a_wrong_address(visit: Open) -> None:
    window = visit()
    page = window.go("nowhere/")
    page.wait_for_load_state("networkidle")
    window.trouble.clear()  # the browser reports the 404 itself
    assert page.evaluate("indexedDB.databases()") == []
    page.get_by_role("link", name="Przejdź na stronę główną").click()
    expect(page.locator("h1")).to_have_text("Lada")
    page.locator("a.kt-btn").click()
    expect(page.locator("kt-toy").first).to_be_attached()
    assert page.evaluate(DATABASES) == ["kontuar:toy:/repo/"]
    assert len(window.documents) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_axe_finds_nothing(visit: Open, scheme: str, width: int, height: int) -> None:
    window = visit(width, height, color_scheme=scheme, locale="en-GB")
    for path in [*PAGES, "nowhere/"]:
        page = window.go(path)
        assert not (found := barriers(page)), f"{path}: {found}"
    window.trouble.clear()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_on_a_very_small_screen(visit: Open, path: str) -> None:
    page = visit(320, 640).go(path)
    assert overflow(page) == 0


def test_no_text_is_smaller_than_14_pixels(visit: Open) -> None:
    page = visit().go(LESSON)
    small = page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const { parentElement: parent, data } = walker.currentNode;
            const shown = data.trim() && parent.getClientRects().length && !parent.closest("sup, .footnote-backref");
            if (shown && parseFloat(getComputedStyle(parent).fontSize) < 13.9) found.push(data.trim());
          }
          return found;
        }"""
    )
    assert small == []


def test_focus_can_be_seen_on_everything_that_takes_it(visit: Open) -> None:
    page = visit().go(LESSON)
    seen = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => {
              const { tagName, type } = document.activeElement;
              const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
              return [`${tagName} ${type ?? ""}`, outlineStyle, parseFloat(outlineWidth)];
            }"""
        )
        if outline[0].startswith("BODY"):
            break
        assert outline[1] != "none", outline
        assert outline[2] >= 2, outline
        seen += 1
    assert seen > 15


def test_paper_holds_all_answers_and_no_buttons(visit: Open) -> None:
    page = visit(java_script_enabled=False).go(LESSON)
    page.emulate_media(media="print")
    expect(page.get_by_text("Najlepsza jest trzecia.")).to_be_visible()
    expect(page.get_by_text("Ustawa o prawach konsumenta")).to_be_visible()
    expect(page.get_by_role("button", name="Sprawdź")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_hidden()


def test_stripping_a_style_sheet_does_not_change_what_it_says(visit: Open) -> None:
    page = visit().go("")
    rules = """(text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      const says = (rule) => [
        rule.selectorText ?? rule.conditionText ?? rule.name,
        rule.style?.cssText.replaceAll(/\\s*([,()/:;])\\s*/g, "$1"),
        [...(rule.cssRules ?? [])].map(says),
      ];
      return [...sheet.cssRules].map(says);
    }"""
    for name, stripped in gather().files.items():
        if name.endswith(".css"):
            source = (PACKAGE / name).read_text("utf-8")
            assert page.evaluate(rules, stripped) == page.evaluate(rules, source), name


def test_colours_forced_by_the_reader_leave_the_signs(visit: Open) -> None:
    page = visit(forced_colors="active").go(LESSON)
    sign = "el => getComputedStyle(el, '::before').backgroundColor"
    ink = page.locator("body").evaluate("el => getComputedStyle(el).color")
    mark = page.locator("[data-state=wrong] .kt-mark").first.evaluate(sign)
    assert mark == ink
    assert re.match(r"rgb", mark)
