"""Theme, text size and motion: changed at once, remembered by this computer."""

from __future__ import annotations

from otcpd.ui.machine import MachineSettings
from otcpd.ui.theme.motion import system_is_still
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.theme.type import TEXT_SIZES


def step_text_size(theme: Theme, machine: MachineSettings, step: int) -> None:
    """One size up (1), down (-1), or back to the usual one (0)."""
    nearest = min(range(len(TEXT_SIZES)), key=[abs(size - theme.factor) for size in TEXT_SIZES].__getitem__)
    place = min(max(nearest + step, 0), len(TEXT_SIZES) - 1) if step else 0
    choose_text_size(theme, machine, TEXT_SIZES[place])


def choose_text_size(theme: Theme, machine: MachineSettings, factor: float) -> None:
    """A text size of one's own, 1.0 to 2.0."""
    theme.set_factor(factor)
    machine.put("text_size", theme.factor)
    machine.save()


def choose_theme(theme: Theme, machine: MachineSettings, choice: ThemeChoice) -> None:
    """Light, dark, or as the system has it."""
    theme.set_choice(choice)
    machine.put("theme", choice.value)
    machine.save()


def is_still(machine: MachineSettings) -> bool:
    """Whether things move as little as possible: as the person chose, or else as the system has it."""
    return machine.number("still", float(system_is_still())) > 0


def choose_still(theme: Theme, machine: MachineSettings, still: bool) -> None:
    """Move things as little as possible, or as they were made to."""
    theme.set_still(still)
    machine.put("still", float(still))
    machine.save()
