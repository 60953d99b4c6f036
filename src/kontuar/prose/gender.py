"""Polish forms that guess the learner's gender."""

import re
from collections.abc import Iterator

from kontuar.core.markup import is_said
from kontuar.core.problems import Problem
from kontuar.prose.pieces import Piece

TO_LEARNER = re.compile(r"(?<!\w)(?:\w\w+ł(?:eś|aś|byś|abyś)|powin(?:ieneś|naś)|win(?:ieneś|naś))(?!\w|/\w)", re.I)
BOTH_AT_ONCE = re.compile(
    r"(?<!\w)[^\W\d_]{3,}(?:"
    r"\((?:a|ą|e|ę|i|k|y|ka|na|ła|aś|łaś|czka|owa)\)\w*"
    r"|[/_*](?:a|ą|e|ę|i|y|ka|na|ła|aś|łaś|ica|ego|ej|czka|anka|owa|yni|ini|ynią|inią)(?!\w)"
    r")",
    re.I,
)
OF_LEARNER = re.compile(r"(?<!\w)(?:\w\w+ł(?:em|am|bym|abym)|powin(?:ienem|nam))(?!\w)", re.I)
LEARNERS_LINE = re.compile(r"\s*Ty:")
LEARNERS_FIELD = ("options", "text")

NO_PAST = re.compile(  # what I do today, and nouns in the instrumental, as in „z zespołem”
    r"(?:za|po)?działam|(?:od|po|przy|z|za)?wołam|(?:po|z)dołam|(?:do|na|od|po|prze|roz|wy|z)syłam|z?kłam|złam"
    r"|(?:od|po|prze|przy|roz|u|wy)?działem|materiałem|kapitałem|kanałem|sygnałem|kawałem|ideałem|oryginałem|regałem"
    r"|upałem|zapałem|wałem|ciałem|dziełem|artykułem|modułem|tytułem|szczegółem|ogółem|protokołem|(?:pod)?zespołem"
    r"|stołem|kołem|dołem|czołem|żywiołem|aniołem|kościołem|mozołem|(?:po|prze|u|z|za)mysłem|hasłem|masłem|krzesłem"
    r"|rzemiosłem|źródłem|pudłem|światłem|mydłem|ciepłem|tłem|węzłem|kotłem|posłem|orłem|szkłem",
    re.I,
)


def gendered(piece: Piece) -> Iterator[Problem]:
    if piece.language != "pl":
        return
    forms = [("learner", TO_LEARNER), ("both", BOTH_AT_ONCE)]
    if _is_learners(piece):
        forms.append(("own", OF_LEARNER))
    for kind, pattern in forms:
        for found in pattern.finditer(piece.text):
            if not NO_PAST.fullmatch(found[0]):
                yield piece.problem("prose.gendered", *found.span(), found=found[0], kind=kind)


def _is_learners(piece: Piece) -> bool:
    """Whether these are the learner's own words: a line of a conversation, or an answer to choose, in quotes."""
    return bool(LEARNERS_LINE.match(piece.text)) or (piece.passage.field[-2:] == LEARNERS_FIELD and is_said(piece.text))
