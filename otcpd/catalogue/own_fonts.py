"""The fonts that ship with the app, for whatever draws with them."""

from __future__ import annotations

from importlib.resources import files

from otcpd.domain.errors import MachineSaidNo


class FontsMissing(MachineSaidNo):
    """A part of otcpd itself is not there any more: the program was not installed whole, or was cleared up since."""


def font_bytes(name: str) -> bytes:
    """One of our own fonts, such as "Inter-Regular.ttf". Raises FontsMissing."""
    try:
        return (files("otcpd") / "resources" / "fonts" / name).read_bytes()
    except OSError as error:
        raise FontsMissing(
            "otcpd’s own fonts are missing.", "Your CPD file is unchanged.", "Install otcpd again."
        ) from error
