"""Every rule over every text of a course."""

from collections.abc import Callable, Iterator, Sequence

from kontuar.core.problems import Problem, Problems
from kontuar.course import Course
from kontuar.prose.banned import banned
from kontuar.prose.gender import gendered
from kontuar.prose.length import long_mean, long_sentences
from kontuar.prose.manuscripts import Manuscript, manuscripts
from kontuar.prose.minutes import minutes
from kontuar.prose.numbers import numbers
from kontuar.prose.pictures import without_text
from kontuar.prose.pieces import Piece
from kontuar.prose.quotes import straight_quotes
from kontuar.prose.silence import unsilenced

RULES: Sequence[Callable[[Piece], Iterator[Problem]]] = (long_sentences, banned, straight_quotes, gendered, numbers)


def check(course: Course, problems: Problems) -> None:
    """Adds a warning for everything in the course's texts that its own rules of style speak against."""
    for manuscript in manuscripts(course):
        problems.extend(unsilenced(_found(manuscript), manuscript.silences))


def _found(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        yield from without_text(passage)
        for piece in passage.pieces:
            for rule in RULES:
                yield from rule(piece)
    yield from long_mean(manuscript)
    yield from minutes(manuscript)
