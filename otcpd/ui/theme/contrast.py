"""The system's contrast theme: while it is on, our colours give way to those the person has set for everything."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QStyleHints

from otcpd.domain.activity import Category
from otcpd.ui.theme.tokens import CategoryColours, Tokens

TEXT, LINES = 4.5, 3.0
"""Contrast (WCAG 2.2, 1.4.3 and 1.4.11) under which a colour of the system is not used for that."""

_PLAIN = ("window", "sidebar", "surface", "sunken", "paper")
_SOFT = ("hover", "accent_soft", "warn_soft", "error_soft", "info_soft")
_ON_TEXT = ("on_error", "toast_text", "toast_action")


def wants_contrast(hints: QStyleHints) -> bool:
    """Whether a contrast theme is on, as far as this Qt can tell (from 6.10 on)."""
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast)


def contrast_tokens(system: QPalette) -> Tokens:
    """Tokens made of the system's palette alone: text, ground, and its colour for what is chosen.

    What is soft with us is the ground with a little of the chosen colour, as much as text on it allows. State is
    told by icons and words, never by colour: so warnings and mistakes are in the colour of text.
    """
    role = QPalette.ColorRole
    ground, ink = system.color(role.Base), system.color(role.Text)
    if ratio(ground, ink) < TEXT:
        ground, ink = system.color(role.Window), system.color(role.WindowText)
    mark = system.color(role.Highlight)
    accent = mark if ratio(mark, ground) >= TEXT else ink
    on_accent = system.color(role.HighlightedText) if accent is mark else ground
    grey = system.color(QPalette.ColorGroup.Disabled, role.Text)
    values = {entry.name: ink.name() for entry in fields(Tokens) if entry.type == "str"}
    values |= dict.fromkeys(_PLAIN, ground.name())
    values |= dict.fromkeys(_SOFT, _soft(ground, mark, ink).name())
    values |= dict.fromkeys(_ON_TEXT, ground.name())
    values |= dict.fromkeys(("accent", "accent_hover", "accent_pressed"), accent.name())
    values["on_accent"] = on_accent.name() if ratio(on_accent, accent) >= TEXT else ground.name()
    values["ink3"] = grey.name() if ratio(grey, ground) >= TEXT else ink.name()
    values["knob"] = ground.name()
    values |= {"shadow": _clear(ink, 0), "scrim": _clear(ground, 0x8C)}
    plain = CategoryColours(ink.name(), ground.name())
    return Tokens(dark=ground.lightnessF() < 0.5, categories=dict.fromkeys((*Category, None), plain), **values)


def ratio(first: QColor, second: QColor) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _soft(ground: QColor, mark: QColor, ink: QColor) -> QColor:
    """The ground with so much of `mark` in it that text stays well apart from it."""
    for share in (0.4, 0.3, 0.2, 0.1):
        mixed = QColor(*(round(a * (1 - share) + b * share) for a, b in zip(_parts(ground), _parts(mark), strict=True)))
        if ratio(mixed, ink) >= TEXT + 1:
            return mixed
    return ground


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _clear(colour: QColor, alpha: int) -> str:
    return QColor(*_parts(colour), alpha).name(QColor.NameFormat.HexArgb)
