"""The parameters that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from otcpd.cli.given import Given
from otcpd.domain.dates import check_order, parse_day

Command = TypeVar("Command", bound=Callable[..., None])

PATH = click.Path(path_type=Path)
"""A path as typed; whether anything is there is for the actions to say."""


def day(context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """A day as people write it: 19/11/2026, 19 Nov, yesterday. Raises NotAcceptable for anything else."""
    given = context.find_object(Given)
    assert given is not None
    return None if value is None else parse_day(value, given.services.clock.today())


def record_argument(command: Command) -> Command:
    """The CPD file that a command works on."""
    return click.argument("record", type=PATH, metavar="RECORD")(command)


def period_options(command: Command) -> Command:
    """--from and --to; the command calls `check_period` with both."""
    last = click.option("--to", "end", callback=day, metavar="DAY", help="Last day, such as 21/11/2026.")
    first = click.option("--from", "start", callback=day, metavar="DAY", help="First day, such as 1 Nov 2025.")
    return first(last(command))


def check_period(start: date | None, end: date | None) -> None:
    """Raises NotAcceptable when both days are given and out of order."""
    if start is not None and end is not None:
        check_order(start, end)
