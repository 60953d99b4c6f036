"""The page that explains the messages is the one of the catalogue."""

import pytest

from kontuar.commands.codes import pages
from kontuar.core.problems import catalogue

from .cases import LANGUAGES, ROOT


@pytest.mark.parametrize(("name", "text"), list(pages(LANGUAGES)), ids=LANGUAGES)
def test_the_page_on_disk_is_the_one_of_the_catalogue(name: str, text: str) -> None:
    assert (ROOT / name).read_text("utf-8") == text, "run: python -m kontuar codes"


def test_every_message_speaks_both_languages() -> None:
    assert {code: entry for code, entry in catalogue().items() if set(entry.sentences) < set(LANGUAGES)} == {}
