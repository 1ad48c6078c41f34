"""The system's contrast theme: its colours instead of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.theme.contrast import contrast_tokens, ratio, wants_contrast
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.tokens import DARK, LIGHT, Tokens

_ROLES = QPalette.ColorRole


def system(ground: str, ink: str, mark: str, on_mark: str, grey: str) -> QPalette:
    made = QPalette()
    for role in (_ROLES.Window, _ROLES.Base):
        made.setColor(role, QColor(ground))
    for role in (_ROLES.WindowText, _ROLES.Text):
        made.setColor(role, QColor(ink))
    made.setColor(_ROLES.Highlight, QColor(mark))
    made.setColor(_ROLES.HighlightedText, QColor(on_mark))
    made.setColor(QPalette.ColorGroup.Disabled, _ROLES.Text, QColor(grey))
    return made


NIGHT = system("black", "white", "#1aebff", "black", "#3ff23f")
DAY = system("white", "black", "#37006e", "white", "#600000")
DESERT = system("#fffaef", "#3d3d3d", "#903909", "#fff5e3", "#676767")
ODD = system("white", "black", "#ffff00", "#ffff00", "#eeeeee")
PALETTES = pytest.mark.parametrize("palette", [NIGHT, DAY, DESERT, ODD], ids=["night", "day", "desert", "odd"])


def apart(tokens: Tokens, ink: str, ground: str) -> float:
    return ratio(QColor(getattr(tokens, ink)), QColor(getattr(tokens, ground)))


@PALETTES
def test_text_is_read_on_every_ground(palette: QPalette) -> None:
    tokens = contrast_tokens(palette)
    for ink in ("ink", "ink2", "ink3", "accent", "warn", "error", "info", "focus", "line", "line_btn", "line_strong"):
        for ground in ("window", "sidebar", "surface", "sunken"):
            assert apart(tokens, ink, ground) >= 4.5, (ink, ground)
    for ground in ("hover", "accent_soft", "warn_soft", "error_soft", "info_soft"):
        assert apart(tokens, "ink", ground) >= 4.5, ground
    for ink, ground in (
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_error", "error"),
        ("toast_text", "ink"),
        ("toast_action", "ink"),
        ("knob", "accent"),
        ("paper_ink", "paper"),
    ):
        assert apart(tokens, ink, ground) >= 4.5, (ink, ground)


@PALETTES
def test_none_of_our_colours_is_left(palette: QPalette) -> None:
    tokens = contrast_tokens(palette)
    assert tokens.dark == (palette is NIGHT)
    ours = {getattr(LIGHT, one.name) for one in fields(Tokens) if one.type == "str"} - {"#FFFFFF"}
    used = {getattr(tokens, one.name).upper() for one in fields(Tokens) if one.type == "str"}
    assert not used & ours
    assert set(tokens.categories) == set(LIGHT.categories)


def test_what_is_chosen_stands_out(qapp: QApplication) -> None:
    tokens = contrast_tokens(NIGHT)
    assert tokens.accent == "#1aebff"
    assert tokens.accent_soft != tokens.surface


class Switch:
    """The system's switch of its contrast theme."""

    def __init__(self) -> None:
        self.on = False

    def __call__(self, _hints: QStyleHints) -> bool:
        return self.on


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.style().name()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setStyle(before)
    qapp.setPalette(QPalette())


def test_it_comes_and_goes_while_the_window_is_open(dressed: QApplication, qtbot: QtBot) -> None:
    switch = Switch()
    theme = Theme(dressed.styleHints(), contrast=switch)
    theme.dress(dressed)
    assert theme.tokens in (LIGHT, DARK)
    switch.on = True
    with qtbot.waitSignal(theme.changed):
        theme.follow_system()
    assert theme.contrast
    assert theme.tokens not in (LIGHT, DARK)
    assert dressed.palette().color(_ROLES.Window) == theme.colour("window")
    with qtbot.assertNotEmitted(theme.changed):
        theme.follow_system()
    assert dressed.palette().color(_ROLES.Window) == theme.colour("window"), "looking has not undressed the program"
    switch.on = False
    with qtbot.waitSignal(theme.changed):
        theme.follow_system()
    assert theme.tokens in (LIGHT, DARK)
    theme.deleteLater()


def test_without_it_nothing_is_asked_for(qapp: QApplication) -> None:
    assert wants_contrast(qapp.styleHints()) is False
