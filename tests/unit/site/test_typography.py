import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontuar.site.typography import glue, slug, typeset

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("html", "glued"),
    [
        ("<p>Idę w góry</p>", f"<p>Idę w{NBSP}góry</p>"),
        ("<p>W domu i w sklepie</p>", f"<p>W{NBSP}domu i{NBSP}w{NBSP}sklepie</p>"),
        ("<p>a i o u w z</p>", f"<p>a{NBSP}i{NBSP}o{NBSP}u{NBSP}w{NBSP}z</p>"),
        ("<p>koniec wiersza w\ndomu</p>", f"<p>koniec wiersza w{NBSP}domu</p>"),
        ("<p>„I co?” (o tym)</p>", f"<p>„I{NBSP}co?” (o{NBSP}tym)</p>"),
        ("<p>z <strong>głową</strong></p>", f"<p>z{NBSP}<strong>głową</strong></p>"),
        ("<p>– a potem</p>", f"<p>– a{NBSP}potem</p>"),
    ],
)
def test_a_one_letter_word_holds_on_to_the_next(html: str, glued: str) -> None:
    assert glue(html) == glued


@pytest.mark.parametrize(
    "html",
    [
        "<p>słowo do słowa, ul. Wola</p>",
        "<code>a i b</code>",
        "<pre><code>w domu\ni w sklepie</code></pre>",
        '<script type="application/json">{"a": "w domu"}</script>',
        "<img alt=\"a > w domu\" title='i w sklepie'>",
        "<!-- w domu -->",
        "<textarea>w domu</textarea>",
        "<p>Wariant A.</p>",
        "<p>tak-i owak</p>",
    ],
)
def test_code_attributes_and_longer_words_stay_as_they_are(html: str) -> None:
    assert glue(html) == html


@given(st.text(alphabet="aiw <>\"'=/pcode\n„(\u00a0", max_size=60))
def test_nothing_but_spaces_ever_changes(html: str) -> None:
    def without_spaces(text: str) -> str:
        return "".join(text.split())

    assert without_spaces(glue(html)) == without_spaces(html)


def test_all_polish_letters_reach_the_id_of_a_heading() -> None:
    assert slug("Źródła: zażółć gęślą jaźń", "-") == "zrodla-zazolc-gesla-jazn"


def test_english_quotes_are_curled_in_text_and_nowhere_else() -> None:
    html = (
        '<p>"It\'s five," he says. (the "first") <b>"Yes"</b> '
        '<code>"x"</code> <a title="a">\'so\'</a></p><td>"No."</td>'
    )
    assert typeset(html, "en") == (
        "<p>“It’s five,” he says. (the “first”) <b>“Yes”</b> "
        '<code>"x"</code> <a title="a">‘so’</a></p><td>“No.”</td>'
    )


def test_data_for_scripts_keeps_its_quotes() -> None:
    assert typeset('<template>{"a": "b"}</template>', "en") == '<template>{"a": "b"}</template>'


def test_other_languages_are_left_as_they_are() -> None:
    assert typeset('<p>"i a"</p>', "de") == '<p>"i a"</p>'
