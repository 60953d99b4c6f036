"""Print views: what changes in a page that is put on another one."""

import pytest

from kontuar.site.printed import gathered, moved, place

LESSON, VIEW = "course/complaints/authority.md", "course/complaints/print.md"


def test_ids_and_what_refers_to_them_get_the_name_of_their_page() -> None:
    html = '<b id="a"></b><label for="a" aria-labelledby="a b"></label><a href="#a"></a><use xlink:href="#a"/>'
    name = "course-complaints-authority"
    assert moved(html, LESSON, VIEW) == (
        f'<b id="{name}-a"></b><label for="{name}-a" aria-labelledby="{name}-a {name}-b"></label>'
        f'<a href="#{name}-a"></a><use xlink:href="#{name}-a"/>'
    )


def test_a_drawing_keeps_its_patterns() -> None:
    html = '<pattern id="p"></pattern><path fill="url(#p)"/>'
    assert moved(html, "card.md", "print.md") == '<pattern id="card-p"></pattern><path fill="url(#card-p)"/>'


@pytest.mark.parametrize(
    ("href", "there"),
    [
        ("../promises/", "../promises/"),
        ("../promises/#rule", "../promises/#rule"),
        ("../../../glossary/#claim", "../../../glossary/#claim"),
        ("../picture.svg", "../picture.svg"),
        ("./", "../authority/"),
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("/repo/", "/repo/"),
    ],
)
def test_an_address_leads_where_it_led(href: str, there: str) -> None:
    assert moved(f'<a href="{href}"></a>', LESSON, VIEW) == f'<a href="{there}"></a>'


def test_an_address_of_another_folder_leads_where_it_led() -> None:
    assert moved('<img src="../receipt.svg">', "job-aids/card.md", "print.md") == '<img src="../job-aids/receipt.svg">'
    assert moved('<a href="../../">', "job-aids/card.md", "print.md") == '<a href="../">'


def test_headings_go_one_level_down() -> None:
    assert moved("<h1>A</h1><h5>B</h5><h6>C</h6><hr>", LESSON, VIEW) == "<h2>A</h2><h6>B</h6><h6>C</h6><hr>"


def test_elements_get_no_scripts() -> None:
    assert moved('<kt-dialogue class="x" data-kt-js="a.js">', LESSON, VIEW) == '<kt-dialogue class="x">'


def test_text_that_only_looks_like_attributes_stays() -> None:
    html = '<code>a href="../b/" id="c"</code>'
    assert moved(html, LESSON, VIEW) == html


def test_a_view_has_its_pages_in_its_own_order() -> None:
    papers = {"a.md": "<h1>A</h1>", "b.md": "<h1>B</h1>"}
    assert gathered("print.md", f"{place('b.md')}, {place('a.md')}", papers) == "<h2>B</h2>, <h2>A</h2>"
