"""JSON in one spelling, so that the same content always gives the same bytes; canonical.js is its twin.

It is that of RFC 8785: keys sorted by UTF-16 units, no spaces, numbers as JavaScript writes them.
"""

import json
import math
import re
from hashlib import sha256
from typing import Any

Json = Any
LONE = re.compile("[\ud800-\udfff]")
REPR = re.compile(r"(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?")


def canonical(value: Json) -> str:
    """The one spelling of plain JSON: None, bool, finite numbers, str, list, dict."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_text(name)}:{canonical(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return _number(float(value))


def digest(value: Json) -> str:
    """SHA-256 of the one spelling, in 64 hexadecimal digits."""
    return sha256(canonical(value).encode()).hexdigest()


def _text(text: str) -> str:
    return LONE.sub(lambda half: f"\\u{ord(half[0]):04x}", json.dumps(text, ensure_ascii=False))


def _number(number: float) -> str:
    """A finite number as ECMAScript's Number::toString writes it."""
    if not math.isfinite(number):
        raise ValueError(f"{number} is no JSON")
    found = REPR.fullmatch(repr(number))
    assert found
    sign, whole, part, power = found[1], found[2], found[3] or "", int(found[4] or 0)
    digits = (whole + part).lstrip("0")
    point = len(whole) + power - (len(whole + part) - len(digits))  # digits before the decimal point
    digits = digits.rstrip("0")
    return sign + _placed(digits, point) if digits else "0"


def _placed(digits: str, point: int) -> str:
    if len(digits) <= point <= 21:
        return digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    part = f".{digits[1:]}" if digits[1:] else ""
    return f"{digits[0]}{part}e{point - 1:+d}"
