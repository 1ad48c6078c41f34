"""What the palette finds: pages, actions, parts of pages, help, activities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from otcpd.actions.quick_note import found_by_title
from otcpd.actions.saved_filters import cannot_use, saved_filters
from otcpd.domain.dates import long_day
from otcpd.domain.goal_progress import in_order
from otcpd.record.picking import Picked
from otcpd.ui.palette.matching import fit
from otcpd.ui.shell.keys import keys_for_people, keys_of
from otcpd.ui.shell.registry import PAGES

if TYPE_CHECKING:
    from otcpd.ui.shell.main_window import MainWindow

FIRST = ("Action New activity", "Action Quick note", "Action Export profile…", "Page Bin")
"""Keys of the entries that stand at the top while nothing is typed."""
MOST = 60
"""Entries shown at most: nobody reads further, she types on."""
MOST_ACTIVITIES, MOST_GOALS = 20, 5
ACTIVITY = "Activity"
"""With this word an activity says what it is; where its title does not show why it was found, more follows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` stays the same from one day to the next; `kind` and `hint` stand beside the name, `keys` at the end."""

    key: str
    text: str
    kind: str
    icon: str
    run: Callable[[], object]
    hint: str = ""
    keys: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.text, self.kind, self.hint, self.keys) if part)


def fixed_entries(window: MainWindow) -> list[Entry]:
    """Everything there is but the activities, as it can be done now: the pages first, in their own order."""
    can_change = not window.desk.session.read_only
    pages = {spec.page.name: spec.page.icon for spec in PAGES}
    entries: list[Entry] = []
    for command in window.menu.commands():
        if command.key == keys_of("palette") or (command.changes and not can_change):
            continue
        page = command.menu == "Go" and command.text in pages
        kind, icon = (_PAGE, pages[command.text]) if page else ("Help", "info") if command.menu == "Help" else _ACTION
        key = f"{kind} {command.text}"
        entries.append(Entry(key, command.text, kind, icon, command.run, keys=keys_for_people(command.key)))
    order = list(pages)
    to_pages = sorted((order.index(entry.text), place) for place, entry in enumerate(entries) if entry.kind == _PAGE)
    entries = [entries[place] for _, place in to_pages] + [entry for entry in entries if entry.kind != _PAGE]
    known = {entry.text.rstrip("…") for entry in entries}
    for spec in PAGES:
        for offer in spec.offers:
            if (can_change or not offer.changes) and offer.text not in known:
                key = f"offer {spec.page.key} {offer.key}"
                run = partial(_take_up, window, spec.page.key, offer.key)
                entries.append(Entry(key, offer.text, spec.page.name, spec.page.icon, run))
    return [*entries, *_filters(window)]


def _filters(window: MainWindow) -> list[Entry]:
    """The filters of the log that the person keeps."""
    return [
        Entry(f"filter {one.name}", one.name, "Saved filter", "filter", partial(_use_filter, window, one.name))
        for one in saved_filters(window.desk.session.record)
    ]


_PAGE = "Page"
_ACTION = ("Action", "")


def activity_entries(window: MainWindow, query: str) -> list[Entry]:
    """The newest activities that hold every word of the query, and goals; those with it in the title first."""
    found = found_by_title(window.desk.session.record, query, MOST_ACTIVITIES)
    in_title = [one for one in found if fit(query, one.title)]
    inside = [one for one in found if one not in in_title]
    why = f"Activity, with ‘{' '.join(query.split())}’ in its text"
    return [
        *(_activity(window, one) for one in in_title),
        *_goals(window, query),
        *(_activity(window, one, why) for one in inside),
    ]


def ranked(entries: Sequence[Entry], query: str, recent: Sequence[str]) -> list[Entry]:
    """Those that fit, the best first. Without a query what most people come for, what was used lately, then all."""
    if not query.strip():
        by_key = {entry.key: entry for entry in entries}
        wanted = dict.fromkeys((*FIRST, *recent))
        above = [by_key[key] for key in wanted if key in by_key]
        return [*above, *(entry for entry in entries if entry.key not in wanted)]
    scored = [(_score(entry, query, recent), place, entry) for place, entry in enumerate(entries)]
    return [entry for score, _place, entry in sorted(scored, key=_best_first) if score][:MOST]


def _score(entry: Entry, query: str, recent: Sequence[str]) -> float:
    name = fit(query, entry.text)
    # "settings backups" finds the section by its page too, but not as well.
    score = name or fit(query, f"{entry.text} {entry.kind}") / 3 if entry.kind != "Action" else name
    return score + (5 if score and entry.key in recent else 0)


def _best_first(scored: tuple[float, int, Entry]) -> tuple[float, int]:
    return -scored[0], scored[1]


def _activity(window: MainWindow, one: Picked, kind: str = ACTIVITY) -> Entry:
    return Entry(
        f"activity {one.id}",
        " ".join(one.title.split()),
        kind,
        "log",
        partial(window.show_activity, one.id),
        hint=long_day(one.date, brief=True),
    )


def _goals(window: MainWindow, query: str) -> list[Entry]:
    """Goals that hold every word of the query."""
    record = window.desk.session.record
    found = record.search(query).get("goal", frozenset())
    goals = in_order(one for one in record.goals.some(found) if one.deleted is None) if found else []
    return [
        Entry(
            f"goal {one.id}",
            one.called,
            "Goal",
            "rosette",
            partial(window.go_to, "pathway", one.id),
            hint=f"By {long_day(one.target, brief=True)}" if one.target is not None and one.is_open else "",
        )
        for one in goals[:MOST_GOALS]
    ]


def _use_filter(window: MainWindow, name: str) -> None:
    """Show the log through a kept filter, and nothing else."""
    from otcpd.ui.pages.log.filters import Filters  # the palette does without the log until it is wanted
    from otcpd.ui.pages.log.page import LogPage

    saved = next((one for one in saved_filters(window.desk.session.record) if one.name == name), None)
    if saved is not None and saved.only is None:
        window.desk.messages.say(cannot_use(name), icon="info")
        return
    page = window.go_to("log")
    if saved is not None and saved.only is not None and isinstance(page, LogPage):
        page.tools.set_filters(Filters(only=saved.only))


def _take_up(window: MainWindow, page: str, offer: str) -> None:
    window.go_to(page).take_up(offer)
