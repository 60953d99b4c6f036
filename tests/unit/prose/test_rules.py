"""What the rules of style find, and what they leave alone."""

import pytest

from kontuar.prose.banned import banned
from kontuar.prose.gender import gendered
from kontuar.prose.numbers import numbers
from kontuar.prose.quotes import straight_quotes
from tests.unit.prose.passages import found


@pytest.mark.parametrize(
    "phrase",
    [
        "dedykowanego",
        "adresować ten problem",
        "adresujemy potrzeby",
        "na ten moment",
        "Witam",
        "proszę o wyrozumiałość",
        "klient ma zawsze rację",
        "klient zawsze ma rację",
        "zbić obiekcję",
        "zbijanie obiekcji",
        "inwalidzi",
        "głuchoniema",
        "pieniążkami",
        "podpisiku",
        "menedżerka",
        "menadżerów",
        "dokonać naprawy",
        "dokonujemy szybkiej naprawy",
        "dokonano zakupu",
    ],
)
def test_phrases_of_the_polish_list_are_found_in_any_form(phrase: str) -> None:
    assert found(banned, f"Mówi: „{phrase}”, i już.") == [phrase]


@pytest.mark.parametrize("text", ["Powitam Was. Witamy!", "adresowanie listu", "na ten momentami", "zbieraj obiekcje"])
def test_nothing_is_banned_inside_a_word_or_in_another_sense(text: str) -> None:
    assert found(banned, text) == []


@pytest.mark.parametrize("phrase", ["closing the kill", "The customer is always right", "overcome his objections"])
def test_phrases_of_the_english_list_are_found(phrase: str) -> None:
    assert found(banned, f"They say: {phrase}.", "en") == [phrase]


def test_a_language_without_a_list_bans_nothing() -> None:
    assert found(banned, "dedykowany", "cs") == []


@pytest.mark.parametrize(
    "form",
    [
        *("zrobiłeś", "Byłaś", "poszedłbyś", "chciałabyś", "powinieneś", "powinnaś"),
        *("klient/ka", "gotowy/a", "Pan/i", "zrobił(a)ś", "klient(ka)", "klient_ka", "klient*ka", "zrobiłeś/aś"),
    ],
)
def test_forms_that_guess_gender_are_found(form: str) -> None:
    assert found(gendered, f"Gdy {form}, powiedz.") == [form]


@pytest.mark.parametrize("text", ["Żłaś", "koleś, gdzieś, kiedyś", "Pan/Pani", "tak/nie", "(nie)pełny", "art. 43a(1)"])
def test_what_only_looks_like_a_gendered_form_is_left_alone(text: str) -> None:
    assert found(gendered, text) == []


@pytest.mark.parametrize("form", ["zrobiłem", "powiedziałam", "mogłabym", "wysłałam", "chciałem", "widziałem"])
def test_the_learner_has_no_gender_in_the_own_lines(form: str) -> None:
    assert found(gendered, f"| a | b |\n|---|---|\n| **Ty:** Tak {form}. | |") == [form]
    assert found(gendered, f"| a | b |\n|---|---|\n| **Klient:** Tak {form}. | |") == []


@pytest.mark.parametrize("word", ["wysyłam", "działam", "wołam", "zespołem", "tytułem", "pomysłem", "oddziałem"])
def test_present_forms_and_nouns_are_no_past(word: str) -> None:
    assert found(gendered, f"**Ty:** Tak {word}.") == []


def test_gender_is_a_matter_of_polish() -> None:
    assert found(gendered, "byłeś", "en") == []


@pytest.mark.parametrize(("text", "language"), [("16:45", "pl"), ("3-5", "pl"), ("5 %", "en"), ("0:30", "en")])
def test_wrong_numbers_are_found_at_the_edges_of_a_text(text: str, language: str) -> None:
    assert found(numbers, text, language) == [text]


@pytest.mark.parametrize(
    "text",
    ["43.99.2026", "2026-13-31", "5-3", "05-10", "1-2-3", "1:2", "25:00", "A1-2", "-1-2", "(9):54", "12 345-678"],
)
def test_what_only_looks_like_a_wrong_number_is_left_alone(text: str) -> None:
    assert found(numbers, f"To {text} tu.", "pl") == []


@pytest.mark.parametrize("text", ["rock 'n' roll's", "don't", "the boys' toys", "it's 'fine'"])
def test_english_quotes_are_curled_by_the_site(text: str) -> None:
    assert found(straight_quotes, text, "en") == []


def test_a_lone_straight_quote_in_polish_is_found() -> None:
    assert found(straight_quotes, 'Ekran 15" i „tak”.') == ['"']
