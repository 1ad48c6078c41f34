"""The HCPC registration number of an occupational therapist."""

from __future__ import annotations

import re
import unicodedata

from otcpd.domain.errors import NotAcceptable

_NUMBER = r"OT[0-9]{4,6}"
_MOST = 24
"""Characters of something that is no number that are told back."""
_EXAMPLE = "It is OT and up to six figures, as in OT000123. You find it in your HCPC account."


def registration_number(text: str) -> str:
    """`text` as HCPC writes it: "ot 000123" gives "OT000123". It stays text, so its zeros stay.

    HCPC gives each profession its letters and up to six figures (hcpc-uk.org, "How to check the
    Register"; OT by the registrant snapshot of November 2021). Fewer than four figures is taken for a
    slip. Raises NotAcceptable.
    """
    number = re.sub(r"[\s.\-–]", "", unicodedata.normalize("NFKC", text)).upper()
    if re.fullmatch(_NUMBER, number):
        return number
    raise NotAcceptable(_what_is_wrong(number if len(number) <= _MOST else f"{number[:_MOST]}…"), next_step=_EXAMPLE)


def _what_is_wrong(number: str) -> str:
    if not number:
        return "There is no registration number yet."
    if number.startswith("0T"):
        return f"‘{number}’ starts with a zero instead of the letter O."
    if re.fullmatch(r"[0-9]+", number):
        return f"‘{number}’ lacks the letters OT."
    if re.fullmatch(r"OT[0-9]*", number):
        return f"‘{number}’ has {len(number) - 2} figures, and an OT’s number has four to six."
    if re.fullmatch(r"[A-Z]{2,3}[0-9]{4,6}", number):
        return f"‘{number}’ is a number of another profession."
    return f"‘{number}’ is not the number of an occupational therapist."
