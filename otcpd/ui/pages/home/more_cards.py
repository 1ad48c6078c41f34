"""What Home shows besides: built once its first picture is on the screen."""

from __future__ import annotations

from otcpd.actions.next_steps import Overview
from otcpd.ui.pages.home.protected_card import ProtectedCard
from otcpd.ui.pages.home.side_cards import MixCard, RenewalCard, TrainingCard
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.board import Board


class MoreCards:
    """Each hides while it has nothing to say."""

    def __init__(self, theme: Theme, board: Board, *, doable: bool = True) -> None:
        self.mixture = MixCard(theme)
        self.renewal = RenewalCard(theme)
        self.protected = ProtectedCard(theme)
        self.training = TrainingCard(theme, doable=doable)
        board.add_left(self.mixture)
        board.add_right(self.renewal, self.protected, self.training)

    def show_overview(self, overview: Overview) -> None:
        """Show how things stand now."""
        for card in (self.mixture, self.renewal, self.protected, self.training):
            card.show_overview(overview)
