"""The dated facts that ship with the app, read once from its resources: `load_catalogue()`.

Making its classes and reading TOML costs more than importing a package should, so both wait for the
first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from otcpd.catalogue.entries import (
        ActivityType,
        Catalogue,
        CategoryEntry,
        Choice,
        Framework,
        Prompt,
        ReflectiveModel,
        Standard,
    )

__all__ = [
    "ActivityType",
    "Catalogue",
    "CategoryEntry",
    "Choice",
    "Framework",
    "Prompt",
    "ReflectiveModel",
    "Standard",
    "load_catalogue",
]


def load_catalogue() -> Catalogue:
    """The catalogue, read at the first call and the same object ever after."""
    from otcpd.catalogue.loading import load

    return load()


def __getattr__(name: str) -> object:
    """The classes of the entries, when somebody first asks for one."""
    if name not in __all__:
        raise AttributeError(name)
    from otcpd.catalogue import entries

    return getattr(entries, name)
