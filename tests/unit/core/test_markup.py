"""Text of questions as HTML: what is kept, what goes, and who speaks."""

import pytest

from kontuar.core.markup import block, clean, inline, is_said, json_for_html

HOSTILE = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    '<a href="data:text/html,x">x</a>',
    "*x*{: onclick=alert(1) }",
    '<p style="position:fixed">x</p>',
    "<iframe src=//evil></iframe>",
    "<svg onload=alert(1)>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_gets_through(text: str) -> None:
    html = str(block(text)).lower()
    assert not any(sign in html for sign in ("<script", "onerror=", "onload=", "onclick=", "style=", "<iframe", "<svg"))
    assert 'href="javascript' not in html
    assert 'href="data' not in html


def test_plain_text_and_markdown_give_the_same_kind_of_html() -> None:
    assert block("Słuchaj & pytaj") == "<p>Słuchaj &amp; pytaj</p>"
    assert inline("**Kto** decyduje") == "<strong>Kto</strong> decyduje"
    assert clean("<table><tr><td>x</td></tr></table>").startswith("<table>")


def test_json_in_a_page_cannot_end_its_element() -> None:
    assert json_for_html("</template><script>&\u2028") == r'"\u003c/template\u003e\u003cscript\u003e\u0026\u2028"'


@pytest.mark.parametrize("text", ["„Tak”.", "“Yes.”", "„Na kiedy?”", "«Oui»"])
def test_a_text_in_quotation_marks_is_said_by_somebody(text: str) -> None:
    assert is_said(text)


@pytest.mark.parametrize("text", ["“Who” is missing: nobody knows.", "Bez cudzysłowu", "„", ""])
def test_a_text_that_only_begins_with_a_quoted_word_is_not(text: str) -> None:
    assert not is_said(text)
