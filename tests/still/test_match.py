"""Matching pairs: menus, their order, feedback row by row, and a sheet for a pen."""

import json

from playwright.sync_api import Locator, Page, expect

from kontuar.core.words import Words
from kontuar.questions import Question, types
from kontuar.questions.page import render_on_paper
from kontuar.questions.split import split
from tests.browsing import Open
from tests.contracts.cases import examples

from .test_keyboard import tab_to

PAGE = "question-types/match/"
HEARD, MEASURES = "#match-1", "#match-2"
LONG = "Jak Pani ocenia dzisiejszą wizytę w naszym sklepie, od wejścia do wyjścia, w skali od jednego do pięciu?"
STRANGE = [None, True, 7, "x", ["a"], {"a": ["1"], "z": "1", "b": "9"}, {"__proto__": "1"}]
GIVE_AND_READ = "(question, answer) => { question.write(answer); return question.read(); }"


def row(page: Page, question: str, left: str) -> Locator:
    return page.locator(f"{question} [data-part={left}]")


def choose(page: Page, question: str, **pairs: str) -> None:
    for left, right in pairs.items():
        row(page, question, left).locator("select").select_option(right)


def press(page: Page, question: str, name: str) -> None:
    page.locator(question).get_by_role("button", name=name, exact=True).click()


def output(page: Page, question: str) -> Locator:
    return page.locator(f"{question} output")


def test_every_pair_is_made_and_checked_by_keyboard_alone(visit: Open) -> None:
    page = visit().go(PAGE)
    expect(page.locator(f"{HEARD} button[type=submit]")).to_be_visible()
    pairs = page.locator(HEARD).evaluate("question => question.key.pairs")
    for part in page.locator(f"{HEARD} [data-part]").all():
        menu = part.locator("select")
        tab_to(page, menu)
        wanted = pairs[part.get_attribute("data-part")]
        for _ in range(5):
            if menu.input_value() == wanted:
                break
            page.keyboard.press("ArrowDown")
    tab_to(page, page.locator(f"{HEARD} button[type=submit]"))
    page.keyboard.press("Enter")
    expect(output(page, HEARD)).to_contain_text("Dobrze")
    expect(page.locator(f"{HEARD} [data-state=right][data-part]")).to_have_count(3)


def test_each_menu_is_named_by_its_left_part_and_described_by_its_explanation(visit: Open) -> None:
    page = visit().go(PAGE)
    menu = page.get_by_role("combobox", name="„Ja tylko przyjmuję reklamacje”.")
    menu.select_option(label="Nikt tu za nic nie odpowiada.")
    press(page, HEARD, "Sprawdź")
    expect(menu).to_have_accessible_description("Opis stanowiska zamiast działania.")
    expect(menu).to_have_accessible_name("„Ja tylko przyjmuję reklamacje”. Dobrze")


def test_checking_an_empty_form_says_what_to_do(visit: Open) -> None:
    page = visit().go(PAGE)
    press(page, HEARD, "Sprawdź")
    expect(output(page, HEARD)).to_have_text("Najpierw dobierz odpowiedź przynajmniej w jednym wierszu.")


def test_whoever_takes_an_answer_that_fits_nowhere_reads_why_and_in_the_end_what_is_right(visit: Open) -> None:
    page = visit().go(PAGE)
    choose(page, HEARD, a="1", b="4", c="2")
    press(page, HEARD, "Sprawdź")
    expect(output(page, HEARD)).to_contain_text("Częściowo dobrze: 1 z 3 par")
    expect(row(page, HEARD, "a").locator(".kt-mark")).to_have_text("Dobrze")
    expect(row(page, HEARD, "b").locator(".kt-mark")).to_have_text("Nie")
    expect(row(page, HEARD, "b").locator(".kt-why")).to_have_text("Tego nie obiecuje żadne z tych zdań.")
    press(page, HEARD, "Pokaż odpowiedź")
    told = row(page, HEARD, "b").locator(".kt-why")
    expect(told).to_contain_text("Poprawnie: Radź sobie sam.")
    expect(told).to_contain_text("Umowę klient ma ze sklepem.")
    expect(row(page, HEARD, "a").locator(".kt-answer")).to_have_count(0)


def test_an_empty_row_stays_silent_until_everything_is_told(visit: Open) -> None:
    page = visit().go(PAGE)
    choose(page, HEARD, a="1", b="2")
    press(page, HEARD, "Sprawdź")
    expect(output(page, HEARD)).to_contain_text("Częściowo dobrze: 2 z 3 par")
    expect(output(page, HEARD)).to_contain_text("czegoś jeszcze brakuje")
    expect(row(page, HEARD, "c").locator(".kt-mark, .kt-why")).to_have_count(0)
    press(page, HEARD, "Pokaż odpowiedź")
    expect(row(page, HEARD, "c").locator(".kt-mark")).to_have_text("Bez odpowiedzi")
    expect(row(page, HEARD, "c").locator(".kt-answer")).to_have_text("Poprawnie: Ktoś tego pilnuje.")


def test_all_menus_of_a_question_have_one_order_which_starting_again_keeps(visit: Open) -> None:
    page = visit().go(PAGE)

    def orders() -> list[list[str]]:
        menus = page.locator(f"{HEARD} select").all()
        return [menu.locator("option").evaluate_all("all => all.map((one) => one.value)") for menu in menus]

    expect(page.locator(f"{HEARD} button[type=submit]")).to_be_visible()
    first, *others = orders()
    assert first[0] == ""
    assert sorted(first) == ["", "1", "2", "3", "4"]
    assert others == [first, first]
    choose(page, HEARD, a="4")
    press(page, HEARD, "Sprawdź")
    press(page, HEARD, "Zacznij to pytanie od nowa")
    expect(row(page, HEARD, "a").locator("select")).to_have_value("")
    assert orders() == [first, *others]


def test_the_seed_of_a_paper_gives_the_same_order_and_keeps_what_is_chosen(visit: Open) -> None:
    page = visit().go(PAGE)
    choose(page, HEARD, b="3")
    order = """(question) => {
      question.arrange("7K2M-04QX");
      const rows = [...question.querySelectorAll("[data-part]")];
      return rows.map((row) => row.dataset.part + row.querySelector("select").value);
    }"""
    assert sorted(page.locator(HEARD).evaluate(order)) == ["a", "b3", "c"]


def test_a_text_too_long_for_its_menu_stands_under_it_as_a_whole(visit: Open) -> None:
    page = visit(390, 844).go(PAGE)
    choose(page, MEASURES, csat="visit")
    echo = row(page, MEASURES, "csat").locator(".kt-echo")
    expect(echo).to_have_text(LONG)
    page.locator(MEASURES).evaluate("question => question.write({})")
    expect(echo).to_be_hidden()
    choose(page, HEARD, a="2")
    expect(row(page, HEARD, "a").locator(".kt-echo")).to_be_hidden()


def test_an_answer_of_any_shape_can_be_shown(visit: Open) -> None:
    page = visit().go(PAGE)
    expect(page.locator(f"{HEARD} button[type=submit]")).to_be_visible()
    for answer in STRANGE:
        shown = page.locator(HEARD).evaluate(GIVE_AND_READ, answer)
        assert shown is None, answer


def test_on_paper_the_answers_have_letters_and_the_rows_a_line(visit: Open) -> None:
    page = visit().go(PAGE)
    rights, lines = page.locator(f"{HEARD} .kt-rights"), page.locator(f"{HEARD} .kt-pen")
    expect(row(page, HEARD, "a").locator("select")).to_be_visible()
    expect(rights).to_be_hidden()
    page.emulate_media(media="print")
    expect(rights).to_be_visible()
    expect(rights).to_have_css("list-style-type", "upper-alpha")
    for line in lines.all():
        expect(line).to_be_visible()
    expect(row(page, HEARD, "a").locator("select")).to_be_hidden()


def heard() -> Question:
    return examples(types()["match"])["heard"]


def test_the_sheet_holds_no_menu_and_its_key_names_the_letters_of_the_sheet() -> None:
    sheet, key = render_on_paper(heard(), "pl")
    assert "<select" not in sheet
    rights = str(sheet).partition("kt-rights")[2]
    place = [part.partition("</li>")[0].rpartition(">")[2] for part in rights.split("<li")[1:]].index("Radź sobie sam.")
    assert f"{'ABCD'[place]}. Radź sobie sam." in key


def test_changing_only_which_belong_together_changes_no_byte_of_the_public_part() -> None:
    question = examples(types()["match"])["measures"]
    one, two, *others = question.pairs  # type: ignore[attr-defined]
    swapped = (
        one.model_copy(update={"right": two.right, "right_id": two.right_id, "why": Words({"": "x"})}),
        two.model_copy(update={"right": one.right, "right_id": one.right_id}),
        *others,
    )
    other = question.model_copy(update={"pairs": (*reversed(swapped),)})
    assert other.key() != question.key()
    texts = [json.dumps(split(each, "salt")[0].content, ensure_ascii=False) for each in (question, other)]
    assert texts[0] == texts[1]


def test_an_answer_in_letters_is_told_in_the_authors_ids() -> None:
    question = heard()
    public, key = split(question, "salt")
    letters = {author: letter for letter, author in key.ids.items()}
    assert len(letters) == len(key.ids) == len(public.content["lefts"]) + len(public.content["rights"])
    answer = {letters[left]: letters[right] for left, right in question.key()["pairs"].items()}
    assert question.restore(answer, key.ids) == question.key()["pairs"]
    assert question.restore(["a"], key.ids) == ["a"]
    assert question.restore({letters["a"]: ["b"]}, key.ids) == {"a": ["b"]}
