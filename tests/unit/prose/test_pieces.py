"""What of a page is text, and in what pieces."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kontuar.prose.markdown import text_only, without_code
from tests.unit.prose.passages import passage

MARKED = st.text(alphabet="ab \n`*_[]()!<>-|#\"'\\{}:=.&;^~", max_size=80)
PAGE = """\
# Tytuł {#title}

Akapit z [odsyłaczem](a.md "tytuł") i **ważnym** `kodem`,
dalej ten sam.
<!-- uwaga -->
> Cytat
> dalej

!!! rule "Zasada"
    W ramce.

    - Punkt
      dalej.
    1. Drugi &nbsp; punkt[^1]

| Głowa | Druga |
|---|---|
| **Ty:** Tak \\| nie | [Link][ref] |

```quiz
questions: [a]
```

Podkreślony
===========

* Gwiazdka
??? sources "Skąd"
    <span lang="en">Why</span> https://example.org/a_b

[^1]: Przypis.
[ref]: https://example.org
"""


def shown(markdown: str) -> list[tuple[str, bool]]:
    return [(" ".join(piece.text.split()), piece.title) for piece in passage(markdown).pieces]


@given(MARKED)
def test_blanking_keeps_every_offset_and_every_line(text: str) -> None:
    left = text_only(without_code(text))
    assert len(left) == len(text)
    assert all(sign in (old, " ") and (old != "\n" or sign == "\n") for old, sign in zip(text, left, strict=True))


@given(MARKED)
def test_pieces_are_stretches_of_the_text_in_order(text: str) -> None:
    end = 0
    left = text_only(without_code(text))
    for piece in passage(text).pieces:
        assert piece.start >= end
        end = piece.start + len(piece.text)
        assert left[piece.start : end] == piece.text


def test_a_page_comes_apart_into_titles_paragraphs_items_and_cells() -> None:
    assert shown(PAGE) == [
        ("Tytuł", True),
        ("Akapit z odsyłaczem i ważnym , dalej ten sam.", False),
        ("Cytat dalej", False),
        ("Zasada", True),
        ("W ramce.", False),
        ("Punkt dalej.", False),
        ("Drugi punkt", False),
        ("Głowa", True),
        ("Druga", True),
        ("Ty: Tak \\| nie", False),
        ("Link", False),
        ("Podkreślony ===========", True),
        ("Gwiazdka", False),
        ("Skąd", True),
        ("Why", False),
        ("Przypis.", False),
    ]


def test_a_problem_points_at_what_is_written() -> None:
    piece = next(piece for piece in passage(PAGE).pieces if "dalej." in piece.text)
    start = piece.text.index("dalej")
    place = piece.problem("prose.no-alt", start, start + 5).place
    assert (place.line, place.col, place.end) == (13, 7, 12)
    assert re.split(r"\n", PAGE)[12][6:11] == "dalej"
