"""What of a calendar was left out and why, told so that a person can read it."""

from __future__ import annotations

from otcpd.domain.words import counted, tally

_MOST_NAMED = 10
"""So many with the same reason are named one by one."""


class LeftOut:
    """Gathers what is left out."""

    def __init__(self) -> None:
        self._named: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}

    def add(self, what: str, why: str) -> None:
        """One appointment, and the reason as a sentence."""
        named = self._named.setdefault(why, [])
        if len(named) <= _MOST_NAMED:
            named.append(what)
        self._counts[why] = self._counts.get(why, 0) + 1

    def told(self) -> tuple[tuple[str, str], ...]:
        """Pairs of what and why; many for the same reason are one number."""
        found: list[tuple[str, str]] = []
        for why, named in self._named.items():
            if len(named) > _MOST_NAMED:
                found.append((tally(self._counts[why], "appointment"), why))
            else:
                found += [(what, why) for what in named]
        return tuple(found)


_OTHERS = {"VTODO": ("task", ""), "VJOURNAL": ("diary entry", "diary entries")} | {
    "VFREEBUSY": ("list of free and busy times", "lists of free and busy times"),
    "VCARD": ("contact", ""),
}


def others_in_words(kinds: dict[str, int]) -> list[str]:
    """What else is in a calendar, by the names of its components: "two tasks"."""
    return [counted(number, *_OTHERS[kind]) for kind, number in kinds.items() if kind in _OTHERS]
