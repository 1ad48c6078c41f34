"""The window on one CPD file: sidebar, pages, messages."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.person import main_post
from otcpd.ui.layout import LEAST_WINDOW, USUAL_SIZE, Layout, layout_for
from otcpd.ui.letting_go import open_once
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.pages.welcome.words import INVENTED_BAR, INVENTED_BRIEF, SAMPLE_BAR, SAMPLE_BRIEF, START_OWN
from otcpd.ui.shell.aids import Aids
from otcpd.ui.shell.commands import shell_commands, way_back
from otcpd.ui.shell.counts import Counts
from otcpd.ui.shell.foot import Foot
from otcpd.ui.shell.menu import Menu
from otcpd.ui.shell.notice_bar import NoticeBar
from otcpd.ui.shell.registry import PAGES, spec_of
from otcpd.ui.shell.unsaved import SaveElsewhere, UnsavedDialog
from otcpd.ui.theme.dressing import dress
from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.in_sight import InSight
from otcpd.ui.widgets.save_state import SaveState
from otcpd.ui.widgets.sidebar import Sidebar
from otcpd.ui.widgets.toast import Toast
from otcpd.ui.words import READING_ONLY, not_saved

BACK_HOME = "Back to my CPD file"
OPEN_AGAIN = "Open it again"
STOP_ADDING = "Stop adding"


class MainWindow(QMainWindow):
    """Shows one CPD file. Pages are built when first shown; the window shapes them and passes keys on."""

    closed = Signal()
    """The file is saved and closed, and so is the window."""
    open_wanted = Signal()
    """The person wants to open another CPD file."""
    home_wanted = Signal()
    """The person has looked into a backup, and wants her own file again."""
    start_wanted = Signal()
    """The person wants the welcome screen: a new file, or the sample."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._pages: dict[str, PageView] = {}
        self._bars: list[NoticeBar] = []
        self._shown: PageView | None = None
        self._layout: Layout | None = None
        self._undoable = Message("")
        self._alt_alone = False
        self._left_badly = False
        self._troubled = False
        self.replaced = False
        """Whether another file or work on the whole file is about to take the place of this window."""
        self.setMinimumSize(*LEAST_WINDOW)
        self.sidebar = Sidebar(desk.theme, [spec.page for spec in PAGES if spec.in_sidebar])
        self.stack = QStackedWidget()
        self._build()
        InSight(self)
        self.toast = Toast(desk.theme, desk.announcer, self.stack)
        self.menu = Menu(self, read_only=desk.session.read_only)
        dress(self.menu, desk.theme, Worn.MENUS)
        self.setMenuBar(self.menu)
        self.aids = Aids(self)
        for command in shell_commands(self):
            self.menu.add(command)
        self.elsewhere = SaveElsewhere(desk.session, desk.desktop, self)
        self._counts = Counts(desk.session, self.sidebar)
        self._foot = Foot(self.sidebar, desk.session, desk.backups, desk.messages, sample=desk.sample)
        self._connect()
        self._name_everything()
        self._restore_place()
        self.go_to("home")

    @property
    def page(self) -> PageView:
        """The page on show."""
        assert self._shown is not None
        return self._shown

    def go_to(self, key: str, thing: str = "") -> PageView:
        """Show a page, and a thing on it if one is named."""
        self._alt_alone = False  # it may be Alt+Left that leads here
        page = self._pages.get(key) or self._make_page(key)
        if self._shown is not page:
            spec = spec_of(key)
            if self._shown is not None:
                self._shown.leave()
                self.desk.session.flush()
            self._shown = page
            self.stack.setCurrentWidget(page)
            self.sidebar.set_current(spec.under or key, inside=bool(spec.under))
            self.menu.set_page_commands((*page.commands(), *way_back(page, spec)))
            self._set_title()
            if self.isVisible():
                page.take_focus()
        if thing:
            page.show_thing(thing)
        return page

    def new_activity(self) -> None:
        """Ctrl+N, from any page."""
        self.go_to("log").start_new()

    def show_activity(self, activity: str) -> None:
        """Come to the front with this activity open."""
        self.activateWindow()
        self.go_to("log", activity)

    def save_now(self) -> None:
        """Ctrl+S: nobody needs it, many press it."""
        self.page.leave()
        session = self.desk.session
        if session.flush() and (unread := session.unread()):
            self.desk.messages.say(f"{not_saved(unread)}. The field says why.", icon="warn")
        elif not session.autosave.drafts:
            at = session.saving.at
            self.desk.messages.say(f"Saved at {at}." if at else "Everything is saved.")
        elif any(line.failed and not line.visibleRegion().isEmpty() for line in self.page.findChildren(SaveState)):
            self.desk.announcer.say(self, session.saving.sentence)  # the eye has it already
        else:
            self.desk.messages.offer(session.saving.sentence, "Try again", self.save_now)

    def undo(self) -> None:
        """Ctrl+Z, once typing has nothing left to undo."""
        self._tell_reverted("Undone", self.desk.session.undo())

    def redo(self) -> None:
        """Ctrl+Y."""
        self._tell_reverted("Done again", self.desk.session.redo())

    def toggle_full_screen(self) -> None:
        """F11."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def apply_layout(self) -> None:
        """Shape everything to the present width and text size."""
        layout = layout_for(self.width(), self.desk.theme.factor)
        self._layout = layout
        self.sidebar.set_shape(layout.sidebar, rail=layout.rail)
        for bar in self._bars:
            bar.apply_layout(layout)
        for page in self._pages.values():
            page.apply_layout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if layout_for(self.width(), self.desk.theme.factor) != self._layout:
            self.apply_layout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return  # it was only put away for a while
        self.page.take_focus()
        self.aids.load_ahead()
        if not self.desk.sample:
            self.desk.backups.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # whatever goes wrong from here on, the window stays
        session = self.desk.session
        self._remember_place()
        self._troubled = False
        self._leave_page()
        if self._troubled:
            return  # what stood in a field was not taken: she has to see that
        if self._waits_for_evidence():
            return
        try:
            if not session.close():
                self._ask_about_unsaved()
        finally:
            if session.closed:
                event.accept()
                self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt_alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._alt_alone:
            self._alt_alone = False
            self.menu.call()
            return
        super().keyReleaseEvent(event)

    def _build(self) -> None:
        ground = Ground(self.desk.theme)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        column = QVBoxLayout()
        column.setSpacing(0)
        if self.desk.session.read_only:
            sentence = f"You can read this file but not change it. {self.desk.session.record.read_only_because}"
            action = BACK_HOME if self.desk.session.home else OPEN_AGAIN
            bar = NoticeBar(self.desk.theme, sentence, READING_ONLY, action)
            bar.button.clicked.connect(self.home_wanted)
            self._bars.append(bar)
        record = self.desk.session.record
        if self.desk.sample or record.settings.say_sample(record.id):
            words = (SAMPLE_BAR, SAMPLE_BRIEF) if self.desk.sample else (INVENTED_BAR, INVENTED_BRIEF)
            bar = NoticeBar(self.desk.theme, *words, START_OWN)
            bar.button.clicked.connect(self.start_wanted)
            self._bars.append(bar)
        for bar in self._bars:
            column.addWidget(bar)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(ground)

    def _connect(self) -> None:
        session = self.desk.session
        self.sidebar.opened.connect(self.go_to)
        session.changed.connect(self._on_changed)
        session.problem.connect(self._on_problem)
        self.desk.messages.wanted.connect(self._on_message)
        self.toast.acted.connect(self._on_toast_acted)
        self.toast.other_acted.connect(self._on_toast_other)
        self.desk.theme.changed.connect(self.apply_layout)
        self.elsewhere.kept.connect(self._on_kept_elsewhere)
        self.elsewhere.failed.connect(self._on_problem)

    def _make_page(self, key: str) -> PageView:
        page = spec_of(key).make(self.desk, self.stack)
        page.setProperty("key", key)
        page.counted.connect(self._on_counted)
        page.page_wanted.connect(self.go_to)
        page.new_wanted.connect(self.new_activity)
        page.quick_note_wanted.connect(self.aids.quick_note)
        page.elsewhere_wanted.connect(self.elsewhere.ask)
        self._counts.leave_to(key)
        page.counted_elsewhere.connect(self._counts.take)
        for other, count in page.to_do_elsewhere.items():
            self._counts.take(other, count)
        self.sidebar.set_count(key, page.to_do)
        self._pages[key] = page
        self.stack.addWidget(page)
        if self._layout is not None:
            page.apply_layout(self._layout)
        return page

    def _on_counted(self, count: int) -> None:
        page = self.sender()
        if isinstance(page, PageView):
            self.sidebar.set_count(str(page.property("key")), count)

    def _on_changed(self, changes: Changes) -> None:
        if self._undoable.passing and self.toast.isVisible():
            self.toast.dismiss()
        if changes.of("person") or changes.of("post") or changes.of("employer"):
            self._name_everything()

    def _on_problem(self, error: OtcpdError) -> None:
        self._troubled = True
        self._on_message(Message(error.text, icon="error"))

    def _on_message(self, message: Message) -> None:
        self._undoable = message
        self.toast.show_message(message.text, message.action, other=message.other, icon_name=message.icon)

    def _on_toast_acted(self) -> None:
        if self._undoable.do is not None:
            self._undoable.do()

    def _on_toast_other(self) -> None:
        if self._undoable.do_other is not None:
            self._undoable.do_other()

    def _tell_reverted(self, what: str, changes: Changes | None) -> None:
        if changes:
            self.desk.messages.say(f"{what}: {changes.label[:1].lower()}{changes.label[1:]}.")
        elif not self.desk.session.read_only:
            self.desk.messages.say("There is nothing to undo." if what == "Undone" else "There is nothing to redo.")

    def _name_everything(self) -> None:
        people = self.desk.session.record.people
        post = main_post(one for one in people.posts() if one.end is None)
        self.sidebar.set_person(people.owner().name, post.title if post is not None else "Occupational therapist")
        self._set_title()

    def _set_title(self) -> None:
        name = self.desk.session.record.path.name
        shown = f"{self._shown.accessibleName()} - {name}" if self._shown is not None else name
        self.setWindowTitle(f"{shown} - otcpd")

    def _restore_place(self) -> None:
        geometry = QByteArray.fromBase64(self.desk.machine.text("window").encode())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            screen = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(USUAL_SIZE[0], screen.width()), min(USUAL_SIZE[1], screen.height()))

    def _remember_place(self) -> None:
        self.desk.machine.put("window", bytes(self.saveGeometry().toBase64().data()).decode())
        self.desk.machine.save()

    def _leave_page(self) -> None:
        """Read what stands in the fields; a fault of ours there stops the closing once, not for ever."""
        if self._left_badly:
            self._left_badly = False
            return
        self._left_badly = True
        self.page.leave()
        self._left_badly = False

    def _waits_for_evidence(self) -> bool:
        """Whether files are on their way in. They are waited for, and the person is told."""
        from otcpd.ui.shell.coming_in import ComingInDialog, on_their_way, try_later  # pages bring what it needs

        intakes = on_their_way(self.desk.session)
        if not intakes:
            return False
        if self.replaced:
            self.desk.messages.offer(try_later(intakes), STOP_ADDING, self._stop_adding, icon="warn")
        elif not any(dialog.isVisible() for dialog in self.findChildren(ComingInDialog)):
            dialog = ComingInDialog(self.desk.theme, self.desk.session, intakes, self)
            dialog.accepted.connect(self.close)
            open_once(dialog)
        return True

    def _stop_adding(self) -> None:
        from otcpd.ui.shell.coming_in import stop_adding  # as above

        self.desk.messages.say(stop_adding(self.desk.session))

    def _ask_about_unsaved(self) -> None:
        dialog = UnsavedDialog(self.desk.theme, self.desk.session.saving.sentence, self)
        dialog.accepted.connect(self.close)
        dialog.elsewhere.connect(self.elsewhere.ask)
        open_once(dialog)

    def _on_kept_elsewhere(self, name: str) -> None:
        self.desk.session.autosave.note_kept_elsewhere()
        self._foot.note_kept(name)
        self.desk.messages.say(f"Your text is in ‘{name}’. You can close the window now.")
