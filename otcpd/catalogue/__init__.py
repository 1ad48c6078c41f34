"""The dated facts that ship with the app, read once from its resources: `load_catalogue()`.

The values it is made of are in `otcpd.catalogue.entries`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from otcpd.catalogue.entries import Catalogue


def load_catalogue() -> Catalogue:
    """The catalogue, read at the first call and the same object ever after."""
    # Imported here because making its classes and reading TOML costs more than importing a package should.
    from otcpd.catalogue.loading import load

    return load()
