"""The commands, under one name: `otcpd`."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from otcpd import __version__
from otcpd.cli import adding, backups, exchanging, listing, making, profiling
from otcpd.cli.given import Given
from otcpd.cli.parameters import PATH
from otcpd.domain.errors import FileMissing


class CommandsOrRecord(click.Group):
    """A group of commands in which a first word that is none of them is a CPD file to open."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; the window for a single word that is no command."""
        if self.get_command(ctx, args[0]) is not None:
            return super().resolve_command(ctx, args)
        if len(args) > 1:
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f" Did you mean ‘{near[0]}’?" if near else " To open a CPD file, give its path and nothing else."
            raise click.UsageError(f"There is no command ‘{args[0]}’.{hint}", ctx)
        return "window", _window, args


_EPILOG = """RECORD is your CPD file; its name ends in ‘.otcpd’. Days can be written as 19/11/2026, ‘19 Nov’ or
‘yesterday’. What a command finds goes to standard output, words about it to standard error.

\b
Exit codes:
  0   done
  1   findings (check) or differences (verify)
  2   wrong usage
  3   the CPD file cannot be opened
  4   what was given cannot be taken in
  5   the computer said no: disk full, no permission, no display
  70  a fault of otcpd itself
"""


@click.group(
    cls=CommandsOrRecord,
    invoke_without_command=True,
    subcommand_metavar="[RECORD | COMMAND …]",
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100, "show_default": True},
    epilog=_EPILOG,
)
@click.version_option(__version__, prog_name="otcpd", message="%(prog)s %(version)s", help="Show the version.")
@click.pass_context
def otcpd(context: click.Context) -> None:
    """Keep your CPD: log, evidence and HCPC profile, in one file that is yours.

    Alone, or with a CPD file, otcpd opens its window. Everything stays on this computer.
    """
    if context.invoked_subcommand is None:
        _open(context, None)


@click.command("otcpd")
@click.argument("record", type=PATH)
@click.pass_context
def _window(context: click.Context, record: Path) -> None:
    if not record.exists():
        raise FileMissing(
            f"There is no CPD file ‘{record}’, and no command of that name.",
            "",
            "Check the name and the folder; ‘otcpd --help’ lists the commands.",
        )
    _open(context, record)


def _open(context: click.Context, record: Path | None) -> None:
    given = context.find_object(Given)
    assert given is not None
    context.exit(given.open_window(given.services, record))


for _command in (
    making.new,
    making.demo,
    adding.add,
    adding.attach,
    listing.list_,
    profiling.check,
    profiling.profile,
    exchanging.export,
    exchanging.import_,
    backups.backup,
    backups.restore,
    backups.verify,
    backups.erase,
):
    otcpd.add_command(_command)
