"""Tables of what was agreed to do: from this session, and from those before."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.portfolio.papers.content import PaperAction
from otcpd.portfolio.papers.layout import Grid, GridColumn
from otcpd.portfolio.papers.wording import action_state, day_words
from otcpd.portfolio.wording import NOTHING

_WHAT = GridColumn("What", names=True)
_WHO = GridColumn("Who", 92.0)
_BY = GridColumn("By", 68.0)
_STATE = GridColumn("State", 116.0)
_FROM = GridColumn("Agreed on", 68.0)


def new_actions(actions: Sequence[PaperAction], caption: str) -> Grid:
    """What was agreed in this session: what, who, by when, how it stands."""
    return Grid((_WHAT, _WHO, _BY, _STATE), tuple((*_what(one), action_state(one)) for one in actions), caption)


def carried_actions(actions: Sequence[PaperAction], caption: str) -> Grid:
    """What was agreed before and is still open, or was closed since: also when it was agreed."""
    rows = tuple((*_what(one), day_words(one.agreed_on), action_state(one)) for one in actions)
    return Grid((_WHAT, _WHO, _BY, _FROM, _STATE), rows, caption)


def _what(action: PaperAction) -> tuple[str, str, str]:
    return action.text, action.who.strip() or NOTHING, day_words(action.due)
