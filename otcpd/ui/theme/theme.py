"""The look as one object: made by the composition root and handed to every widget."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QPixmap, QStyleHints
from PySide6.QtWidgets import QApplication, QToolTip

from otcpd.ui.theme import type as typography
from otcpd.ui.theme.contrast import contrast_tokens, wants_contrast
from otcpd.ui.theme.icons import Icons
from otcpd.ui.theme.palette import palette
from otcpd.ui.theme.stylesheet import Worn, stylesheet
from otcpd.ui.theme.tokens import DARK, LIGHT, Tokens
from otcpd.ui.theme.type import Role

MENUS = "style sheet of menus"
"""A property of the program: menus are made in many places, and shown for a moment."""

TICKS = "ticks of menus"
"""Another property of it: a colour and a size in pixels, with a blank between."""

_MOST_WIDTHS = 8192
"""Widths of texts that are kept; then it begins anew."""


class ThemeChoice(StrEnum):
    """What the person chose under "Look and text size"."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours, type, icons, lengths and times of the present look.

    `changed` comes after any of them changed; widgets then measure and paint anew.
    """

    changed = Signal()

    def __init__(
        self,
        hints: QStyleHints,
        *,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        factor: float = 1.0,
        still: bool = False,
        contrast: Callable[[QStyleHints], bool] = wants_contrast,
        parent: QObject | None = None,
    ) -> None:
        """`factor` is the text size, 1.0 to 2.0; `still` switches all motion off; `contrast` says whether the
        system's contrast theme is on."""
        super().__init__(parent)
        self._hints = hints
        self._choice = choice
        self._factor = _within(factor)
        self._still = still
        self._contrast = contrast
        self._icons = Icons()
        self._fonts: dict[Role, QFont] = {}
        self._metrics: dict[Role, QFontMetricsF] = {}
        self._widths: dict[tuple[Role, str], float] = {}
        self._sheets: dict[Worn, str] = {}
        self._app: QApplication | None = None
        self._tokens = self._chosen_tokens()
        hints.colorSchemeChanged.connect(self.follow_system)
        accessibility = getattr(hints, "accessibility", None)  # from Qt 6.10 on
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self.follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours now in use."""
        return self._tokens

    @property
    def contrast(self) -> bool:
        """Whether the system's contrast theme is on, and its colours are used instead of ours."""
        return self._contrast(self._hints)

    @property
    def choice(self) -> ThemeChoice:
        """Light, dark, or as the system has it."""
        return self._choice

    @property
    def factor(self) -> float:
        """The text size, 1.0 to 2.0."""
        return self._factor

    @property
    def still(self) -> bool:
        """Whether motion is off."""
        return self._still

    def set_choice(self, choice: ThemeChoice) -> None:
        """Switch between light, dark and the system's scheme."""
        if choice is not self._choice:
            self._choice = choice
            if self._app is not None:
                self._hints.setColorScheme(_SCHEMES[choice])
            self._refresh()

    def set_factor(self, factor: float) -> None:
        """Change the text size; values outside 1.0 to 2.0 are brought within."""
        factor = _within(factor)
        if factor != self._factor:
            self._factor = factor
            self._refresh()

    def set_still(self, still: bool) -> None:
        """Switch motion off or on."""
        self._still = still

    def dress(self, app: QApplication) -> None:
        """Give the whole program this look, and keep it so through every change."""
        if self._app is None:
            self._app = app
            app.setStyle("Fusion")
            if self._choice is not ThemeChoice.SYSTEM:
                self._hints.setColorScheme(_SCHEMES[self._choice])
        app.setPalette(palette(self._tokens))
        app.setFont(self.font(Role.BODY))
        app.setProperty(MENUS, self.sheet(Worn.MENUS))
        app.setProperty(TICKS, f"{self._tokens.accent} {self.px(16)}")
        QToolTip.setPalette(app.palette())
        QToolTip.setFont(self.font(Role.META))

    def colour(self, name: str) -> QColor:
        """The token `name` ("ink2") as a colour. Raises AttributeError if there is none."""
        value: str = getattr(self._tokens, name)
        return QColor(value)

    def pixmap(self, name: str, token: str, size: int, ratio: float) -> QPixmap:
        """Icon `name` in the colour of `token`, `size` logical pixels square (not scaled by the factor)."""
        return self._icons.pixmap(name, getattr(self._tokens, token), size, ratio)

    def pixmap_in(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Icon `name` in a colour of the tokens that has no name of its own, such as a category's mark."""
        return self._icons.pixmap(name, colour, size, ratio)

    def font(self, role: Role) -> QFont:
        """The font of a role at the present text size."""
        if role not in self._fonts:
            self._fonts[role] = typography.font(role, self._factor)
        return self._fonts[role]

    def metrics(self, role: Role) -> QFontMetricsF:
        """The measures of that font."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def width(self, role: Role, text: str) -> float:
        """How far a text of that font reaches, in pixels. Layouts ask for the same ones again and again.

        Lists of thousands keep the widths of their titles themselves: here they would push out all others.
        """
        width = self._widths.get((role, text))
        if width is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[role, text] = self.metrics(role).horizontalAdvance(text)
        return width

    def sheet(self, sheet: Worn) -> str:
        """The style sheet for a kind of widget."""
        if sheet not in self._sheets:
            self._sheets[sheet] = stylesheet(sheet, self._tokens, self._factor)
        return self._sheets[sheet]

    def line(self, role: Role) -> int:
        """The line height of a role in pixels."""
        return self.px(role.value.line)

    def px(self, length: float) -> int:
        """A length that grows with the text: icons, heights of controls."""
        return round(length * self._factor)

    def gap(self, length: float) -> int:
        """A space between things: grows with the text, but by a quarter at most."""
        return round(length * min(self._factor, 1.25))

    def milliseconds(self, length: int) -> int:
        """How long a movement takes: `length`, or nothing when motion is off."""
        return 0 if self._still else length

    def _chosen_tokens(self) -> Tokens:
        if self.contrast:
            return contrast_tokens(self._system_palette())
        if self._choice is ThemeChoice.SYSTEM:
            return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def _system_palette(self) -> QPalette:
        """The palette of the system, from below the one we have put over it."""
        if self._app is None:
            return QApplication.palette()
        ours = self._app.palette()
        self._app.setPalette(QPalette())
        system = self._app.palette()
        self._app.setPalette(ours)
        return system

    def follow_system(self) -> None:
        """The system has other colours now, or may have."""
        if self._chosen_tokens() != self._tokens:
            self._refresh()

    def _refresh(self) -> None:
        self._tokens = self._chosen_tokens()
        self._fonts.clear()
        self._metrics.clear()
        self._widths.clear()
        self._sheets.clear()
        if self._app is not None:
            self.dress(self._app)
        self.changed.emit()


def _within(factor: float) -> float:
    return min(max(factor, typography.TEXT_SIZES[0]), typography.TEXT_SIZES[-1])
