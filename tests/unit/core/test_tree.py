import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kontuar.core import reader
from kontuar.core.problems import Place, Problems
from kontuar.core.source import REPEATS, Source
from kontuar.core.tree import Map, Seq, Text, parse, place, split_front_matter
from tests.unit.core.reading import parsed, told


@pytest.mark.parametrize("written", ["no", "1.10", "010", "1:30", "2026-01-01", "~", "null", "0x1F", "1_000", "="])
def test_a_value_is_never_guessed_from_its_look(written: str) -> None:
    assert parsed(f"a: {written}\n") == ({"a": written}, [])


def test_every_text_knows_its_line_its_column_and_its_end() -> None:
    tree, _ = parsed('# head\na: żółw\nb:\n  - "x y" \n  - |\n    one\n    two\nc: first\n  second\n😀: z\n')
    assert isinstance(tree, Map)
    items = tree["b"]
    assert isinstance(items, Seq)
    texts = [text for text in (tree["a"], *items, tree["c"], tree["😀"]) if isinstance(text, Text)]
    places = [(str(text), text.line, text.col, text.end) for text in texts]
    assert places == [
        ("żółw", 2, 4, 8),
        ("x y", 4, 5, 10),
        ("one\ntwo\n", 5, 5, 6),
        ("first second", 8, 4, 9),
        ("z", 10, 4, 5),
    ]
    assert tree.keys_at == {"a": (2, 1, 2), "b": (3, 1, 2), "c": (8, 1, 2), "😀": (10, 1, 2)}
    assert (tree.line, tree.col, items.line, items.col) == (2, 1, 4, 3)


def test_a_part_of_a_file_counts_the_lines_of_the_file() -> None:
    tree, found = parsed("a: 1\nb: 2\nb: 3\n", first_line=10)
    assert isinstance(tree, Map)
    assert tree.keys_at["b"] == (11, 1, 2)
    assert found == ["yaml.duplicate-key 12:1"]


TREE = Source("q.yml", "ask: x\noptions:\n  - {text: a, why: b}\n  - text: c\n  - plain\nhints: [p, q]\n")


@pytest.mark.parametrize(
    ("loc", "where"),
    [
        ((), (1, 1, 4)),
        (("ask",), (1, 1, 4)),
        (("options",), (2, 1, 8)),
        (("options", 0), (3, 5, 6)),
        (("options", 0, "why"), (3, 15, 18)),
        (("options", 1), (4, 5, 9)),
        (("options", 1, "text"), (4, 5, 9)),
        (("options", 2), (5, 5, 10)),
        (("hints", 1), (6, 12, 13)),
        (("missing",), (1, 1, 4)),
        (("options", 1, "why"), (4, 5, 9)),
        (("options", 9, "why"), (2, 1, 8)),
        (("ask", "pl"), (1, 1, 4)),
    ],
)
def test_a_place_is_the_key_the_item_or_the_nearest_parent(loc: tuple[str | int, ...], where: tuple[int, ...]) -> None:
    tree = parse(TREE, Problems())
    assert tree is not None
    assert place("q.yml", tree, loc) == Place("q.yml", *where)


def test_the_first_of_two_equal_fields_counts_and_both_lines_are_named() -> None:
    problems = Problems()
    tree = parse(Source("a.yml", "a: 1\nb: 2\na: 3\n"), problems)
    assert tree == {"a": "1", "b": "2"}
    (problem,) = problems
    assert (problem.place.line, problem.args["first"]) == (3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "answer: yes   # fine",
        "answer: yes # fine",
        "answer: yes #",
        "ask: What do you say?  # a question of tone",
        "ask: What do you say?\t\t# so",
        "ask: issue#5",
        "ask: 'at #5'",
        "options: # a list\n  - a",
        "# all of it\nask: a",
        "ask: |\n  at #5\n  # heading",
        "{a: b, c: d}  # done",
    ],
)
def test_a_comment_that_was_meant_is_not_taken_for_lost_text(text: str) -> None:
    assert parsed(text)[1] == []


@pytest.mark.parametrize(
    ("text", "col"), [("ask: come to #5", 14), ("ask: a b # c", 10), ("ask: word #tag", 11), ("- # 1\n- at # 1", 0)]
)
def test_text_behind_a_hash_is_not_lost_in_silence(text: str, col: int) -> None:
    assert parsed(text)[1] == ([f"yaml.comment-cut 1:{col}"] if col else [])


@pytest.mark.parametrize(
    "text", [r'"a\nb"', r'"\"a\" \\ \/"', r'"\u0105 \x41"', r"'C:\temp'", r"C:\temp", '"a\\\n  b"']
)
def test_a_backslash_that_does_no_harm_is_left_alone(text: str) -> None:
    assert parsed(f"a: {text}")[1] == []


@pytest.mark.parametrize("text", [r'"C:\temp"', r'"C:\new"', r'"\x00"', r'"\u200b"', r'"\N"', r'"\U00110000"', r'"\e"'])
def test_a_backslash_that_spoils_a_text_is_told(text: str) -> None:
    assert [found.split()[0] for found in parsed(f"a: {text}")[1]] == ["yaml.backslash"]


def test_braces_with_an_empty_value_or_a_lone_name_are_not_a_cut_text() -> None:
    assert parsed("{pl: a, en: }") == ({"pl": "a", "en": ""}, [])
    assert parsed("{pl, en}") == ({"pl": "", "en": ""}, [])
    assert parsed('{pl: a, "en":}') == ({"pl": "a", "en": ""}, [])


def test_special_spaces_inside_a_text_are_good_typography() -> None:
    assert parsed("ask: i\u00a0tak\n  o\u00a0nas")[1] == []


def test_special_spaces_in_the_indent_are_read_as_plain_ones() -> None:
    tree, found = parsed("a:\n\u00a0\u2003b: 1\n\u00a0 c:\u00a02\n")
    assert tree == {"a": {"b": "1", "c": "2"}}
    assert found == ["yaml.odd-space 2:1", "yaml.odd-space 3:1"]


def test_thirty_thousand_brackets_are_a_problem_and_no_crash() -> None:
    assert parsed("[" * 30_000) == (None, ["yaml.too-deep 1:21"])
    assert parsed("{a: " * 30_000)[1] == ["yaml.too-deep 1:81"]
    assert parsed("- " * 30_000)[1] == ["yaml.too-deep 1:41"]
    assert parsed("[" * 20 + "]" * 20)[1] == []


def test_a_bomb_of_references_is_refused() -> None:
    tree, found = parsed("a: &a [x]\n" + "".join(f"b{n}: [*a, *a, *a]\n" for n in range(1000)))
    assert tree is None
    assert len(found) == 1 + REPEATS


def test_a_stream_with_an_end_mark_is_one_document() -> None:
    assert parsed("--- # head\na: 1\n...\n") == ({"a": "1"}, [])


@pytest.mark.parametrize("text", ["", "\n\n", "# only words\n", "---\n"])
def test_an_empty_file_is_told_or_holds_an_empty_text(text: str) -> None:
    tree, found = parsed(text)
    assert (tree is None and found == ["yaml.empty 1:1"]) or tree == ""


def front(text: str) -> tuple[object, str, int, list[str]]:
    problems = Problems()
    return *split_front_matter(Source("a.md", text), problems), told(problems)


@pytest.mark.parametrize(
    ("text", "tree", "body", "before"),
    [
        ("---\ntitle: no\n---\n# A\n", {"title": "no"}, "# A\n", 3),
        ("--- \ntitle: a\n... \nb", {"title": "a"}, "b", 3),
        ("---\ntitle: a\n---", {"title": "a"}, "", 3),
        ("---\n# nothing\n---\nb", {}, "b", 3),
        ("# A\n---\na: b\n---\n", None, "# A\n---\na: b\n---\n", 0),
        ("---\n\nA rule above.\n", None, "---\n\nA rule above.\n", 0),
        ("", None, "", 0),
    ],
)
def test_front_matter_is_told_from_the_body(text: str, tree: object, body: str, before: int) -> None:
    assert front(text) == (tree, body, before, [])


def test_mistakes_of_the_front_matter_count_the_lines_of_the_file() -> None:
    assert front("---\nminutes: 7\ntitle: a: b\n---\nBody") == (None, "Body", 4, ["yaml.colon-in-text 3:9"])


def test_front_matter_without_an_end_leaves_the_body_to_be_read() -> None:
    assert front("---\ntitle: a\nminutes: 7\n\n# A") == (None, "\n# A", 3, ["front.unclosed 1:1"])
    assert front("---\ntitle: a") == (None, "", 2, ["front.unclosed 1:1"])


PIECES = [
    "a",
    "b: ",
    "- ",
    "\n",
    "  ",
    "\t",
    "ż",
    "😀",
    "\u00a0",
    ": ",
    "?",
    "=======\n",
    "<<<<<<< ",
    "---\n",
    "...",
    "<<: ",
]
SIGNS = [*"{}[],\"'#*&!|>%@`\\", " #", "{{", "*x ", "&x ", "!t "]
ROUGH = st.lists(st.sampled_from(PIECES + SIGNS), max_size=30).map("".join)


@given(text=ROUGH | st.text(max_size=60))
@example(text="!%")
@settings(max_examples=500, deadline=None)
def test_no_text_makes_parsing_raise_and_every_place_lies_in_the_file(text: str) -> None:
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        problems = Problems()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reader, "LOADER", loader)
            tree = parse(Source("a.yml", text), problems)
        lines = text.split("\n")
        for problem in problems:
            assert 1 <= problem.place.line <= len(lines)
            assert 1 <= problem.place.col <= len(lines[problem.place.line - 1]) + 1
            assert problem.says("pl")
            assert problem.help("en")
        assert tree is not None or problems.errors()


@given(text=ROUGH)
@settings(deadline=None)
def test_no_page_makes_the_search_for_front_matter_raise(text: str) -> None:
    source = Source("a.md", f"---\n{text}")
    tree, body, before = split_front_matter(source, Problems())
    assert source.text.split("\n")[before:] == body.split("\n") or (
        body == "" and before <= source.text.count("\n") + 1
    )
    assert tree is None or isinstance(tree, Map | Seq | Text)
