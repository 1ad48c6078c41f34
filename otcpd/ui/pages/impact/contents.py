"""What the page knows of impact chains, kept up with each change."""

from __future__ import annotations

from collections import defaultdict

from otcpd.domain.changes import Changes
from otcpd.domain.impact import Impact
from otcpd.domain.impact_figures import NO_THEME, spelt, theme_of
from otcpd.domain.pathway_texts import IMPACT_TEXTS
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.impact import words


class ImpactContents:
    """Read once; `follow` then reads what changed."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.chains: dict[str, Impact] = {}
        self._folded: dict[str, str] = {}
        self.read_all()

    def read_all(self) -> None:
        """Read everything anew."""
        self.chains = {one.id: one for one in self._record.impacts.all()}
        self._folded.clear()

    def follow(self, changes: Changes) -> bool:
        """Keep up with a change; False if it is none of ours."""
        if changes.of("record"):
            self.read_all()
            return True
        ids = changes.of("impact")
        if changes.of("activity"):
            ids |= {one.id for one in self.chains.values() if changes.of("activity") & set(one.activities)}
        if not ids:
            return False
        for key in ids:
            self.chains.pop(key, None)
            self._folded.pop(key, None)
        self.chains |= {one.id: one for one in self._record.impacts.some(ids) if one.deleted is None}
        return True

    def themes(self) -> list[str]:
        """Every theme in use, by name."""
        return sorted(spelt(one.theme for one in self.chains.values() if one.theme.strip()).values(), key=str.casefold)

    def rows(self, query: str = "") -> list[Row]:
        """The list: a head for each theme, the newest chain of each first; those alone that have all the words."""
        asked = query.casefold().split()
        names = spelt(one.theme for one in sorted(self.chains.values(), key=_oldest_first))
        under: dict[str, list[Impact]] = defaultdict(list)
        for one in sorted(self.chains.values(), key=_newest_first):
            if not asked or all(word in self._words_of(one) for word in asked):
                under[names[theme_of(one.theme).casefold()]].append(one)
        rows: list[Row] = []
        for theme in sorted(under, key=_without_last):
            rows.append(Row(f"theme {theme}", theme, head=True))
            rows += [_row(one) for one in under[theme]]
        return rows

    def _words_of(self, one: Impact) -> str:
        if one.id not in self._folded:
            texts = (getattr(one, name) for name in IMPACT_TEXTS)
            measures = (f"{measure.name} {measure.unit}" for measure in one.measures)
            self._folded[one.id] = " ".join((one.theme, words.meta(one), *texts, *measures)).casefold()
        return self._folded[one.id]


def _row(one: Impact) -> Row:
    aside = "" if one.told else words.NOT_ON_PAGE
    return Row(one.id, words.title(one), words.meta(one), aside=aside, lines=2)


def _oldest_first(one: Impact) -> tuple[int, str]:
    return one.day.toordinal(), one.id


def _newest_first(one: Impact) -> tuple[int, str]:
    return -one.day.toordinal(), one.id


def _without_last(theme: str) -> tuple[bool, str]:
    return theme == NO_THEME, theme.casefold()
