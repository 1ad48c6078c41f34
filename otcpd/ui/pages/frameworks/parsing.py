"""How what stands in the fields of frameworks is read and shown."""

from __future__ import annotations

from otcpd.actions.names import named, one_line
from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework_ref import MOST_CODE, parse_edition


def read_name(text: str) -> str:
    """A text of one line."""
    return named(text)


def shown(value: str) -> str:
    """A text as it is."""
    return value


def read_edition(text: str) -> str:
    """The name of an edition. Raises NotAcceptable for one that cannot be."""
    edition = one_line(text)
    if parse_edition(f"x@{edition}") is None or len(edition) > MOST_CODE:
        raise NotAcceptable("This cannot name an edition.", next_step="Give a year or a number, as in 2026.")
    return edition


def read_code(text: str) -> str:
    """A code. Raises NotAcceptable for one that is too long."""
    code = one_line(text)
    if len(code) > MOST_CODE:
        raise NotAcceptable(f"A code has at most {MOST_CODE} letters.", next_step="Give a short one, as in L1.")
    return code


def read_level(text: str) -> int:
    """A level. Raises NotAcceptable for what is no number."""
    digits = text.strip()
    if not digits.isdecimal() or len(digits) > 4 or int(digits) > MOST_LEVEL:
        raise NotAcceptable(f"A level is a number up to {MOST_LEVEL}.", next_step="Write it in figures, as in 6.")
    return int(digits)


def read_levels(text: str) -> tuple[int, ...]:
    """Levels such as "5 to 8", "5-8" or "2, 3, 5". Raises NotAcceptable for anything else."""
    found: set[int] = set()
    for part in text.replace("–", "-").replace(" to ", "-").replace(";", ",").split(","):
        if not part.strip():
            continue
        first, dash, last = part.partition("-")
        low = read_level(first)
        high = read_level(last) if dash else low
        if high < low:
            raise NotAcceptable(f"‘{part.strip()}’ goes backwards.", next_step="Give the lower level first.")
        found |= set(range(low, high + 1))
    return tuple(sorted(found))


def show_levels(numbers: tuple[int, ...]) -> str:
    """ "5 to 8, 12": runs of levels in short."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
