"""What the page of frameworks says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from otcpd.domain.dates import long_day
from otcpd.domain.framework import Framework, FrameworkKind, FrameworkLink, LinkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.words import counted, in_words, tally
from otcpd.ui.models.rows import Row

PAGE = "Frameworks"
NEW, IMPORT = "New framework", "Import framework"
ADD_ITEM, SHARE, ABOUT, MORE = "Add item", "Share it", "About it", "More"
EDIT = "Edit it"
COPY, NEW_EDITION, DELETE = "Copy it to edit", "New edition", "Delete framework"
FILTER = "Filter the items"
NOTHING_FOUND = "No item has these words."
NO_ITEMS = "There are no items yet."
SHARE_KINDS = "CASE (*.json);;Tables (*.csv)"
FILES = "Frameworks (*.json *.csv *.xlsx *.matrix *.tsv *.txt);;Any file (*)"
YOURS, SHIPPED, REPLACED = "Your own", "With otcpd", "Replaced by newer editions"

KINDS: Mapping[str, str] = {
    FrameworkKind.ROLE: "Profile of a role",
    FrameworkKind.CAREER: "Career framework",
    FrameworkKind.STANDARDS: "Standards",
    FrameworkKind.OTHER: "Something else",
}
LINKS: Mapping[str, str] = {
    LinkKind.SAME: "Says the same",
    LinkKind.RELATED: "Is related",
}
"""How a person may link two items."""
_FORWARDS = {**LINKS, LinkKind.REPLACED_BY: "Takes its place"}
_BACKWARDS = {**LINKS, LinkKind.REPLACED_BY: "Stood here before"}

NEW_WHY = "For example what your council asks of a senior OT. You add the items afterwards."
NAME, EDITION, KIND, PUBLISHER, SOURCE, NOTE = "Name", "Edition", "What it is", "Publisher", "Where it is from", "Note"
LICENCE, VALID_FROM, LEVELS = "Licence", "In force from", "Levels"
EDITION_HELP = "A year or a number, as in 2026."
LEVELS_HELP = "Numbers, as in 5 to 8. What is marked at a level stays when the level goes."
MAKE = "Make the framework"
ITEM, CODE, BELOW, LEVEL, TYPE, NOTES = "What it says", "Code", "Stands below", "Level", "What it is", "Notes"
CODE_HELP = "Everything that is linked to it goes along when the code changes."
NO_CODE_HELP = "Left empty, it gets the next number."
TOP = "Nothing: it stands at the top"
ADD_THIS = "Add this item"
UP, DOWN, RETIRE, BRING_BACK, REMOVE = "Move up", "Move down", "Retire it", "Bring it back", "Remove it"
MAPPED, MAP, UNMAP = "In other frameworks", "Link an item of another framework", "Take the link away"
NO_LINKS = "It is linked to no item of another framework."
IMPORT_WHY = (
    "CASE JSON, a Mahara matrix, or a table (CSV or XLSX) with the columns Code, Title, Parent and Level. You see first"
    " what will be taken, and one Undo takes it all back."
)
CHOOSE_FILE, READING, STOP = "Choose a file…", "Reading the file", "Stop reading"
BELONGS, ITS_OWN = "Belongs to", "Nothing that is here: a framework of its own"
TAKE = "Take it in"
FAULTS = "Not as it should be, and what was done"


def fact(known: Frameworks) -> str:
    """How many there are, as a sentence."""
    own = sum(one.own for one in known.offered)
    yours = "none" if not own else in_words(own)
    return f"{counted(len(known.offered), 'framework').capitalize()} in force, {yours} of them yours."


def list_rows(known: Frameworks) -> Iterator[Row]:
    """The frameworks under heads: the person's own, those that ship, those that were replaced."""
    living = [one for one in known.all if one.deleted is None]
    parts = (
        (YOURS, [one for one in living if one.own and one.in_force]),
        (SHIPPED, [one for one in living if not one.own and one.in_force]),
        (REPLACED, [one for one in living if not one.in_force]),
    )
    for head, found in parts:
        if found:
            yield Row("", head, head=True)
        for one in found:
            yield Row(str(one.ref), one.name, list_meta(one), lines=2)


def list_meta(one: Framework) -> str:
    """Edition, kind and size, in a line."""
    return f"{edition(one)} · {KINDS[one.kind]} · {tally(len(one.items), 'item')}"


def edition(one: Framework) -> str:
    """ "Edition 2022"; of one whose year nobody confirmed it says so."""
    return f"Edition {one.edition}" if one.confirmed else f"Edition {one.edition}, not confirmed"


def about(one: Framework) -> str:
    """Edition, state and publisher, in a sentence."""
    since = f" since {long_day(one.valid_from)}" if one.valid_from else ""
    state = f"in force{since}" if one.in_force else "replaced by a newer edition, and readable for ever"
    by = f" {one.publisher}." if one.publisher else ""
    return f"{KINDS[one.kind]}, {edition(one).lower()}, {state}.{by}"


def standing(one: Framework) -> str:
    """How far its words can be relied on, plainly said."""
    if one.own:
        return "This one is yours: you can edit it and share it."
    parts = [*(item.confirmed for item in one.items), *(level.confirmed for level in one.levels if level.title)]
    open_ones = parts.count(False)
    if one.confirmed and not open_ones:
        return "Short headings of our own, compared with what is published."
    some = f"{open_ones} of {len(parts)} " if 0 < open_ones < len(parts) else ""
    return f"Short headings of our own; {some}not compared with the publisher’s document yet."


def levels_in_words(one: Framework) -> str:
    """ "Levels: 5 Practitioner, 6 Senior practitioner"; empty without any."""
    if not one.levels:
        return ""
    numbers = [level.number for level in one.levels]
    if not any(level.title for level in one.levels) and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"Levels {numbers[0]} to {numbers[-1]}." if len(numbers) > 1 else f"Level {numbers[0]}."
    return f"Levels: {', '.join(f'{level.number} {level.title}'.strip() for level in one.levels)}."


def link_rows(known: Frameworks, ref: str) -> list[Row]:
    """What an item is linked to; the key is the id of a link of one's own, else what it leads to."""
    rows = []
    for link in known.links:
        if ref in (link.source, link.target):
            rows.append(_link_row(known, link, ref))
    return rows


def _link_row(known: Frameworks, link: FrameworkLink, ref: str) -> Row:
    forwards = link.source == ref
    other = link.target if forwards else link.source
    framework = known.of_item(other)
    where = f"{framework.name}, edition {framework.edition}" if framework is not None else known.framework_name(other)
    said = (_FORWARDS if forwards else _BACKWARDS)[link.kind]
    return Row(link.id or f"\n{link.source}\n{link.target}", known.label(other), f"{said}. {where}", lines=2)
