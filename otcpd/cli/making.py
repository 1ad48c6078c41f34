"""`otcpd new` and `otcpd demo`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from otcpd.cli.given import Given
from otcpd.cli.output import words
from otcpd.cli.parameters import day, record_argument


@click.command("new")
@record_argument
@click.option("--name", required=True, help="Your name as it is on the HCPC Register.")
@click.option("--registration", required=True, metavar="OT012345", help="Your HCPC number; ‘’ if you have none yet.")
@click.pass_obj
def new(given: Given, record: Path, name: str, registration: str) -> None:
    """Make a CPD file."""
    from otcpd.actions.files import new_file

    new_file(record, name, registration, given.services.around).close()
    words(f"Made. Your CPD file is ‘{record}’.")


@click.command("demo")
@record_argument
@click.option(
    "--activities", type=click.IntRange(min=0, max=100_000), default=120, show_default=True, help="How many to invent."
)
@click.option("--today", callback=day, metavar="DAY", help="The day on which the story ends; today if left out.")
@click.pass_obj
def demo(given: Given, record: Path, activities: int, today: date | None) -> None:
    """Make a CPD file full of invented content, to look around in."""
    from otcpd.actions.demo import demo as make_demo

    around = given.services.around
    make_demo(record, around, activities=activities, today=today or given.services.clock.today()).close()
    words(f"Made. ‘{record}’ is a sample: everybody and everything in it is invented.")
