"""Money in pounds: read from what people type, written as "£120" or "£120.50". Kept as whole pence."""

from __future__ import annotations

import re

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.learning_plan import MOST_PENCE
from otcpd.domain.words import quoted

_NOTHING = frozenset(("free", "nothing", "no cost", "none", "at no cost", "no charge"))
_AMOUNT = re.compile(
    r"(?:£|gbp)?\s*(?P<pounds>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.(?P<pence>[0-9]{1,2}))?\s*(?:pounds?|gbp)?",
    re.IGNORECASE,
)
_PENCE = re.compile(r"(?P<pence>[0-9]{1,4})\s*(?:p|pence)", re.IGNORECASE)
_FORM = "Write it as £120 or £120.50."


def pounds(pence: int) -> str:
    """ "£120", "£120.50", "£1,200"."""
    whole, rest = divmod(pence, 100)
    return f"£{whole:,}{f'.{rest:02}' if rest else ''}"


def parse_pounds(text: str) -> int:
    """Pence meant by "£120", "120.50", "1,200", "50p" or "free". Raises NotAcceptable for anything else."""
    shown = " ".join(text.split())
    if shown.casefold() in _NOTHING:
        return 0
    if (found := _PENCE.fullmatch(shown)) is not None:
        return int(found["pence"])
    found = _AMOUNT.fullmatch(shown)
    if found is None:
        happened = f"{quoted(shown)} does not read as a sum of money." if shown else "There is no sum of money yet."
        raise NotAcceptable(happened, next_step=_FORM)
    pence = int(found["pounds"].replace(",", "")) * 100 + int((found["pence"] or "0").ljust(2, "0"))
    if pence > MOST_PENCE:
        raise NotAcceptable(f"{quoted(shown)} is more than a million pounds.", next_step=_FORM)
    return pence
