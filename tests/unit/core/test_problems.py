import re
from pathlib import Path

import pytest

from kontuar.core.problems import Entry, Place, Problem, Problems, catalogue, is_error

HERE = Place("a.yml", 3, 5, 9)


def test_a_code_that_the_catalogue_does_not_know_is_refused() -> None:
    with pytest.raises(KeyError, match=r"no\.such-code"):
        Problems().add("no.such-code", HERE)


def test_a_sentence_that_cannot_be_filled_is_refused_when_the_problem_is_added() -> None:
    with pytest.raises(KeyError, match="key"):
        Problems().add("yaml.colon-space", HERE)


def test_problems_come_sorted_by_path_line_column_and_code_without_repeats() -> None:
    problems = Problems()
    problems.add("yaml.empty", Place("b.yml"))
    problems.add("yaml.tab", Place("a.yml", 10, 1))
    problems.add("yaml.tab", Place("a.yml", 2, 4))
    problems.add("yaml.dash", Place("a.yml", 2, 4))
    problems.add("yaml.tab", Place("a.yml", 2, 4))
    found = [(problem.place.path, problem.place.line, problem.code) for problem in problems]
    assert found == [
        ("a.yml", 2, "yaml.dash"),
        ("a.yml", 2, "yaml.tab"),
        ("a.yml", 10, "yaml.tab"),
        ("b.yml", 1, "yaml.empty"),
    ]
    assert len(problems) == 4


def test_two_problems_of_one_code_at_one_place_stay_two_when_their_sentences_differ() -> None:
    problems = Problems()
    for language in ("pl", "en"):
        problems.add("text.missing-language", HERE, language=language)
    assert len(problems) == 2


def test_problems_of_two_collections_join() -> None:
    first, second = Problems(), Problems()
    first.add("yaml.empty", HERE)
    second.add("char.lost", HERE)
    first.extend(second)
    assert [problem.code for problem in first] == ["char.lost", "yaml.empty"]
    assert [problem.code for problem in first.errors()] == ["yaml.empty"]
    assert first
    assert not Problems()


def test_a_language_without_sentences_hears_english() -> None:
    problem = Problem(HERE, "yaml.colon-space", {"key": "ask"})
    assert problem.says("de") == problem.says("en") == 'there is no space after "ask:"'
    assert problem.says("pl") == 'po "ask:" brakuje spacji'


def test_an_argument_cannot_bring_control_characters_or_braces_to_life() -> None:
    problem = Problem(HERE, "yaml.colon-space", {"key": "\x1b[2J{0}\n"})
    assert problem.says("en") == 'there is no space after "<U+001B>[2J{0}↵:"'


def test_a_value_picks_its_pieces_of_the_sentence() -> None:
    problem = Problem(HERE, "field.number", {"expected": "whole", "found": "x"})
    assert problem.says("pl") == '"x" nie jest liczbą całkowitą'
    assert problem.help("en") == "write digits only, such as 5"


@pytest.mark.parametrize(("code", "entry"), catalogue().items())
def test_every_code_speaks_both_languages_with_the_same_arguments(code: str, entry: Entry) -> None:
    assert re.fullmatch(r"[a-z0-9-]+\.[a-z0-9-]+", code)
    assert {"en", "pl"} <= set(entry.sentences)
    assert len({frozenset(sentences.needs()) for sentences in entry.sentences.values()}) == 1
    forms = [
        {arg: {value: set(pieces) for value, pieces in by_value.items()} for arg, by_value in sentences.words.items()}
        for sentences in entry.sentences.values()
    ]
    assert all(form == forms[0] for form in forms)
    assert is_error(code) == (entry.severity == "error")


@pytest.mark.parametrize(("code", "entry"), catalogue().items())
def test_polish_keeps_its_quotation_marks_and_guesses_no_gender(code: str, entry: Entry) -> None:
    polish = entry.sentences["pl"]
    said = " ".join([polish.says, polish.help, str(polish.words)])
    assert "“" not in said
    assert not re.search(r"\b\w+(?:łeś|łaś|liście|łyście)\b", said)


JARGON = r"scalar|mapping|token|sequence|index|parse|syntax|null|string|boolean|integer|schema|skalar|mapowani|parser"


@pytest.mark.parametrize("code", [code for code in catalogue() if code.split(".")[0] in {"file", "yaml", "field"}])
def test_the_sentences_are_free_of_jargon(code: str) -> None:
    for sentences in catalogue()[code].sentences.values():
        said = " ".join([sentences.says, sentences.help, str(sentences.words)])
        assert not re.search(JARGON, said, re.IGNORECASE)


def test_every_code_that_core_reports_is_in_its_catalogue_and_the_other_way_round() -> None:
    core = Path(__file__).parents[3] / "src/kontuar/core"
    listed = set(re.findall(r"^([a-z]+\.[a-z0-9-]+):", (core / "problems.yml").read_text("utf-8"), re.MULTILINE))
    families = "|".join(sorted({code.split(".")[0] for code in listed}))
    sources = " ".join(file.read_text("utf-8") for file in core.glob("*.py"))
    used = set(re.findall(rf'"((?:{families})\.[a-z0-9-]+)"', sources)) - {"words.yml", "problems.yml"}
    assert used == listed
