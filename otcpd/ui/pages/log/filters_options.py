"""What can be chosen in each part of the filter."""

from __future__ import annotations

from otcpd.catalogue import load_catalogue
from otcpd.domain.goal import UNTITLED
from otcpd.domain.log_filter import NO_CATEGORY
from otcpd.record.record import Record
from otcpd.ui.models.options import Option
from otcpd.ui.pages.log.contents import LogContents
from otcpd.ui.pages.log.filters_words import NO_TYPE, UNCHOSEN, type_name


def options_of(field: str, record: Record, contents: LogContents) -> list[Option]:
    """The choices for one of `filters_words.FACETS`: what the log holds, or the whole catalogue where that is short."""
    match field:
        case "categories":
            known = load_catalogue().categories.values()
            return [*(Option(entry.code.value, entry.short) for entry in known), Option(NO_CATEGORY, UNCHOSEN)]
        case "types":
            used = {row.type for row in contents.rows}
            found = [Option(code, type_name(code)) for code in used - {""}]
            return [*sorted(found, key=_text_of), *([Option("", NO_TYPE)] if "" in used else [])]
        case "standards":
            return standard_options()
        case "tags":
            return [Option(name, f"#{name}") for name in record.activities.tags()]
        case "people":
            return [Option(one.id, one.name) for one in record.people.all()]
        case _:
            return [Option(goal, title or UNTITLED) for goal, title in record.goals.titles().items()]


def standard_options() -> list[Option]:
    """Every standard of the frameworks in force."""
    return [
        Option(one.ref, f"{one.code} {one.label}", f"{framework.name} {one.code}, {one.label}", framework.name)
        for framework in load_catalogue().frameworks
        if framework.in_force
        for one in framework.standards
    ]


def _text_of(option: Option) -> str:
    return option.text.casefold()
