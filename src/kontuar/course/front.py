"""Front matter: what stands between the two --- lines at the top of a lesson or an article."""

from typing import Literal

from pydantic import Field

from kontuar.core.schema import Strict
from kontuar.core.words import Slug, Whole, YesNo


class ArticleFront(Strict):
    """Front matter of a page in docs/; pages are listed by section, by order, then by title.

    A generated page was written by a program: nobody's style is checked in it. With `filter` the rows of its tables
    can be narrowed down by typing.
    """

    title: str = Field(min_length=1)
    description: str = ""
    order: Whole = 50
    section: Literal["knowledge", "trainers"] = "knowledge"
    generated: YesNo = False
    filter: YesNo = False
    covers: tuple[str, ...] = ()


class HomeFront(ArticleFront):
    """Front matter of docs/index: the words of the home page."""

    lead: str
    audience: str = ""
    says: str = ""
    answer: str = ""
    facts: tuple[str, ...] = ()


class LessonFront(Strict):
    """Front matter of a lesson; minutes is the time that reading and practice take."""

    title: str = Field(min_length=1)
    minutes: Whole = Field(ge=1, le=240)
    audience: Literal["staff", "manager"] = "staff"
    description: str = ""
    objectives: tuple[Slug, ...] = ()
    covers: tuple[str, ...] = ()
    was: tuple[Slug, ...] = ()
