"""Whether a lesson takes the minutes that it promises.

Speeds of silent reading: Trauzettel-Klosinski S, Dietz K. Standardized assessment of reading performance: the new
International Reading Speed Texts IReST. Invest. Ophthalmol. Vis. Sci. 2012; 53(9), table of 17 languages (from memory,
to be checked).
"""

from collections.abc import Iterator

from kontuar.core.problems import Problem
from kontuar.prose.manuscripts import Manuscript
from kontuar.prose.sentences import words

WORDS_A_MINUTE = {"pl": 166, "en": 228}
MINUTES_A_QUESTION, MINUTES_A_TALK = 0.5, 5.0
LEAST, SHARE = 2, 0.35  # what a promise may be off by, in minutes and as a part of the promise


def minutes(manuscript: Manuscript) -> Iterator[Problem]:
    """At most one problem, of a lesson: the page's body, its questions and its dialogues are counted."""
    promise = manuscript.promise
    body = next((passage for passage in manuscript.passages if not passage.field), None)
    speed = WORDS_A_MINUTE.get(body.language) if body else None
    if not (promise and body and speed):
        return
    count = sum(words(piece.text) for piece in body.pieces)
    needed = count / speed + promise.questions * MINUTES_A_QUESTION + promise.talks * MINUTES_A_TALK
    if abs(needed - promise.minutes) > max(LEAST, SHARE * promise.minutes):
        counts = {"minutes": promise.minutes, "needed": max(1, round(needed)), "words": count}
        yield Problem(promise.place, "prose.minutes", {**counts, "questions": promise.questions})
