"""The pages of the help: Markdown of ours, with the facts of the catalogue and the table of keys put in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from otcpd.catalogue import load_catalogue
from otcpd.domain.cycle import RegistrationCycle
from otcpd.domain.dates import long_day
from otcpd.domain.words import in_words, tally
from otcpd.ui.shell.keys import grouped_keys

_PAGES = (
    "home",
    "log",
    "quick-note",
    "supervision",
    "protected",
    "pathway",
    "plan",
    "assessment",
    "roles",
    "next_role",
    "coverage",
    "frameworks",
    "impact",
    "reading",
    "evidence",
    "portfolio",
    "settings",
    "bin",
)
ORDER = ("start", *_PAGES, "find", "keys")
"""The topics as the contents list them. A page of the window has the topic of its key."""
CONTENTS = "contents"
FOUND = "found"
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[#*`|]|^- |^[0-9]+\. ", re.MULTILINE)
_AROUND = 60
"""Letters of a text shown before and after what was found."""


@dataclass(frozen=True, slots=True)
class Topic:
    """`text` is Markdown; links lead to other topics by their keys."""

    key: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """The words alone, as one line."""
        return " ".join(_MARKS.sub("", _LINK.sub(r"\1", self.text)).split())


def load_topics(cycle: RegistrationCycle) -> tuple[Topic, ...]:
    """All topics, in the order of the contents. `cycle` is that of today, for this person."""
    facts = _facts(cycle)
    return tuple(_topic(key, facts) for key in ORDER)


def source_of(key: str) -> str:
    """The Markdown of a topic as it stands in the resources."""
    return files("otcpd.resources").joinpath("help").joinpath(f"{key}.md").read_text(encoding="utf-8")


def contents(topics: Sequence[Topic]) -> Topic:
    """The list of all topics."""
    lines = "\n".join(f"- [{topic.title}]({topic.key})" for topic in topics)
    return Topic(CONTENTS, "Help", f"# Help\n\n{lines}\n")


def find(topics: Sequence[Topic], query: str) -> Topic:
    """The topics that hold every word, those with it in the title first, each with a piece of its text."""
    words = query.casefold().split()
    found = [topic for topic in topics if all(word in topic.plain.casefold() for word in words)]
    found.sort(key=lambda topic: not any(word in topic.title.casefold() for word in words))
    lines = [f"- [{topic.title}]({topic.key})\n\n  {_piece(topic.plain, words)}" for topic in found]
    count = f"{tally(len(found), 'page')} of the help" if found else "Nothing found. Try another word."
    return Topic(FOUND, count, "\n".join([f"# {count}", "", *lines]))


def _topic(key: str, facts: dict[str, str]) -> Topic:
    text = Template(source_of(key)).substitute(facts)
    return Topic(key, text.split("\n", 1)[0].removeprefix("# ").strip(), text)


def _facts(cycle: RegistrationCycle) -> dict[str, str]:
    catalogue = load_catalogue()
    rules = catalogue.rules
    return {
        "cycle_dates": "your own dates" if cycle.own else "HCPC’s dates for occupational therapists",
        "cycle_start": long_day(cycle.start),
        "cycle_end": long_day(cycle.end),
        "window_start": long_day(cycle.window_start),
        "checked_on": long_day(catalogue.checked_on["hcpc"]),
        "gap_months": in_words(rules.gap_months),
        "summary_words": f"{rules.summary_words:,}",
        "statement_words": f"{rules.statement_words:,}",
        "list_min": str(rules.list_min),
        "list_max": str(rules.list_max),
        "keys": _key_tables(),
    }


def _key_tables() -> str:
    parts = []
    for group, entries in grouped_keys():
        rows = [f"- {_as_keys(entry.for_people)}: {entry.does.removesuffix('…')}" for entry in entries]
        parts.append("\n".join([f"## {group.value}", *rows]))
    return "\n\n".join(parts)


def _as_keys(words: str) -> str:
    """ "`Alt` or `F10`": what joins the keys is none."""
    return " or ".join(f"`{key}`" for key in words.split(" or "))


def _piece(text: str, words: Sequence[str]) -> str:
    """Some of the text around the first word that was found."""
    place = max(text.casefold().find(words[0]), 0) if words else 0
    start, stop = max(0, place - _AROUND), min(len(text), place + _AROUND)
    before, after = "…" if start else "", "…" if stop < len(text) else ""
    return f"{before}{text[start:stop].strip()}{after}"
