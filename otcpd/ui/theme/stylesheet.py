"""The style sheets, for what Qt paints: menus, scroll bars, pop-up lists, the calendar.

Each is for one kind of widget and worn by those alone (`otcpd.ui.theme.dressing`). A sheet for the whole program would
make every widget in it ask the sheet for each length, and be dressed anew whenever a colour or the text size changes,
which holds a window of many widgets for more than a second.

Everything with a focus ring, a fine edge or a state of its own is painted by our widgets instead,
because style sheets know neither a ring with a gap nor a line that stays even at 125 %.
"""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from string import Template

from otcpd.ui.theme.tokens import Tokens

_BARS = """
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border: 3px solid transparent; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 36px; background: $line_strong; margin: 3px; border: 0; border-radius: 3px; }
QScrollBar::handle:horizontal { min-width: 36px; background: $line_strong; margin: 3px; border: 0; border-radius: 3px; }
QScrollBar::handle:vertical:hover { margin: 2px; border-radius: 4px; background: $ink3; }
QScrollBar::handle:horizontal:hover { margin: 2px; border-radius: 4px; background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
_MENUS = """
QMenu { background: $surface; border: 1px solid $line_btn; border-radius: 12px; padding: 6px; font-size: ${t15}px; }
QMenu::item { color: $ink; padding: ${p8}px ${p16}px ${p8}px ${p12}px; border-radius: 8px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QMenu::indicator { width: ${t16}px; height: ${t16}px; margin-left: ${p8}px; image: none; }
QMenu::icon { padding-left: ${p8}px; }
QMenuBar { background: $sidebar; color: $ink; font-size: ${t15}px; }
QMenuBar::item { padding: ${p6}px ${p12}px; background: transparent; border-radius: 8px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $accent_soft; }
"""
_POPUP = """
QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line_btn; border-radius: 12px;
    padding: 5px; outline: 0; font-size: ${t15}px; selection-background-color: $accent_soft;
    selection-color: $ink; }
QAbstractItemView::item { padding: ${p6}px ${p8}px; border-radius: 8px; color: $ink;
    min-height: ${t22}px; }
QAbstractItemView::item:selected { background: $accent_soft; color: $ink; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected:hover { background: $accent_soft; }
"""
_COMBO = """
QComboBox { combobox-popup: 0; }
QComboBoxPrivateContainer { background: transparent; border: 0; }
"""
_CALENDAR = """
QCalendarWidget { background: $surface; }
QCalendarWidget QWidget { background: $surface; color: $ink; alternate-background-color: $surface; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { background: $surface; color: $ink; font-weight: 600; font-size: ${t15}px;
    border: 2px solid transparent; border-radius: 8px; padding: ${p4}px ${p8}px; min-height: ${t22}px; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border-color: $focus; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QSpinBox { background: $surface; color: $ink; border: 1px solid $line_strong; border-radius: 8px;
    padding: 2px 6px; font-size: ${t15}px; }
QCalendarWidget QAbstractItemView { background: $surface; color: $ink; font-size: ${t15}px; outline: 0;
    selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $ink3; }
"""


class Worn(Enum):
    """What there is a sheet for."""

    BARS = Template(_BARS)
    MENUS = Template(_MENUS)
    POPUP = Template(_POPUP + _BARS)
    COMBO = Template(_COMBO + _POPUP + _BARS)
    CALENDAR = Template(_MENUS + _CALENDAR)  # its months are a menu inside it


_LENGTHS = (4, 6, 8, 12, 16)
_SIZES = (13, 15, 16, 22)


def stylesheet(sheet: Worn, tokens: Tokens, factor: float) -> str:
    """A sheet for a set of colours and a text size factor (1.0 to 2.0)."""
    values: dict[str, str] = {
        entry.name: value for entry in fields(Tokens) if isinstance(value := getattr(tokens, entry.name), str)
    }
    values |= {f"p{length}": str(round(length * min(factor, 1.25))) for length in _LENGTHS}
    values |= {f"t{size}": str(round(size * factor)) for size in _SIZES}
    return sheet.value.substitute(values)
