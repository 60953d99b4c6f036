"""The evidence file: what a certificate rests on, so that somebody else can compute it again.

The browser writes it (evidence.js, which reads it by the same rules). Its digest guards against accidental damage
only: whoever can change the file can compute the digest anew.
"""

import json
import math
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kontuar.core.canonical import digest

FORMAT, VERSION = "kontuar-evidence", 1
LARGEST, DEEPEST = 1_000_000, 20  # bytes of a file; lists and maps inside one another
SAFE = 2**53 - 1

Json = Any
Id = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,100}$")]
FullId = Annotated[
    str, Field(pattern=r"^[a-z0-9-]{1,100}/[a-z0-9-]{1,100}$", description="bank/question or module/lesson")
]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{1,64}$")]
Moment = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", description="UTC")]
Points = Annotated[float, Field(ge=0, le=1_000_000)]


class Plain(BaseModel):
    """The base of the parts of the file: as JSON has them, nothing converted, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Asked(Plain):
    """One question of a paper; points are missing in papers of an older day."""

    id: FullId
    hash: Hash = Field(description="Fingerprint of what is graded, as it was when the paper was drawn")
    answer: Json = Field(default=None, description="The answer in the shape of its question's type; null for none")
    points: Points | None = None
    max: Points | None = None


class Paper(Plain):
    """The best passed paper of a module's test, or of the exam."""

    id: Id = Field(description="The module's id, or `exam`")
    seed: str = Field(pattern=r"^[0-9A-Za-z-]{1,40}$")
    attempt: int = Field(ge=1, le=1_000_000)
    version: Hash = Field(description="Version of the course when the paper was drawn")
    points: Points
    max: Points
    mark: float = Field(ge=0, le=100, alias="pass", description="Pass mark in per cent")
    started: Moment | None = None
    submitted: Moment
    questions: list[Asked] = Field(max_length=500, description="In the order in which they were asked")


class Read(Plain):
    """A lesson that the learner has marked as done."""

    id: FullId
    done: Moment


class Talk(Plain):
    """A dialogue that came to a good ending, move by move."""

    id: Id
    hash: Hash
    moves: list[Annotated[str, Field(pattern=r"^[<a-z0-9-]{1,100}$")]] = Field(max_length=300)
    ending: Id
    done: Moment


class Evidence(Plain):
    """An evidence file of Kontuar. It shows what was answered, not by whom, and anybody can write one."""

    format: Literal["kontuar-evidence"]
    v: int = Field(ge=VERSION, le=VERSION)  # Literal would take true for 1
    course: Id
    version: Hash = Field(description="Version of the course when the file was made")
    made: Moment
    completed: Moment = Field(description="When the last condition of the certificate was met")
    name: str | None = Field(default=None, max_length=400, description="Only if the learner wanted it in the file")
    minutes: int = Field(ge=0, le=SAFE, description="How long the lessons take")
    modules: list[Id] = Field(max_length=500)
    lessons: list[Read] = Field(max_length=5000)
    papers: list[Paper] = Field(max_length=500)
    dialogues: list[Talk] = Field(max_length=100)
    digest: str = Field(
        pattern=r"^[0-9a-f]{64}$",
        description="SHA-256 of the file without this field, spelled as RFC 8785 says: against accidental damage only",
    )


class Refused(ValueError):
    """Why a file can't be read: too-big, not-json, not-evidence, newer, broken."""


@dataclass(frozen=True)
class File:
    """An evidence file as it was read; sound unless its digest shows that it was changed or damaged."""

    evidence: Evidence
    sound: bool


def read(data: bytes) -> File:
    """Reads what somebody handed over.

    Raises:
        Refused: it is none of ours, or of a later day.
    """
    if len(data) > LARGEST:
        raise Refused("too-big")
    given = _plain(_json(data), DEEPEST)
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise Refused("not-evidence")
    version = given.get("v")
    if isinstance(version, int | float) and version > VERSION:
        raise Refused("newer")
    try:
        evidence = Evidence.model_validate(given)
    except ValidationError:
        raise Refused("broken") from None
    rest = {name: value for name, value in given.items() if name != "digest"}
    return File(evidence, digest(rest) == evidence.digest)


def _json(data: bytes) -> Json:
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse, parse_int=float)
    except (ValueError, RecursionError):
        raise Refused("not-json") from None


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _plain(value: Json, room: int) -> Json:
    """The same with whole numbers as int: in JSON 1 and 1.0 are one number.

    Raises:
        Refused: it is nested too deep, or a number is too large for a computer.
    """
    if room == 0:
        raise Refused("broken")
    if isinstance(value, dict):
        return {name: _plain(inner, room - 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, room - 1) for inner in value]
    if not isinstance(value, float):
        return value
    if not math.isfinite(value):
        raise Refused("broken")
    return int(value) if value.is_integer() and abs(value) <= SAFE else value
