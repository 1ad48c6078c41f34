"""The folded sections at the foot of the detail. What is inside is built when one is first opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Activity
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.field_labels import TEXT_LABELS
from otcpd.domain.pointed_words import TextKey
from otcpd.record.answers import answers_of
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.goals_section import Goals, goals_fact
from otcpd.ui.pages.log.impact_section import ImpactSection, impact_fact
from otcpd.ui.pages.log.more_sections import Notes, PostSection, Tags, Time, post_words
from otcpd.ui.pages.log.reflection_section import ReflectionSection
from otcpd.ui.pages.log.section import Section
from otcpd.ui.pages.log.standards_section import Standards
from otcpd.ui.pages.log.supervision_section import SupervisionSection, supervision_fact
from otcpd.ui.pages.log.with_whom import WithWhom
from otcpd.ui.painting import HANG
from otcpd.ui.pointing.result import FoldedText
from otcpd.ui.widgets.fold import Fold

_SECTIONS: tuple[tuple[str, str, type[Section]], ...] = (
    ("with", "With whom", WithWhom),
    ("tags", "Tags", Tags),
    ("time", "Protected time and mandatory training", Time),
    ("post", "Post", PostSection),
    ("goals", "Goals", Goals),
    ("standards", "Standards and pillars", Standards),
    ("reflection", "Reflect", ReflectionSection),
    ("supervision", "Supervision", SupervisionSection),
    ("impact", "Impact", ImpactSection),
    ("notes", "Notes to myself", Notes),
)


class Folds(QWidget):
    """The sections below each other. They stand out at both sides by `HANG`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._activity: Activity | None = None
        self.folds: dict[str, Fold] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, title, section in _SECTIONS:
            fold = Fold(desk.theme, title, partial(section, desk), hang=HANG)
            fold.opened.connect(self._on_opened)
            self.folds[key] = fold
            column.addWidget(fold)

    def load(self, activity: Activity) -> None:
        """Show what belongs to an activity."""
        self._activity = activity
        facts = facts_of(activity, self._desk.session.record)
        for key, fold in self.folds.items():
            fold.head.set_fact(facts[key])
            if isinstance(fold.inside, Section) and fold.head.isChecked():
                fold.inside.load(activity)
                fold.order_tabs()

    def texts(self) -> list[FoldedText]:
        """The long texts inside, as the file has them, whether their section is open or not."""
        activity = self._activity
        if activity is None:
            return []
        models = load_catalogue().models
        found: list[FoldedText] = []
        for one in answers_of(self._desk.session.record.reader, activity.id) if activity.reflections else ():
            known = models.get(one.model)
            prompt = known.prompt(one.prompt) if known is not None else None
            key = ("reflection", activity.id, one.model, one.prompt)
            found.append(FoldedText(key, prompt.label if prompt is not None else one.prompt, one.text))
        notes = ("activity", activity.id, "notes_to_myself")
        return [*found, FoldedText(notes, TEXT_LABELS["notes_to_myself"], activity.notes_to_myself)]

    def show_pointed(self, key: TextKey) -> None:
        """Open the section of a text and select the first words in it that may point to a person."""
        if key[0] == "activity":
            notes = self.section("notes")
            assert isinstance(notes, Notes)
            notes.text.pointed_out.show_first()
        else:
            reflection = self.section("reflection")
            assert isinstance(reflection, ReflectionSection)
            reflection.show_pointed(*key[2:])

    def section(self, key: str) -> Section:
        """Open a section and give what is inside."""
        self.folds[key].open()
        inside = self.folds[key].inside
        assert isinstance(inside, Section)
        return inside

    def commit(self) -> None:
        """Read what still stands in fields of sections that are open."""
        for fold in self.folds.values():
            if isinstance(fold.inside, Section) and fold.head.isChecked():
                fold.inside.commit()

    def _on_opened(self) -> None:
        fold = self.sender()
        if isinstance(fold, Fold) and isinstance(fold.inside, Section) and self._activity is not None:
            fold.inside.load(self._activity)


def facts_of(activity: Activity, record: Record) -> dict[str, str]:
    """What each section holds, in a few words, by its key."""
    catalogue = load_catalogue()
    answers = {one.model: sum(1 for text in one.answers.values() if text.strip()) for one in activity.reflections}
    answered = [
        f"{model.short.removeprefix('the ')}, {answers[code]} of {len(model.prompts)} answered"
        for code, model in catalogue.models.items()
        if answers.get(code)
    ]
    time = []
    if activity.protected_minutes:
        time.append(f"{format_duration(activity.protected_minutes)} protected")
    if activity.mandatory:
        time.append("mandatory")
    if activity.expires is not None:
        time.append(f"runs out on {long_day(activity.expires)}")
    return {
        "with": ", ".join(companion.name for companion in activity.companions),
        "tags": ", ".join(activity.tags),
        "time": ", ".join(time),
        "post": _post_fact(activity, record),
        "goals": goals_fact(record, activity),
        "standards": f"{len(activity.standards)} chosen" if activity.standards else "",
        "reflection": "; ".join(answered),
        "supervision": supervision_fact(record, activity.id),
        "impact": impact_fact(record, activity.id),
        "notes": "Only you" if activity.notes_to_myself.strip() else "",
    }


def _post_fact(activity: Activity, record: Record) -> str:
    if activity.post is None:
        return ""
    employers = {employer.id: employer.name for employer in record.people.employers()}
    return next((post_words(post, employers) for post in record.people.posts() if post.id == activity.post), "")
