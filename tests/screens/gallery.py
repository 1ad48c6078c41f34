"""Pictures of every component in every state, light and dark, at 100 and 150 %.

Run `python -m tests.screens.gallery OUT_DIR` and look at them beside the design.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from otcpd.domain.activity import Category
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.layers import Layer
from otcpd.ui.announce import Announcer
from otcpd.ui.models.activity_list import ActivityListModel
from otcpd.ui.models.log_entries import ActivityEntry, GapEntry, in_order
from otcpd.ui.theme.fonts import offer_shipped_fonts
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.activity_list import ActivityList
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.check import RadioChoice, TickBox
from otcpd.ui.widgets.chip_input import ChipInput
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.dialog import Dialog
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.painted_button import PaintedButton
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.reader_tag import ReaderTag
from otcpd.ui.widgets.save_state import SaveState
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.sidebar import Page, Sidebar
from otcpd.ui.widgets.switch import Switch
from otcpd.ui.widgets.text_field import TextField
from otcpd.ui.widgets.tile import CategoryTile
from otcpd.ui.widgets.toast import Toast
from otcpd.ui.widgets.word_counter import WordCounter

TODAY = date(2026, 11, 21)
PAGES = (
    Page("home", "home", "Home"),
    Page("log", "log", "CPD log"),
    Page("evidence", "evidence", "Evidence"),
    Page("portfolio", "portfolio", "Portfolio"),
    Page("team", "team", "Team", 1),
    Page("settings", "settings", "Settings", 2),
)


def row(*widgets: QWidget, gap: int = 6) -> QHBoxLayout:
    """Widgets side by side, at the left."""
    made = QHBoxLayout()
    made.setSpacing(gap)
    for widget in widgets:
        made.addWidget(widget)
    made.addStretch(1)
    return made


def forced(button: PaintedButton, *, ring: bool = False, pointed: bool = False, down: bool = False) -> PaintedButton:
    """A button shown in a state that it would otherwise be in for a moment only."""
    button.set_ring(ring)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, pointed)
    button.setDown(down)
    return button


def buttons(theme: Theme) -> Card:
    """All kinds of buttons in all states."""
    card = Card(theme, "Buttons", "Rest, pointed at, pressed, focus, off")
    for kind, text, picture in (
        (Kind.FILLED, "New activity", "plus"),
        (Kind.OUTLINED, "Preview", "eye"),
        (Kind.QUIET, "Rules", ""),
        (Kind.DELETE, "Delete", ""),
        (Kind.DELETE_FILLED, "Delete the file", ""),
    ):
        states = [
            Button(theme, text, kind, icon=picture),
            forced(Button(theme, text, kind, icon=picture), pointed=True),
            forced(Button(theme, text, kind, icon=picture), down=True),
            forced(Button(theme, text, kind, icon=picture), ring=True),
        ]
        off = Button(theme, text, kind, icon=picture)
        off.set_off("There is nothing to show yet.")
        card.body.addLayout(row(*states, off))
    card.body.addLayout(
        row(
            Button(theme, "Any category", icon="filter"),
            Button(theme, "Newest first", trailing="chevron"),
            Button(theme, "Try again", compact=True),
            Button(theme, icon="dots", kind=Kind.QUIET, name="More"),
        )
    )
    return card


def fields(theme: Theme) -> Card:
    """Fields at rest, with focus, with a mistake."""
    card = Card(theme, "Fields")
    title = TextField(theme)
    title.set_text("Joint moving and handling training")
    title.set_look(focused=True)
    wrong = DateField(theme, _parse, long_day, _today)
    form = FormField(theme, "Date", wrong)
    wrong.set_text("31 November 2026")
    wrong.commit()
    tags = ChipInput(theme)
    tags.set_tags(["falls", "home safety"])
    long_text = LongText(theme)
    long_text.set_text(
        "I now do a lights-off walk-through on every first visit, and I added two lighting questions to our form. "
        "The team uses it too."
    )
    tag = ReaderTag(theme, Layer.PRIVATE)
    number = TextField(theme, placeholder="OT followed by up to six digits")
    for entry in (
        FormField(theme, "Title", title),
        form,
        FormField(theme, "HCPC number", number, optional=True, help_text="You will find it in your HCPC account."),
        FormField(theme, "Tags", tags),
        FormField(theme, "Effect on my practice", long_text, note="Standard 3", beside=tag),
    ):
        card.body.addWidget(entry)
    card.body.addLayout(short_fields(theme))
    return card


def short_fields(theme: Theme) -> QLayout:
    """Date, duration, category and type side by side."""
    day = DateField(theme, _parse, long_day, _today)
    day.set_value(date(2026, 11, 19))
    length = DurationField(theme, parse_duration, format_duration)
    length.set_value(60)
    category = ComboBox(theme, [("work_based", "Work-based"), ("formal", "Formal")])
    category.set_value("work_based")
    kind = ComboBox(theme, placeholder="Choose a type")
    made = QHBoxLayout()
    made.setSpacing(12)
    for label, field, stretch in (
        ("Date", day, 16),
        ("Duration", length, 8),
        ("Category", category, 14),
        ("Type", kind, 14),
    ):
        made.addWidget(FormField(theme, label, field), stretch)
    return made


def choices(theme: Theme, announcer: Announcer) -> Card:
    """Search, segmented control, switches, tick boxes, tiles."""
    card = Card(theme, "Choices")
    search = SearchField(theme, announcer, "Search your log", QKeySequence(QKeySequence.StandardKey.Find))
    found = SearchField(theme, announcer, "Search your log")
    found.set_text("falls")
    card.body.addWidget(search)
    card.body.addWidget(found)
    card.body.addLayout(
        row(SegmentedControl(theme, "Choice", [("me", "Only me"), ("sup", "Supervision"), ("prof", "Profile")]))
    )
    counted = SegmentedControl(theme, "Show", [("all", "All"), ("open", "To finish"), ("chosen", "In my statement")])
    counted.set_counts({"all": 21, "open": 2, "chosen": 5})
    counted.segment("open").set_ring(True)
    card.body.addLayout(row(counted))
    on, off = Switch(theme, "On"), Switch(theme, "Use in my statement", words_first=True)
    on.setChecked(True)
    done, open_box = TickBox(theme, "Done"), TickBox(theme, "Open")
    done.setChecked(True)
    one, other = RadioChoice(theme, "Sickness"), RadioChoice(theme, "Annual leave")
    one.setChecked(True)
    card.body.addLayout(row(on, off, done, open_box))
    card.body.addLayout(row(one, other))
    tiles = [CategoryTile(theme, category) for category in (*Category, None)]
    card.body.addLayout(row(*tiles, gap=10))
    card.body.addLayout(row(*(ReaderTag(theme, layer, "Fiona") for layer in Layer)))
    return card


def states(theme: Theme, announcer: Announcer) -> Card:
    """Counter, saving, empty state."""
    card = Card(theme, "Word counter and saving")
    for count in (1236, 1402, 1538):
        counter = WordCounter(theme, announcer, 1500)
        counter.set_count(count, aloud=False)
        card.body.addWidget(counter)
    saving, saved, failed = (SaveState(theme, announcer) for _ in range(3))
    saving.show_saving()
    saved.show_saved("09:12")
    failed.show_failed("Not saved. The disk is full. Your text is still here.")
    for state in (saving, saved, failed):
        card.body.addWidget(state)
    button = Button(theme, "New activity", Kind.FILLED, icon="plus")
    sentence = "Write down what you learnt, or type a line such as ‘2h journal club on falls yesterday’."
    card.body.addWidget(EmptyState(theme, "log", "No activities yet", sentence, button))
    return card


def log_list(theme: Theme) -> QWidget:
    """Rows of the CPD log: an activity selected with the focus, gaps open and explained."""
    model = ActivityListModel()
    names = ("Work-based", "Professional", "Formal", "Self-directed", "Other")
    titles = (
        "Journal club: home hazard assessment and falls",
        "Community OT forum, autumn meeting",
        "Joint moving and handling training with social work and the care homes of the locality",
        "Read two papers on stair lifts and carer strain",
        "Blood donor session: first aid refresher",
    )
    rows = [
        ActivityEntry(str(place), date(2026, 11, 19 - 4 * place), title, None, category, name, 60 + 15 * place, place)
        for place, (category, name, title) in enumerate(zip(Category, names, titles, strict=True))
    ]
    rows[0] = replace(rows[0], chosen=True, evidence_count=2)
    gaps = (
        GapEntry(date(2026, 3, 13), date(2026, 6, 21), "Gap of 3 months, needs a reason", "13 March to 21 June 2026"),
        GapEntry(date(2025, 9, 1), date(2025, 12, 7), "Gap of 3 months", "Sickness, 1 September to 7 December", True),
    )
    listing = ActivityList(theme, model)
    model.setParent(listing)
    model.set_entries(in_order(rows, gaps))
    listing.setFixedSize(theme.px(460), theme.px(640))
    listing.choose("0")
    return listing


def sheet(theme: Theme, announcer: Announcer) -> QWidget:
    """Everything on one ground."""
    ground = Ground(theme)
    whole = QHBoxLayout(ground)
    whole.setContentsMargins(0, 0, 0, 0)
    sidebar = Sidebar(theme, PAGES)
    sidebar.set_person("Eilidh Rowan", "Senior OT")
    sidebar.set_count("log", 2)
    sidebar.set_count("team", 2)
    sidebar.set_current("log")
    sidebar.saved.show_good("tick", "All changes saved", "Saved")
    sidebar.backup.show_problem("Backup is 9 days old", "Backup old")
    sidebar.set_shape(228, rail=False)
    sidebar.item("evidence").set_ring(True)
    rail = Sidebar(theme, PAGES)
    rail.set_person("Eilidh Rowan", "Senior OT")
    rail.set_count("log", 2)
    rail.set_current("log")
    rail.saved.show_good("tick", "All changes saved")
    rail.set_shape(64, rail=True)
    column = QVBoxLayout()
    header = PageHeader(theme, "CPD log", "21 activities since 1 November 2025")
    header.add_button(Button(theme, "Quick note", icon="note"))
    header.add_button(Button(theme, "New activity", Kind.FILLED, icon="plus"))
    column.setContentsMargins(40, 30, 40, 100)
    column.addWidget(header)
    cards = QHBoxLayout()
    cards.setSpacing(20)
    for pair in (
        (buttons(theme), states(theme, announcer)),
        (fields(theme), choices(theme, announcer)),
        (log_list(theme),),
    ):
        stack = QVBoxLayout()
        stack.setSpacing(20)
        for card in pair:
            stack.addWidget(card)
        stack.addStretch(1)
        cards.addLayout(stack)
    column.addLayout(cards)
    for widget in (sidebar, rail):
        whole.addWidget(widget)
    whole.addLayout(column, 1)
    return ground


def picture(widget: QWidget, ratio: float) -> QImage:
    """`widget` as an image at a device pixel ratio."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    widget.render(image, QPoint())
    return image


def render(out: Path, choice: ThemeChoice, ratio: float, factor: float) -> None:
    """One sheet and one dialog into `out`."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the gallery needs an application")
    theme = Theme(app.styleHints(), choice=choice, factor=factor, still=True)
    theme.dress(app)
    announcer = Announcer()
    ground = sheet(theme, announcer)
    ground.resize(ground.sizeHint().expandedTo(ground.minimumSizeHint()))
    toast = Toast(theme, announcer, ground)
    ground.show()
    app.processEvents()
    toast.show_message("‘Peer supervision’ deleted", "Undo")
    app.processEvents()
    name = f"{choice.value}-{round(factor * 100)}-at-{round(ratio * 100)}"
    picture(ground, ratio).save(str(out / f"components-{name}.png"))
    dialog = Dialog(
        theme,
        "Delete this CPD file for good?",
        "21 activities and 16 files go from this computer. Your backup of today, 08:40, is not touched.",
        safe="Keep the file",
        act="Delete the file",
        parent=ground,
    )
    dialog.show()
    app.processEvents()
    picture(dialog, ratio).save(str(out / f"dialog-{name}.png"))
    dialog.deleteLater()
    ground.deleteLater()
    app.processEvents()


def write(out: Path) -> None:
    """All pictures into a folder. Needs an application."""
    out.mkdir(parents=True, exist_ok=True)
    offer_shipped_fonts()
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        for ratio, factor in ((1.0, 1.0), (1.5, 1.0), (1.0, 1.5), (1.0, 2.0)):
            render(out, choice, ratio, factor)


def main() -> None:
    """Write all pictures into the folder named on the command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    write(Path(sys.argv[1]))
    app.quit()


def _parse(text: str) -> date:
    return parse_day(text, TODAY, latest=TODAY)


def _today() -> date:
    return TODAY


if __name__ == "__main__":
    main()
