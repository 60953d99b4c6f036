"""Numbers, times and dates as each language writes them."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kontuar.core.problems import Problem
from kontuar.prose.pieces import Piece

MONTH = {
    "pl": (
        *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
        *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
ENGLISH_MONTH = "|".join(MONTH["en"])
UNIT = (
    r"(?:\s?%|\s?(?:zł|PLN|EUR|euro|USD|gr|kg|dag|g|km|cm|mm|m|litr\w*|l|ml|GB|MB|mln|mld|tys|raza|°C"
    r"|punkt\w*|pkt|stopni\w*|osob\w*|osób|metr\w*|gram\w*|kilo\w*|procent\w*)(?!\w))"
)
MONEY = r"(?=\s?(?:zł|PLN|EUR|euro|USD)(?!\w))"
EXEMPT = re.compile(
    r"\b10\.\d{4,9}/\S+"  # a DOI
    r"|\b(?:(?:PN|EN|ISO|IEC|ETSI|ISBN|ISSN)[ /:-]?){1,4}\s?[\d:.–-]*\d"
    r"|\b(?:[Tt]el|[Pp]hone|[Ii]nfolini[ai])\b[.:]*\s\+?\d[\d -]*\d"
    r"|\b\d\d-\d{3}(?=\s[A-ZĄĆĘŁŃÓŚŹŻ])"  # a postal code and its town
)
Better = Callable[[re.Match[str]], str]  # the right form, empty where the wrong one is none after all


class Form(NamedTuple):
    """A wrong form, and how to write it right."""

    kind: str
    pattern: re.Pattern[str]
    better: Better


def numbers(piece: Piece) -> Iterator[Problem]:
    text = EXEMPT.sub(lambda found: "x" * len(found[0]), piece.text)
    for form in FORMS.get(piece.language, ()):
        for found in form.pattern.finditer(text):
            if better := form.better(found):
                yield piece.problem("prose.number", *found.span(), found=found[0], better=better, kind=form.kind)


def _date(language: str, year: str, month: str, day: str) -> str:
    """A date in words, or nothing for what is none."""
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return ""
    end = " r." if language == "pl" and year else ""
    return f"{int(day)} {MONTH[language][int(month) - 1]} {year}".strip() + end


def _range(found: re.Match[str]) -> str:
    first, last = (part.replace(",", ".") for part in found.groups())
    padded = any(len(part) > 1 and part[0] == "0" and part[1] != "." for part in (first, last))
    return f"{found[1]}–{found[2]}" if float(first) < float(last) and not padded else ""


def _polish_decimal(found: re.Match[str]) -> str:
    return found[0].replace(".", "" if len(found[2]) == 3 else ",")


def _polish_thousands(found: re.Match[str]) -> str:
    whole, _, part = found[0].replace(",", "").partition(".")
    grouped = f"{int(whole):,}".replace(",", " ") if len(whole) > 4 else whole
    return f"{grouped},{part}" if part else grouped


def _english_time(found: re.Match[str]) -> str:
    """15:00, 3pm and 3:30 p.m. as 3 p.m. and 3.30 p.m."""
    hour, minute, half = int(found["hour"]), found["minute"] or "00", (found["half"] or "").lower()
    if hour > (12 if half else 23):
        return ""
    if minute == "00" and not half and hour in (0, 12):
        return "noon" if hour else "midnight"
    half = half or ("p" if hour >= 12 else "a")
    minutes = "" if minute == "00" else f".{minute}"
    return f"{hour % 12 or 12}{minutes} {half}.m."


def _english_date(found: re.Match[str]) -> str:
    month = str(MONTH["en"].index(found["month"]) + 1)
    return _date("en", found["year"] or "", month, found["day"])


def _dates(language: str) -> tuple[Form, Form]:
    return (
        Form(
            "date",
            re.compile(r"(?<![\w./-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\w/-])(?:\sr\.)?"),
            lambda found: _date(language, found[4], found[3], found[1]),
        ),
        Form(
            "date",
            re.compile(r"(?<![\w./-])(\d{4})-(\d{2})-(\d{2})(?![\w-])(?:\sr\.)?"),
            lambda found: _date(language, found[1], found[2], found[3]),
        ),
    )


COMMON = (
    Form("percent", re.compile(r"(?<!\w)(\d+(?:[.,]\d+)?)\s+%"), lambda found: f"{found[1]}%"),
    Form(
        "range",
        re.compile(r"(?<![\w./:,-])(?<!\d )(\d+(?:[.,]\d+)?)-(\d+(?:[.,]\d+)?)(?![\w/-]|[.,:]\d)"),
        _range,
    ),
)
FORMS = {
    "pl": (
        *_dates("pl"),
        *COMMON,
        Form("decimal", re.compile(rf"(?<![\w.,/:-])(\d+)\.(\d+)(?={UNIT})"), _polish_decimal),
        Form(
            "thousands",
            re.compile(
                rf"(?<![\w.,-])\d{{1,3}}(?:(?:,\d{{3}})+\.\d+|(?:,\d{{3}}){{2,}}|,000|,\d{{3}}{MONEY})(?![\d,]\d|\d)"
            ),
            _polish_thousands,
        ),
        Form(
            "time",
            re.compile(r"(?<![\w.:/])([01]?\d|2[0-3]):([0-5]\d)(?![\w:])"),
            lambda found: f"{found[1]}.{found[2]}",
        ),
    ),
    "en": (
        *_dates("en"),
        *COMMON,
        Form(
            "decimal",
            re.compile(r"(?<![\w.,/-])(\d+),(\d{1,2})(?![\w,])"),
            lambda found: f"{found[1]}.{found[2]}",
        ),
        Form(
            "time",
            re.compile(
                r"(?<![\w.:/])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?![\d:])(?:\s?(?P<half>[ap])\.?m\b\.?)?",
                re.I,
            ),
            _english_time,
        ),
        Form(
            "time",
            re.compile(r"(?<![\w.:,])(?P<hour>\d{1,2})(?:\.(?P<minute>[0-5]\d))?\s?(?P<half>[ap])m(?!\w)", re.I),
            _english_time,
        ),
        Form(
            "date",
            re.compile(
                rf"(?<!\w)(?P<month>{ENGLISH_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.:–-]\d|\w)(?:,?\s(?P<year>\d{{4}})(?!\w))?"
            ),
            _english_date,
        ),
        Form(
            "date",
            re.compile(
                rf"(?<!\w)(?P<day>\d{{1,2}})(?:st|nd|rd|th)\s(?:of\s)?(?P<month>{ENGLISH_MONTH})(?:,?\s(?P<year>\d{{4}}))?(?!\w)"
            ),
            _english_date,
        ),
    ),
}
