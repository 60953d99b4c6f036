"""What every type of question promises, asked of each folder found."""

import json
import re
from html.parser import HTMLParser

import pytest

from kontuar.core.phrases import catalogue
from kontuar.questions import Question, QuestionType, Unusable, types
from kontuar.questions.page import Setting, render, render_on_paper
from kontuar.questions.split import split

from .cases import LANGUAGES, Vector, all_examples, cases, problems_of, vectors, wrong_samples

REQUIRED = (
    "model.py",
    "grade.py",
    "grade.js",
    "template.html",
    "element.js",
    "cases.yml",
    "skeleton.yml",
    "about.pl.md",
    "about.en.md",
)
EVERY_TYPE = pytest.mark.parametrize("kind", types().values(), ids=lambda kind: kind.name)
EVERY_EXAMPLE = pytest.mark.parametrize(
    ("kind", "question"), list(all_examples()), ids=lambda value: getattr(value, "id", getattr(value, "name", ""))
)


@EVERY_TYPE
def test_a_type_has_every_file_of_the_contract(kind: QuestionType) -> None:
    assert [name for name in REQUIRED if not (kind.folder / name).is_file()] == []


@EVERY_TYPE
def test_a_type_tells_its_story_with_at_least_twelve_answers(kind: QuestionType) -> None:
    answers = cases(kind)["answers"]
    given = [json.loads(row["give"]) for row in answers]
    assert len(answers) >= 12
    assert any(answer in (None, [], {}, "") for answer in given), "an empty answer"
    assert any("unusable" in row for row in answers), "a wrong-shaped answer"
    assert any(not row["give"].isascii() for row in answers), "a non-ASCII answer"
    earned = {float(row["points"]) > 0 for row in answers if "points" in row}
    assert earned == ({True, False} if kind.model.scored else {False})


@pytest.mark.parametrize("vector", list(vectors()), ids=str)
def test_the_python_grader_gives_each_answer_its_points(vector: Vector) -> None:
    if vector.points is None:
        with pytest.raises(Unusable, match=re.escape(vector.unusable)):
            vector.kind.grade(vector.question.key(), vector.answer)
        return
    result = vector.kind.grade(vector.question.key(), vector.answer)
    assert result.points == vector.points
    assert result.max == (vector.question.points if vector.question.scored else 0)


@pytest.mark.parametrize(("kind", "text", "says"), list(wrong_samples()), ids=lambda value: str(value)[:30])
def test_each_wrong_sample_gives_its_message_at_its_place(kind: QuestionType, text: str, says: str) -> None:
    assert says in problems_of(text)


@EVERY_EXAMPLE
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_html_is_whole_and_labelled_and_reads_without_javascript(
    kind: QuestionType, question: Question, language: str
) -> None:
    html = render(question, "bank", language, Setting("q"))
    page = Outline(html)
    assert page.problems == []
    assert page.counts["form"] == page.counts["fieldset"] == page.counts["legend"] == page.counts["output"] == 1
    assert page.counts["details"] >= 1, "answers to read without JavaScript"
    assert page.unlabelled == 0
    for reason in question.reasons().values():
        assert _plain(reason.of(language)) in _plain(html)


@EVERY_EXAMPLE
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_the_question_stands_apart_from_its_key(kind: QuestionType, question: Question, language: str) -> None:
    sheet, key = render_on_paper(question, language)
    assert Outline(sheet).problems == Outline(key).problems == []
    assert "<form" not in sheet
    for reason in question.reasons().values():
        assert _plain(reason.of(language)) not in _plain(sheet)
        assert _plain(reason.of(language)) in _plain(key)


@EVERY_EXAMPLE
def test_a_public_part_holds_no_explanation_and_no_hint(kind: QuestionType, question: Question) -> None:
    public, key = split(question, "salt")
    text = json.dumps(public.content, ensure_ascii=False)
    secrets = [words.of(language) for words in (*key.reasons.values(), *key.hints) for language in LANGUAGES]
    assert [secret for secret in secrets if json.dumps(secret, ensure_ascii=False)[1:-1] in text] == []


@EVERY_EXAMPLE
def test_splitting_twice_with_one_salt_gives_the_same(kind: QuestionType, question: Question) -> None:
    assert split(question, "a") == split(question, "a")


@EVERY_TYPE
def test_the_words_of_a_type_are_there_in_both_languages(kind: QuestionType) -> None:
    own = {key: entry for key, entry in catalogue().items() if key.startswith(f"{kind.name}.")}
    assert {key for key, entry in own.items() if set(entry) < set(LANGUAGES)} == set()


def _plain(text: str) -> str:
    return re.sub(r"<[^>]+>|&\w+;|[*_`\"'“”„&]|\s", "", text)


class Outline(HTMLParser):
    """Counts elements, and finds tags left open and controls without a label around or before them."""

    VOID = ("input", "br", "img", "hr")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.counts: dict[str, int] = {}
        self.problems: list[str] = []
        self.unlabelled = 0
        self._open: list[str] = []
        self._targets = set(re.findall(r'<label for="([^"]+)"', html))
        self.feed(html)
        self.problems += [f"<{tag}> stays open" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag in ("input", "select", "textarea") and "label" not in self._open:
            self.unlabelled += dict(attrs).get("id") not in self._targets and "aria-label" not in dict(attrs)
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.problems.append(f"</{tag}> closes something else")
