"""How long sentences are: each by itself, and all of a file on average."""

from collections.abc import Iterator

from kontuar.core.problems import Problem
from kontuar.prose.manuscripts import Manuscript
from kontuar.prose.pieces import Piece

LONGEST = 25
MEANS = {"pl": 13, "en": 14}
FEWEST = 5  # sentences: the mean of fewer says nothing


def long_sentences(piece: Piece) -> Iterator[Problem]:
    for sentence in piece.sentences:
        if sentence.words > LONGEST:
            place = (sentence.start, sentence.stop)
            yield piece.problem("prose.long-sentence", *place, words=sentence.words, limit=LONGEST)


def long_mean(manuscript: Manuscript) -> Iterator[Problem]:
    """One problem at most for each language of a file; titles are no sentences."""
    for language, limit in MEANS.items():
        pieces = (piece for piece in manuscript.pieces(language) if not piece.title)
        lengths = [sentence.words for piece in pieces for sentence in piece.sentences]
        if len(lengths) >= FEWEST and sum(lengths) > limit * len(lengths):
            counts = {"words": sum(lengths), "sentences": len(lengths), "limit": limit}
            yield Problem(manuscript.top, "prose.long-mean", {"language": language, **counts})
