"""The theme: choice, text size, what it dresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot

import otcpd
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.icons import Icons
from otcpd.ui.theme.stylesheet import Worn, stylesheet
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.theme.tokens import DARK, LIGHT
from otcpd.ui.theme.type import TEXT_SIZES, Role
from otcpd.ui.widgets.popup import FloatingMenu

ICONS = sorted(path.stem for path in (Path(otcpd.__file__).parent / "resources" / "icons").glob("*.svg"))


def test_it_switches_between_light_and_dark(qtbot: QtBot, theme: Theme) -> None:
    assert theme.tokens is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.set_choice(ThemeChoice.DARK)
    assert theme.tokens is DARK
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice(ThemeChoice.DARK)


def test_it_starts_with_the_scheme_of_the_system(qapp: QApplication) -> None:
    following = Theme(qapp.styleHints())
    assert following.choice is ThemeChoice.SYSTEM
    assert following.tokens in (LIGHT, DARK)


def test_the_text_size_scales_type_and_heights_but_gaps_by_a_quarter_at_most(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_factor(2.0)
    assert theme.font(Role.BODY).pixelSize() == 30
    assert theme.line(Role.BODY) == 44
    assert theme.px(38) == 76
    assert theme.gap(20) == 25


@pytest.mark.parametrize(("wished", "given"), [(0.2, 1.0), (9.0, 2.0)])
def test_the_text_size_stays_within_bounds(theme: Theme, wished: float, given: float) -> None:
    theme.set_factor(wished)
    assert theme.factor == given


def test_no_text_is_smaller_than_thirteen() -> None:
    assert min(role.value.size for role in Role) == 13


def test_it_dresses_the_program(qapp: QApplication, theme: Theme) -> None:
    theme.dress(qapp)
    theme.set_choice(ThemeChoice.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("window")
    assert QToolTip.palette().color(QPalette.ColorRole.ToolTipBase) == theme.colour("ink")
    assert not qapp.styleSheet(), "a sheet for the whole program makes every widget slow"
    theme.set_choice(ThemeChoice.SYSTEM)


@pytest.mark.parametrize("factor", TEXT_SIZES)
def test_no_style_sheet_has_a_hole(factor: float) -> None:
    assert not [sheet for sheet in Worn if "$" in stylesheet(sheet, LIGHT, factor)]


def test_who_wears_a_sheet_follows_the_look(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    theme.dress(qapp)
    area, window = QScrollArea(), QWidget()
    for widget in (area, window):
        qtbot.addWidget(widget)
    slim_bars(area, theme)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.show()
    menu = FloatingMenu(window)
    for choice, tokens in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        theme.set_choice(choice)
        menu.aboutToShow.emit()
        assert tokens.line_strong in area.verticalScrollBar().styleSheet()
        assert tokens.accent_soft in menu.styleSheet()
    assert area.verticalScrollBar().sizeHint().width() == 12
    area.hide()
    theme.set_choice(ThemeChoice.DARK)
    assert LIGHT.line_strong in area.verticalScrollBar().styleSheet(), "what nobody sees does not hold the window"
    area.show()
    assert DARK.line_strong in area.verticalScrollBar().styleSheet()


def test_motion_can_be_switched_off(qapp: QApplication) -> None:
    moving = Theme(qapp.styleHints())
    assert moving.milliseconds(120) == 120
    moving.set_still(True)
    assert moving.milliseconds(120) == 0


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_painted_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    icons = Icons()
    image = icons.pixmap(name, LIGHT.error, 24, 2.0).toImage()
    wanted = LIGHT.error.lower()
    solid = {
        image.pixelColor(x, y).name()
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert image.width() == 48
    assert wanted in solid
    assert icons.pixmap(name, LIGHT.error, 24, 2.0) is icons.pixmap(name, LIGHT.error, 24, 2.0)


def test_an_unknown_icon_is_a_fault(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        Icons().pixmap("unicorn", LIGHT.ink, 20, 1.0)
