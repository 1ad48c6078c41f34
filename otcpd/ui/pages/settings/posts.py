"""Settings: posts over time, and the employers they are with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.actions.people import add_post
from otcpd.actions.posts import (
    HeldPost,
    check_days,
    delete_post,
    edit_post,
    end_post,
    held_posts,
    rename_employer,
    set_sector,
)
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day, span
from otcpd.domain.person import Employer
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.things_card import ThingsCard
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.saved_field import NO_NAME, SavedField
from otcpd.ui.widgets.suggestions import suggest

SUGGESTED = "Scotland’s councils are suggested as you type; any other name will do as well."
NO_POST = "None so far. The one you hold now is shown below your name, above the list of pages."
NO_SECTOR = "none"
MORE = "Grades, terms and next roles"


class PostsSection(SettingsSection):
    """Posts first, employers below."""

    HEARS = frozenset({"post", "employer", "person"})

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        self.posts = PostsCard(desk)
        self.employers = EmployersCard(desk)
        self.more = LinkButton(desk.theme, MORE, "steps")
        self.more.clicked.connect(self._on_more)
        self.posts.body.addLayout(Overhang(self.more))
        for card in (self.posts, self.employers):
            self.column.addWidget(card)

    def _on_more(self) -> None:
        self.page_wanted.emit("roles", "")

    def refresh(self) -> None:
        self.posts.refresh()
        self.employers.refresh()

    def leave(self) -> None:
        self.posts.commit()
        self.employers.commit()

    def show_thing(self, rest: str) -> None:
        if rest == "new" and not self.desk.session.read_only:
            self.posts.new.setFocus()
        elif rest == "employers":
            self.employers.list.setFocus()
        else:
            self.posts.list.setFocus()


class PostsCard(ThingsCard):
    """The owner's posts, those she holds first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "Your posts",
            NO_POST,
            parent,
        )
        theme, today = desk.theme, desk.session.record.clock.today
        self.title = SavedField(theme, missing=NO_NAME)
        self.employer = SavedField(theme, placeholder="Council, NHS board, charity")
        self.start = DateField(theme, partial(self._read_day, "start"), long_day, today)
        self.end = DateField(theme, partial(self._read_day, "end"), long_day, today)
        self.end_now = Button(theme, "End this post today", compact=True)
        self._known = suggest(self.employer)
        self.add_field("Title", self.title)
        self.add_field("Employer", self.employer, optional=True, help_text=SUGGESTED)
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        for label, field in (("From", self.start), ("Until", self.end)):
            row.add(FormField(theme, label, field, optional=True), least=LEAST_DAY)
            self.own_field(field)
        self.form.addLayout(row)
        self.add_ways(self.end_now, self.delete_button("Delete this post"))
        self.add_new_line("New post", "Add the post", "Senior occupational therapist")
        session = desk.session
        self._title = FieldBinding(session, self.title, "Title")
        self._employer = FieldBinding(session, self.employer, "Employer")
        self._start = FieldBinding(session, self.start, "From")
        self._end = FieldBinding(session, self.end, "Until")
        self.end_now.clicked.connect(self._on_end)

    def read(self) -> Sequence[Row]:
        return [_post_row(one) for one in held_posts(self._desk.session.record)]

    def show_form(self, key: str, *, other: bool) -> None:
        record = self._desk.session.record
        shown = next(one for one in held_posts(record) if one.post.id == key)
        post, employer = shown.post, shown.employer.name if shown.employer else ""
        for text, name, value in ((self._title, "title", post.title), (self._employer, "employer", employer)):
            text.bind(("post", key, name), value or None, partial(_edit, key, name))
        for binding, name, day in ((self._start, "start", post.start), (self._end, "end", post.end)):
            binding.bind(("post", key, name), day, partial(_edit, key, name))
        self.end_now.setVisible(post.end is None and not self._desk.session.read_only)
        mine = [one.name for one in record.people.employers()]
        self._known.setStringList([*mine, *(name for name in load_catalogue().councils if name not in mine)])

    def make(self, name: str) -> Changes | None:
        return self._desk.session.act(add_post, name, "")

    def key_of_new(self, name: str, changes: Changes) -> str:
        return changes.new_id

    def remove(self, key: str) -> Changes | None:
        return self._desk.session.act(delete_post, key)

    def _read_day(self, which: str, text: str) -> date:
        record = self._desk.session.record
        day = parse_day(text, record.clock.today())
        post = next(one.post for one in held_posts(record) if one.post.id == self.key)
        check_days(day if which == "start" else post.start, day if which == "end" else post.end)
        return day

    def _on_end(self) -> None:
        session = self._desk.session
        if session.act(end_post, self.key):
            last = next(one.post.end for one in held_posts(session.record) if one.post.id == self.key)
            day = long_day(last) if last and last > session.record.clock.today() else ""
            self._desk.messages.offer_undo(
                f"Post ends on {day}" if day else "Post ended today", session.undo, passing=True
            )
            self.end.setFocus(Qt.FocusReason.OtherFocusReason)


class EmployersCard(ThingsCard):
    """Every employer in the file: those of posts, and those of people one learnt with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, "Employers", "None so far. Each comes with a post, or with somebody you learnt with.", parent
        )
        self.name = SavedField(desk.theme, missing=NO_NAME)
        self.sector = ComboBox(desk.theme, _sectors())
        self.add_field(
            "Name",
            self.name,
            help_text="A new name is given everywhere. With the name of another employer, the two become one.",
        )
        self.add_field("Kind of employer", self.sector)
        self.name.committed.connect(self._on_name)
        self.sector.chosen.connect(self._on_sector)

    def read(self) -> Sequence[Row]:
        sectors = load_catalogue().sectors
        return [
            Row(one.name, one.name, sectors[one.sector].label if one.sector in sectors else "")
            for one in self._desk.session.record.people.employers()
        ]

    def show_form(self, key: str, *, other: bool) -> None:
        if (other or self.name.value() != key) and not self.keeps_name(key):
            self.name.set_value(key)
        self.sector.set_value(self._employer(key).sector or NO_SECTOR)

    def delete(self) -> None:
        """Employers go with the posts and people that name them."""

    def _employer(self, name: str) -> Employer:
        return next(one for one in self._desk.session.record.people.employers() if one.name == name)

    def _on_name(self, name: str | None) -> None:
        if name is not None and name != self.key:
            self.rename(self.name, name, name, rename_employer, self._employer(self.key).id, name)

    def _on_sector(self, code: str) -> None:
        sector = "" if code == NO_SECTOR else code
        self._desk.session.act(set_sector, self._employer(self.key).id, sector)


def _edit(post: str, field: str, record: Record, value: str | date | None) -> Changes:
    return edit_post(record, post, field, value)


def _post_row(held: HeldPost) -> Row:
    post = held.post
    parts = [held.employer.name] if held.employer else []
    if post.start and post.end:
        parts.append(span(post.start, post.end, year=True))
    elif post.start:
        parts.append(f"since {long_day(post.start)}")
    elif post.end:
        parts.append(f"until {long_day(post.end)}")
    return Row(post.id, post.title, ", ".join(parts))


def _sectors() -> list[tuple[str, str]]:
    return [(NO_SECTOR, "Not said"), *((one.code, one.label) for one in load_catalogue().sectors.values())]
