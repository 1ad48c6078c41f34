"""The sections of the settings, in their order. Each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.base import Desk, Offer

if TYPE_CHECKING:
    from otcpd.ui.pages.settings.section import SettingsSection


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """`make` builds the section inside the place where it stands. `offers` is what people look for by other names
    than that of the section: the key of an offer begins with the section's ("look size"), what follows goes to its
    `show_thing`."""

    key: str
    icon: str
    name: str
    sentence: str
    make: Callable[[Desk, SectionSpec, QWidget], SettingsSection]
    offers: tuple[Offer, ...] = ()


def _you(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.you import YouSection

    return YouSection(desk, spec.name, spec.sentence, parent)


def _cycle(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.cycle import CycleSection

    return CycleSection(desk, spec.name, spec.sentence, parent)


def _backups(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.backups import BackupsSection

    return BackupsSection(desk, spec.name, spec.sentence, parent)


def _posts(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.posts import PostsSection

    return PostsSection(desk, spec.name, spec.sentence, parent)


def _people(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.people import PeopleSection

    return PeopleSection(desk, spec.name, spec.sentence, parent)


def _types(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.types import TypesSection

    return TypesSection(desk, spec.name, spec.sentence, parent)


def _data(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.data import DataSection

    return DataSection(desk, spec.name, spec.sentence, parent)


def _erase(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.erase import EraseSection

    return EraseSection(desk, spec.name, spec.sentence, parent)


def _importing(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.importing import ImportSection

    return ImportSection(desk, spec.name, spec.sentence, parent)


def _look(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.look import LookSection

    return LookSection(desk, spec.name, spec.sentence, parent)


def _shortcuts(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.shortcuts import ShortcutsSection

    return ShortcutsSection(desk, spec.name, spec.sentence, parent)


def _about(desk: Desk, spec: SectionSpec, parent: QWidget) -> SettingsSection:
    from otcpd.ui.pages.settings.about import AboutSection

    return AboutSection(desk, spec.name, spec.sentence, parent)


SECTIONS = (
    SectionSpec(
        "you",
        "person",
        "You",
        "Your name and numbers, as they are printed at the top of your profile.",
        _you,
        (Offer("you name", "Your name", changes=True), Offer("you number", "HCPC number", changes=True)),
    ),
    SectionSpec(
        "cycle",
        "calendar",
        "Cycle and rules",
        "When you renew, and the numbers that the checks go by.",
        _cycle,
        (
            Offer("cycle dates", "Registration cycle", changes=True),
            Offer("cycle window", "Renewal window", changes=True),
            Offer("cycle types", "Types of activity needed", changes=True),
            Offer("cycle day", "How long a day is", changes=True),
        ),
    ),
    SectionSpec(
        "posts",
        "briefcase",
        "Posts and employers",
        "The posts you have held, so that an activity can say in which one it was.",
        _posts,
        (Offer("posts new", "Add a post", changes=True), Offer("posts employers", "Employers", changes=True)),
    ),
    SectionSpec(
        "people",
        "team",
        "People",
        "Whom you meet and learn with: supervisors, supervisees, peers, mentors.",
        _people,
        (Offer("people new", "Add a person", changes=True),),
    ),
    SectionSpec(
        "types",
        "tag",
        "Your types and tags",
        "Words of your own, beside HCPC’s list.",
        _types,
        (
            Offer("types new", "Add a type of activity", changes=True),
            Offer("types tags", "Rename or merge tags", changes=True),
        ),
    ),
    SectionSpec(
        "look",
        "text-size",
        "Look and text size",
        "How otcpd looks on this computer.",
        _look,
        (
            Offer("look theme", "Theme, light or dark"),
            Offer("look size", "Text size"),
            Offer("look motion", "Reduce motion"),
        ),
    ),
    SectionSpec(
        "backups",
        "shield",
        "Backups",
        "Checked copies of your CPD file, and how to go back to one.",
        _backups,
        (
            Offer("backups make", "Make a backup now", changes=True),
            Offer("backups restore", "Restore a backup", changes=True),
        ),
    ),
    SectionSpec(
        "data",
        "folder",
        "Your CPD file",
        "Where it is, what is in it, and whether all of it is there.",
        _data,
        (
            Offer("data move", "Move or rename the CPD file", changes=True),
            Offer("data check", "Check this file"),
            Offer("data folder", "Show the folder of the CPD file"),
        ),
    ),
    SectionSpec(
        "erase",
        "bin",
        "Erase for good",
        "Take something out of every part of the file.",
        _erase,
    ),
    SectionSpec(
        "import",
        "download",
        "Import and move",
        "Bring in what you have elsewhere, and take your data with you.",
        _importing,
        (
            Offer("import file", "Import activities", changes=True),
            Offer("import invitations", "Import invitations from a calendar", changes=True),
            Offer("import calendar", "Save sessions for my calendar"),
            Offer("import take", "Take everything with me"),
            Offer("import leave", "Leaving an employer"),
        ),
    ),
    SectionSpec(
        "shortcuts",
        "keyboard",
        "Shortcuts",
        "Every key there is.",
        _shortcuts,
    ),
    SectionSpec(
        "about",
        "info",
        "About",
        "Which otcpd this is, and where its facts come from.",
        _about,
        (Offer("about version", "Version of otcpd"), Offer("about sources", "Where the facts come from")),
    ),
)


def settings_offers() -> tuple[Offer, ...]:
    """What the settings can be looked for by: each section's name, and its offers."""
    found: list[Offer] = []
    for spec in SECTIONS:
        found.append(Offer(spec.key, spec.name))
        found += spec.offers
    return tuple(found)
