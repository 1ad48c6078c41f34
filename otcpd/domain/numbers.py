"""Numbers of outcome measures, as people type them and as they are shown: decimals, never floats."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from otcpd.domain.errors import NotAcceptable

MOST_DIGITS, MOST_PLACES = 12, 6
"""Digits before and after the point that the CPD file keeps."""

_MONEY = "£€$"
_VULGAR = {
    "¼": "1/4",
    "½": "1/2",
    "¾": "3/4",
    "⅓": "1/3",
    "⅔": "2/3",
    "⅕": "1/5",
    "⅛": "1/8",
    "⅜": "3/8",
    "⅝": "5/8",
    "⅞": "7/8",
}
_SIGN = re.compile(r"[-−–]")
_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f]+")
_WHOLE = r"\d{1,40}"
_FRACTION = re.compile(rf"(?:(?P<whole>{_WHOLE}) )?(?P<top>\d{{1,6}}) ?[/⁄] ?(?P<bottom>\d{{1,6}})")
_GROUPED = (
    (re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"), ","),
    (re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?"), " "),
    (re.compile(r"\d{1,3}(?:\.\d{3})+,\d+"), "."),
    (re.compile(r"\d{1,3}(?:\.\d{3}){2,}"), "."),
)
"""Thousands marked off, with the sign that marks them: "1,200.50", "1 200", "1.200,50"."""
_PLAIN = re.compile(rf"{_WHOLE}(?:[.,]\d+)?|[.,]\d+")
_SHOWN = "Write it in figures alone, such as 12, 12.5, 12 1/2 or 1,200."


def parse_number(text: str) -> Decimal:
    """The number that somebody typed: "12,5", "1,200", "12 1/2", "£1,200.50", "85 %", "−3".

    A comma before exactly three figures parts thousands, as in print in the UK, and before any other number of them
    it is a decimal one. The signs of money and of per cent say nothing here: a measure has its unit. A fraction
    without an end is rounded to two places. Raises NotAcceptable for what is no number, and for one that the file
    cannot keep.
    """
    bare = _BLANKS.sub(" ", text).strip()
    negative = bool(_SIGN.match(bare))
    bare = bare[negative:].strip().strip(_MONEY).removesuffix("%").strip()
    negative = negative or bool(_SIGN.match(bare))
    number = _read(bare.lstrip("-−–").strip() if negative else bare.removeprefix("+").strip())
    if number is None:
        raise NotAcceptable(f"‘{_begun(text)}’ is not a number.", "Nothing was changed.", _SHOWN)
    if _too_large(number):
        raise NotAcceptable(f"‘{_begun(text)}’ is too large a number.", "Nothing was changed.")
    return _bare(-number if negative else number)


def stored_number(number: Decimal) -> str:
    """As the CPD file keeps it: "-12.5", "1200", without a tail of noughts.

    Raises NotAcceptable for what it cannot keep.
    """
    if not number.is_finite() or _too_large(number):
        raise NotAcceptable("That is not a number that can be kept.", "Nothing was changed.", _SHOWN)
    return f"{_bare(number):f}"


def show_number(number: Decimal) -> str:
    """As people read it: "1,200", "12.5", "−3"; in a field the minus is read again."""
    words = f"{abs(_bare(number)):,f}"
    return f"−{words}" if number < 0 else words


def with_unit(number: Decimal, unit: str) -> str:
    """ "14 days", "1 day", "£1,200", "85%", "12" without a unit."""
    unit, words = unit.strip(), show_number(number)
    if unit in _MONEY and unit:
        words = words if number == number.to_integral_value() else _pence(number)
        return words.replace("−", f"−{unit}") if number < 0 else f"{unit}{words}"
    if unit == "%":
        return f"{words}%"
    return f"{words}\u00a0{_one(unit) if abs(number) == 1 else unit}" if unit else words


def _pence(number: Decimal) -> str:
    words = f"{abs(number.quantize(Decimal('0.01'), ROUND_HALF_UP)):,f}"
    return f"−{words}" if number < 0 else words


_ONE = {
    "days": "day",
    "hours": "hour",
    "minutes": "minute",
    "months": "month",
    "people": "person",
    "points": "point",
    "seconds": "second",
    "visits": "visit",
    "weeks": "week",
}


def _one(unit: str) -> str:
    return _ONE.get(unit, unit)


def _read(bare: str) -> Decimal | None:
    for sign, words in _VULGAR.items():
        bare = bare.replace(sign, f" {words}")
    bare = bare.strip()
    fraction = _FRACTION.fullmatch(bare)
    if fraction is not None:
        bottom = Decimal(fraction["bottom"])
        if not bottom:
            return None
        return Decimal(fraction["whole"] or 0) + _part(Decimal(fraction["top"]), bottom)
    for pattern, mark in _GROUPED:
        if pattern.fullmatch(bare):
            return Decimal(bare.replace(mark, "").replace(",", "."))
    return Decimal(bare.replace(",", ".")) if _PLAIN.fullmatch(bare) else None


def _part(top: Decimal, bottom: Decimal) -> Decimal:
    exact = (top / bottom).quantize(Decimal(1).scaleb(-MOST_PLACES), ROUND_HALF_UP)
    return exact if exact * bottom == top else exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _too_large(number: Decimal) -> bool:
    most = Decimal(10) ** MOST_DIGITS
    return abs(number) >= most or abs(_bare(number)) >= most


def _bare(number: Decimal) -> Decimal:
    """Rounded to what the file keeps, without noughts at its end and without a minus nought."""
    rounded = number.quantize(Decimal(1).scaleb(-MOST_PLACES), ROUND_HALF_UP)
    if not rounded:
        return Decimal(0)
    short = rounded.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def _begun(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
