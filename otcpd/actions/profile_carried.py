"""The data that a profile PDF carries: our JSON with what the profile prints, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from otcpd.actions.carried_ids import carried_id
from otcpd.actions.profile import CPD_STANDARDS
from otcpd.domain.evidence import EvidenceState
from otcpd.domain.gaps import GapReason
from otcpd.domain.layers import Layer, may_leave
from otcpd.domain.period import Period
from otcpd.domain.portfolio import Portfolio
from otcpd.exchange.json_document import Json
from otcpd.exchange.json_layout import FIRST_VERSION, FORMAT
from otcpd.portfolio.carrying import encoded
from otcpd.portfolio.content import GapRow, ProfileContent
from otcpd.portfolio.selection import Selection, select
from otcpd.portfolio.wording import evidence_name, footer_period
from otcpd.record.ids import instant_text
from otcpd.record.record import Record


def carried_document(record: Record, content: ProfileContent, portfolio: Portfolio) -> bytes:
    """The profile as our JSON, for the PDF to carry: what an import needs to make it again.

    Its texts are those that the profile prints, and no others. Besides them there are minutes, the codes of
    categories, reasons for gaps and HCPC's CPD standards, and the kinds of files. There are no names of
    files, and nothing that tells when an entry was made. The same content gives the same bytes; it takes
    milliseconds.
    """
    return encoded(_Carrying(record, content, portfolio).document())


@dataclass(frozen=True, slots=True)
class _Carrying:
    """One profile on its way into its own PDF."""

    record: Record
    content: ProfileContent
    portfolio: Portfolio

    def document(self) -> Json:
        selection = self._selection()
        owner = carried_id(self.record.owner)
        return {
            "format": FORMAT,
            "version": FIRST_VERSION,  # it holds nothing that came later, so older programs can take it
            "owner": owner,
            "people": [self._person(owner)],
            "activities": list(self._activities(selection)),
            "evidence": list(self._evidence(selection)),
            "gap_reasons": [
                _gap_reason(one, gaps) for one in self.record.gap_reasons.all() if (gaps := self._printing(one))
            ],
            "portfolios": [self._portfolio(selection)],
        }

    def _selection(self) -> Selection:
        """What `content` was made from: its rows are numbered in the order of `Selection.listed`."""
        cover = self.content.cover
        return select(
            self.record.activities.all(cover.start, cover.end),
            self.record.evidence.all(),
            self.portfolio,
            self.record.owner,
            Period(cover.start, cover.end),
            cover.prepared,
        )

    def _person(self, owner: str) -> Json:
        cover = self.content.cover
        return {
            "id": owner,
            "name": cover.name,
            "profession": cover.profession,
            "registration": cover.registration,
            "audit_number": cover.audit_number,
        }

    def _activities(self, selection: Selection) -> Iterator[Json]:
        evidence = {row.number: row.id for row in self.content.evidence}
        for row, activity in zip(self.content.activities, selection.listed, strict=True):
            yield {
                "id": carried_id(activity.id),
                "date": row.start.isoformat(),
                "end_date": row.end and row.end.isoformat(),
                "title": row.title,
                "category": activity.category,
                "minutes": activity.minutes,
                "standards": [one for one in activity.standards if one.startswith(f"{CPD_STANDARDS}@")],
                "evidence": [carried_id(evidence[number]) for number in row.evidence],
                "created": self._instant(row.number),
                "modified": self._instant(row.number),
            }

    def _evidence(self, selection: Selection) -> Iterator[Json]:
        for row in self.content.evidence:
            if row.id:
                item = selection.evidence[row.id]
                yield {
                    "id": carried_id(item.id),
                    "name": evidence_name(row.number),
                    "caption": item.caption.strip() if may_leave(item.caption_layer, Layer.REGULATOR) else "",
                    "kind": item.kind,
                    "state": EvidenceState.READABLE,  # of the pages that come back; that of the file is not in print
                    "created": self._instant(row.number),
                }

    def _printing(self, reason: GapReason) -> list[GapRow]:
        """The gaps of the profile that show this reason, or its note."""
        texts = ((reason.reason, reason.reason_layer), (reason.note, reason.note_layer))
        if not any(text.strip() and may_leave(layer, Layer.REGULATOR) for text, layer in texts):
            return []
        return [one for one in self.content.gaps if max(reason.start, one.start) <= min(reason.end, one.end)]

    def _portfolio(self, selection: Selection) -> Json:
        content, cover = self.content, self.content.cover
        return {
            "id": carried_id(self.portfolio.id),
            # The name she gave it is in no profile; this stands at the foot of each page.
            "name": footer_period(cover),
            "start": cover.start.isoformat(),
            "end": cover.end.isoformat(),
            "summary": content.summary.text,
            "statement": content.statement.text,
            "chosen": [carried_id(selection.listed[one.number - 1].id) for one in content.statement_activities],
            "evidence_numbers": {carried_id(row.id): row.number for row in content.evidence if row.id},
            "created": self._instant(0),
        }

    def _instant(self, number: int) -> str:
        """An instant that tells nothing but the day of the profile, and keeps things of one day in their order."""
        midnight = datetime.combine(self.content.cover.prepared, time(), UTC)
        return instant_text(midnight + timedelta(milliseconds=number))


def _gap_reason(one: GapReason, gaps: Sequence[GapRow]) -> Json:
    """A reason with the days that are printed: its own where a gap has several, else those of its gaps. When
    somebody was ill, say, is not told by a profile that prints how long the gap was."""
    alone = all(len(gap.reasons) == 1 for gap in gaps)
    start, end = (gaps[0].start, gaps[-1].end) if alone else (one.start, one.end)
    return {
        "id": carried_id(one.id),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "reason": one.reason if may_leave(one.reason_layer, Layer.REGULATOR) else "",
        "note": one.note.strip() if may_leave(one.note_layer, Layer.REGULATOR) else "",
    }
