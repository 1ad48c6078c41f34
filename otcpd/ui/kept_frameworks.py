"""All frameworks of the open CPD file, read once for every page: a framework may have thousands of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.domain.changes import Changes
from otcpd.domain.frameworks import Frameworks

if TYPE_CHECKING:
    from otcpd.ui.session import Session


class KeptFrameworks:
    """Kept until a step changes one of them, or a link between them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._frameworks: Frameworks | None = None

    def now(self) -> Frameworks:
        """The frameworks as they are. Raises what reading the file raises."""
        if self._frameworks is None:
            self._frameworks = all_frameworks(self._session.record)
        return self._frameworks

    def follow(self, changes: Changes) -> None:
        """The session calls it before it tells of a change: whoever hears of that looks items up here."""
        if changes.of("framework") or changes.of("framework_link"):
            self._frameworks = None
