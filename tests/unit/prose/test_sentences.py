"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontuar.prose.sentences import sentences, words

LANGUAGES = st.sampled_from(["pl", "en", "cs"])
WRITTEN = st.text(alphabet="aBżŻ 1\n\t.!?…–-\"'„”“’(),;:*„xnp", max_size=60)


def split(text: str, language: str) -> list[str]:
    return [text[sentence.start : sentence.stop] for sentence in sentences(text, language)]


@given(WRITTEN, LANGUAGES)
def test_offsets_point_at_sentences_in_order_without_white_space_around(text: str, language: str) -> None:
    end = 0
    for sentence in sentences(text, language):
        assert end <= sentence.start < sentence.stop <= len(text)
        said = text[sentence.start : sentence.stop]
        assert said == said.strip()
        assert sentence.words == words(said) > 0
        end = sentence.stop


@given(WRITTEN, LANGUAGES)
def test_no_word_is_lost_and_none_is_split(text: str, language: str) -> None:
    said = [word for sentence in split(text, language) for word in sentence.split() if words(word)]
    assert said == [word for word in text.split() if words(word)]


@given(st.lists(st.sampled_from(["Krótko mówię.", "Kto tam?", "„Zaraz”.", "Dzwonię o 15.00."]), max_size=9))
def test_sentences_put_together_come_apart_again(said: list[str]) -> None:
    assert split(" ".join(said), "pl") == said


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zadzwoń np. do serwisu, m.in. po to, tj. Do skutku", "pl"),
        ("Ustawa z 30 maja 2014 r. o prawach konsumenta, art. 43a i poz. 2337, ust. 1.", "pl"),
        ("Zadzwonię o godz. 15.00, zgodnie z Dz.U. 2022", "pl"),
        ("„Kto tu decyduje?” – pyta klientka.", "pl"),
        ("„Zaraz!” krzyczy ktoś zza lady.", "pl"),
        ("To zrobił J. Kowalski z ul. Długiej, w 2. kroku.", "pl"),
        ("Sprawdzę… może jutro.", "pl"),
        ("I'll call at 3 p.m. on Thursday, e.g. Mr. Smith or Dr. Who, i.e. No. 5, art. 7.", "en"),
        ('"Who decides?" asks the customer.', "en"),
        ("A list: one; two; three", "en"),
    ],
)
def test_one_sentence_stays_one(text: str, language: str) -> None:
    assert split(text, language) == [text]


@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        ("Zadzwonię do 15.00. Powiem, co wiem.", "pl", "Powiem, co wiem."),
        ("„Nie mogę”. Dodaj coś.", "pl", "Dodaj coś."),
        ("„Na jaki numer?” Zapisz go.", "pl", "Zapisz go."),
        ("Remont stoi – mówi. – Chcę zwrotu.", "pl", "– Chcę zwrotu."),
        ("– Chcę zwrotu\n– Ja tylko przyjmuję", "pl", "– Ja tylko przyjmuję"),
        ("Sprawdzę, zanim coś dodam… Ma Pan wybór.", "pl", "Ma Pan wybór."),
        ("Stan na 22 listopada 2026 r. Przepisy się zmieniają.", "pl", "Przepisy się zmieniają."),
        ("No. You can't.", "en", "You can't."),
        ("So do I. Call anyway.", "en", "Call anyway."),
        ("I'll call by 3 p.m. Ewa decides.", "en", "Ewa decides."),
        ('"Right?" "That\'s right."', "en", '"That\'s right."'),
        ("(A limit.) What follows.", "en", "What follows."),
    ],
)
def test_two_sentences_come_apart(text: str, language: str, sentence: str) -> None:
    assert len(split(text, language)) == 2
    assert split(text, language)[1] == sentence


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("– …", 0), ("art. 43a–43g (UE) 2019/771", 4), ("I'll, 15.00", 2)]
)
def test_what_counts_as_a_word(text: str, count: int) -> None:
    assert words(text) == count
