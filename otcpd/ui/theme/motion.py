"""Whether the system is set to move things as little as possible."""

from __future__ import annotations

import sys

_SPI_GETCLIENTAREAANIMATION = 0x1042
"""Windows: "Animation effects" under Accessibility, Visual effects."""


def system_is_still() -> bool:
    """Whether the person has switched animation effects off for everything. Windows alone is asked."""
    if sys.platform == "win32":
        import ctypes

        moves = ctypes.c_int(1)
        asked = ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moves), 0)
        return bool(asked) and not moves.value
    return False
