"""Colours by meaning, light and dark. No colour stands anywhere else in the program.

Values are "#RRGGBB", or "#AARRGGBB" where a colour is laid over another. Contrast and the distance
between category colours are recomputed by a test, for normal and for colour-blind sight.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from otcpd.domain.activity import Category


@dataclass(frozen=True, slots=True)
class CategoryColours:
    """`mark` paints icons, dots and bars (never text); `tile` is the ground behind the icon."""

    mark: str
    tile: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One whole set of colours."""

    dark: bool

    window: str
    sidebar: str
    surface: str
    sunken: str
    hover: str
    line: str
    line_btn: str
    line_strong: str
    paper: str
    """Pages of documents; they are not made for a dark ground."""
    paper_ink: str
    """What we write on them ourselves."""

    ink: str
    ink2: str
    ink3: str
    warn: str
    error: str
    info: str
    focus: str

    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    accent_line: str
    accent_mid: str

    error_hover: str
    error_pressed: str
    on_error: str

    warn_soft: str
    warn_line: str
    error_soft: str
    error_line: str
    info_soft: str
    info_line: str

    toast_text: str
    toast_action: str
    knob: str
    shadow: str
    scrim: str

    categories: Mapping[Category | None, CategoryColours]
    """None stands for "not chosen yet"."""


LIGHT = Tokens(
    dark=False,
    window="#F7F6F3",
    sidebar="#EFEEE9",
    surface="#FFFFFF",
    sunken="#F2F1EC",
    hover="#F3F2EE",
    line="#E1DFD8",
    line_btn="#C6C6BE",
    line_strong="#82867F",
    paper="#FFFFFF",
    paper_ink="#4A524D",
    ink="#1D2320",
    ink2="#4A524D",
    ink3="#626964",
    warn="#7F5300",
    error="#A62A1C",
    info="#1D5590",
    focus="#1F62D0",
    accent="#1B5C47",
    accent_hover="#154A39",
    accent_pressed="#0F392C",
    on_accent="#FFFFFF",
    accent_soft="#E3EFE9",
    accent_line="#AFCFC1",
    accent_mid="#5E9581",
    error_hover="#8C2116",
    error_pressed="#721A11",
    on_error="#FFFFFF",
    warn_soft="#FBF0D9",
    warn_line="#E4C88A",
    error_soft="#FBEAE6",
    error_line="#E5B3AA",
    info_soft="#E7F0F9",
    info_line="#B3CDE8",
    toast_text="#FFFFFF",
    toast_action="#AFCFC1",
    knob="#FFFFFF",
    shadow="#29181E1B",
    scrim="#61141A17",
    categories={
        Category.WORK_BASED: CategoryColours("#0062AA", "#E4EEF7"),
        Category.PROFESSIONAL: CategoryColours("#C53867", "#FAE8EE"),
        Category.FORMAL: CategoryColours("#A37A26", "#F6EEDC"),
        Category.SELF_DIRECTED: CategoryColours("#1C8F9E", "#E0F1F3"),
        Category.OTHER: CategoryColours("#404437", "#ECEDE8"),
        None: CategoryColours("#626964", "#F2F1EC"),
    },
)

DARK = Tokens(
    dark=True,
    window="#171A19",
    sidebar="#121514",
    surface="#1F2322",
    sunken="#191C1B",
    hover="#272C2A",
    line="#343A37",
    line_btn="#525A56",
    line_strong="#7C867F",
    paper="#FFFFFF",
    paper_ink="#4A524D",
    ink="#EBEEEB",
    ink2="#B9C1BC",
    ink3="#9AA49E",
    warn="#EFC46C",
    error="#FFA294",
    info="#93BFF1",
    focus="#9CC4FF",
    accent="#72C8A5",
    accent_hover="#88D4B5",
    accent_pressed="#5FB491",
    on_accent="#0B2018",
    accent_soft="#1E3A30",
    accent_line="#3A6654",
    accent_mid="#4B8A70",
    error_hover="#FFB8AD",
    error_pressed="#E98C7E",
    on_error="#2A100B",
    warn_soft="#3A2F18",
    warn_line="#6B5527",
    error_soft="#41221D",
    error_line="#7A4137",
    info_soft="#1C2E43",
    info_line="#365579",
    toast_text="#171A19",
    toast_action="#1B5C47",
    knob="#171A19",
    shadow="#80000000",
    scrim="#8C000000",
    categories={
        Category.WORK_BASED: CategoryColours("#6C9CD8", "#1E2E42"),
        Category.PROFESSIONAL: CategoryColours("#E67186", "#40242B"),
        Category.FORMAL: CategoryColours("#E2BC64", "#3A3119"),
        Category.SELF_DIRECTED: CategoryColours("#6AD4EF", "#17363D"),
        Category.OTHER: CategoryColours("#D5D8D1", "#333836"),
        None: CategoryColours("#9AA49E", "#2A2F2D"),
    },
)
