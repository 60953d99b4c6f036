import pytest

from kontuar.site.body import anchors, finished
from kontuar.site.page import SitePage

NBSP = "\u00a0"


def page(*slots: str, title: str = "Tytuł") -> SitePage:
    return SitePage("a.md", title, "", slots)


def test_slots_are_filled_without_the_paragraph_that_markdown_put_around_them() -> None:
    html = "<h1 id='x'>T</h1>\n<p>kt-slot-0</p>\n<ul><li>kt-slot-1</li></ul>"
    assert (
        finished(page("<form></form>", "<hr>"), html, "en")
        == "<h1 id='x'>T</h1>\n<form></form>\n<ul><li><hr></li></ul>"
    )


def test_a_number_that_no_slot_has_stays_as_text() -> None:
    assert "kt-slot-7" in finished(page("<hr>"), "<h1 id='x'>T</h1><p>about kt-slot-7</p>", "en")


def test_the_contents_of_a_slot_are_never_read_for_slots() -> None:
    html = finished(page("<b>kt-slot-1</b>", "<i></i>"), "<h1 id='x'>T</h1><p>kt-slot-0</p>", "en")
    assert "<b>kt-slot-1</b>" in html


def test_a_page_without_a_heading_gets_its_title_as_one() -> None:
    assert finished(page(title="A & B"), "<p>x</p>", "en") == '<h1 id="kt-title">A &amp; B</h1>\n<p>x</p>'


def test_a_heading_without_an_id_gets_one_also_inside_a_slot() -> None:
    assert finished(page('<h1 class="a">T</h1>'), "<p>kt-slot-0</p>", "en") == '<h1 id="kt-title" class="a">T</h1>'


@pytest.mark.parametrize(
    ("cell", "classed"),
    [
        ('<td style="text-align: right;">1</td>', '<td class="kt-right">1</td>'),
        ('<th style="text-align: center;">1</th>', '<th class="kt-center">1</th>'),
        ('<td class="x" style="text-align: left;">1</td>', '<td class="x kt-left">1</td>'),
    ],
)
def test_the_alignment_of_a_cell_becomes_a_class(cell: str, classed: str) -> None:
    assert finished(page(), f"<h1 id='x'>T</h1>{cell}", "en").endswith(classed)


NOTE = '<div class="admonition note">\n<p class="admonition-title">Note</p>\n<p>x</p></div>'


@pytest.mark.parametrize(
    ("box", "language", "expected"),
    [
        (NOTE, "pl", NOTE.replace(">Note<", ">Notatka<")),
        (NOTE.replace(">Note<", ">Pamiętaj<"), "pl", NOTE.replace(">Note<", ">Pamiętaj<")),
        (
            '<details class="sources"><summary>Sources</summary>',
            "pl",
            '<details class="sources"><summary>Źródła</summary>',
        ),
        (
            '<div class="admonition rule">\n<p class="admonition-title">Rule</p>\n<p>',
            "pl",
            '<div class="admonition rule">\n\n<p>',
        ),
        (
            NOTE.replace("note", "own").replace("Note", "Own"),
            "pl",
            NOTE.replace("note", "own").replace("Note", "Own"),
        ),
    ],
)
def test_a_box_without_a_title_of_its_own_is_named_in_the_language_of_the_page(
    box: str, language: str, expected: str
) -> None:
    assert finished(page(), f"<h1 id='x'>T</h1>{box}", language).endswith(expected)


def test_only_polish_pages_are_glued() -> None:
    html = "<h1 id='x'>T</h1><p>a w b</p>"
    assert finished(page(), html, "en") == html
    assert f"a{NBSP}w{NBSP}b" in finished(page(), html, "pl")


def test_a_drawing_refers_to_others_in_the_way_that_instant_navigation_survives() -> None:
    html = finished(page(), '<h1 id="x">T</h1><svg><use class="a" href="m.svg#b"></use></svg><a href="x">', "en")
    assert '<use class="a" xlink:href="m.svg#b">' in html
    assert '<a href="x">' in html


def test_ids_inside_slots_count_as_anchors() -> None:
    assert anchors('<h2 id="a">x</h2><form id=\'q-1\'><p data-id="no">') == {"a", "q-1"}
