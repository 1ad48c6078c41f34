"""Contrast and distance of colours, written from the published formulas."""

from __future__ import annotations

from functools import cache
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Triple = tuple[float, float, float]

SIGHTS: dict[str, tuple[Triple, Triple, Triple] | None] = {
    "normal": None,
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes 2009, full severity, on linear RGB."""


def linear(colour: str) -> Triple:
    """ "#RRGGBB" as linear RGB, 0 to 1 (sRGB, IEC 61966-2-1)."""
    red, green, blue = (_expand(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return red, green, blue


@cache
def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def seen(colour: str, sight: str) -> Triple:
    """Linear RGB of a colour as `sight` has it."""
    rgb = linear(colour)
    matrix = SIGHTS[sight]
    if matrix is None:
        return rgb
    red, green, blue = (
        min(1.0, max(0.0, sum(part * value for part, value in zip(row, rgb, strict=True)))) for row in matrix
    )
    return red, green, blue


def distance(first: str, second: str, sight: str) -> float:
    """CIEDE2000 of two colours as `sight` has them (Sharma, Wu and Dalal 2005)."""
    light1, a1, b1 = _lab(seen(first, sight))
    light2, a2, b2 = _lab(seen(second, sight))
    mean_chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7))
    a1, a2 = a1 * stretch, a2 * stretch
    chroma1, chroma2 = hypot(a1, b1), hypot(a2, b2)
    hue1, hue2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    step, mean_hue = _hues(hue1, hue2, chroma1 * chroma2)
    delta_light, delta_chroma = light2 - light1, chroma2 - chroma1
    delta_hue = 2 * sqrt(chroma1 * chroma2) * sin(radians(step) / 2)
    mean_light, mean_c = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    weight = (
        1
        - 0.17 * cos(radians(mean_hue - 30))
        + 0.24 * cos(radians(2 * mean_hue))
        + 0.32 * cos(radians(3 * mean_hue + 6))
        - 0.20 * cos(radians(4 * mean_hue - 63))
    )
    off = (mean_light - 50) ** 2
    part_light = delta_light / (1 + 0.015 * off / sqrt(20 + off))
    part_chroma = delta_chroma / (1 + 0.045 * mean_c)
    part_hue = delta_hue / (1 + 0.015 * mean_c * weight)
    turn = 30 * exp(-(((mean_hue - 275) / 25) ** 2))
    rotation = -2 * sqrt(mean_c**7 / (mean_c**7 + 25.0**7)) * sin(radians(2 * turn))
    return sqrt(part_light**2 + part_chroma**2 + part_hue**2 + rotation * part_chroma * part_hue)


def _hues(hue1: float, hue2: float, chromas: float) -> tuple[float, float]:
    """The step from one hue to the other, and their mean, the short way round."""
    if chromas == 0:
        return 0.0, hue1 + hue2
    step = hue2 - hue1
    total = hue1 + hue2
    if abs(step) > 180:
        step += 360 if step < 0 else -360
        total += 360 if total < 360 else -360
    return step, total / 2


def _expand(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


@cache
def _luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab(rgb: Triple) -> Triple:
    """CIE Lab under D65."""
    red, green, blue = rgb
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
