"""Settings: which program this is, and where its facts come from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd import __version__
from otcpd.catalogue.sources import FactFile, fact_files
from otcpd.domain.dates import long_day
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.sources import Sources

LICENCE = "Free software under the MIT licence. The fonts Inter and Noto Sans are under the SIL Open Font License."
NOTHING_SENT = (
    "Nothing is sent anywhere. otcpd never goes online: it asks for no account, looks for no updates and counts "
    "nothing you do."
)
FAULTS = (
    "If something goes wrong in otcpd itself, it keeps a report on this computer. There is none of your text in it, "
    "and it goes nowhere unless you send it."
)
NO_FAULTS = "No report has been kept so far."
SHOW_REPORTS = "Show the reports"
FACTS = {
    "hcpc": "Registration cycles and limits of a profile",
    "activity_types": "Types of activity",
    "standards": "Standards",
    "frameworks": "Career frameworks",
    "reflective_models": "Reflective models",
    "gap_reasons": "Reasons for a gap",
    "identifiers": "What can tell who a service user is",
    "supervision": "Supervision and protected time",
    "pathway": "What a role asks, and names of outcome measures",
    "sectors": "Kinds of employer and the list of councils",
}


class AboutSection(SettingsSection):
    """Facts only: nothing here can be changed."""

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        self.reports = Button(desk.theme, SHOW_REPORTS, compact=True, parent=self)
        self._add_program()
        self._add_promises()
        self._add_facts()

    def show_thing(self, rest: str) -> None:
        if rest == "sources":
            self.facts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_program(self) -> None:
        card = self.add_card(f"otcpd {__version__}")
        card.body.addWidget(Label(self.desk.theme, LICENCE, Role.WHY, "ink2", wrap=True))

    def _add_promises(self) -> None:
        theme = self.desk.theme
        card = self.add_card("What leaves this computer")
        card.body.addWidget(IconLine(theme, "shield", NOTHING_SENT, icon_token="accent", wrap=True))
        folder = self.desk.session.services.reports_folder
        card.body.addWidget(Label(theme, FAULTS, Role.WHY, "ink2", wrap=True))
        if folder.is_dir():
            card.body.addWidget(Label(theme, f"Reports are in ‘{folder}’.", Role.WHY, "ink2", wrap=True))
            card.body.addLayout(Overhang(self.reports))
            self.reports.clicked.connect(self._on_reports)
        else:
            card.body.addWidget(Label(theme, NO_FAULTS, Role.WHY, "ink2", wrap=True))
            self.reports.hide()

    def _add_facts(self) -> None:
        theme = self.desk.theme
        card = self.add_card()
        self.facts = Label(theme, "Where the facts come from", Role.CARD_TITLE, wrap=True)
        self.facts.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card.body.addWidget(self.facts)
        self.sources: list[Sources] = []
        for file in fact_files():
            card.body.addWidget(Label(theme, FACTS[file.name], Role.LABEL, wrap=True))
            card.body.addWidget(Label(theme, _compared(file), Role.META, "ink2", wrap=True))
            self.sources.append(Sources(theme, _sources(file), FACTS[file.name]))
            card.body.addWidget(self.sources[-1])

    def _on_reports(self) -> None:
        if not self.desk.desktop.open(self.desk.session.services.reports_folder):
            self.desk.messages.say("No program here can show that folder.", icon="error")


def _compared(file: FactFile) -> str:
    lines = [f"Compared with their sources on {long_day(file.checked_on)}."]
    if not file.all_confirmed:
        lines.append("Some could not be compared with an original, and say so where you meet them.")
    return "\n".join(lines)


def _sources(file: FactFile) -> str:
    return "\n".join(f"{one.name} ({one.address})" if one.address else one.name for one in file.sources)
