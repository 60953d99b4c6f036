import pytest

from kontuar.core.characters import cells, suspects, visible


@pytest.mark.parametrize(
    "text",
    [
        "Zażółć gęślą jaźń „–” … ½ 480\u00a0zł",
        "soft\u00adhyphen",
        "👩\u200d🔧 ❤\ufe0f\u200d🔥 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می\u200cخواهم क्\u200dष",
        "שלום\u200f!",
        "tab\tand\nline",
    ],
)
def test_characters_with_an_honest_use_are_left_alone(text: str) -> None:
    assert list(suspects(text)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\u200bb", "char.invisible"),
        ("a\u200db", "char.invisible"),
        ("🔧\u200d", "char.invisible"),
        ("\u2060", "char.invisible"),
        ("a\ufeff", "char.invisible"),
        ("a\U000e0061", "char.invisible"),
        ("\ufffc", "char.invisible"),
        ("a\u202eb", "char.direction"),
        ("\u2067", "char.direction"),
        ("latin\u200f", "char.direction"),
        ("a\u2028b", "char.line-break"),
        ("a\x85b", "char.line-break"),
        ("\x00", "char.control"),
        ("\x1b[2J", "char.control"),
        ("\x0c", "char.control"),
        ("\uffff", "char.control"),
        ("za\ufffd", "char.lost"),
    ],
)
def test_a_character_that_does_not_belong_is_found(text: str, code: str) -> None:
    assert [found for _, found in suspects(text)] == [code]


def test_what_cannot_be_seen_is_spelt_out() -> None:
    assert visible("a\u200bb\x1b\n") == "a<U+200B>b<U+001B>↵"
    assert visible("👩\u200d🔧 �") == "👩\u200d🔧 �"
    assert cells("a\u202e\tb") == ["a", "<U+202E>", "\t", "b"]
