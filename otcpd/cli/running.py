"""Runs one command line and turns everything that can go wrong into a paragraph and an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from otcpd.actions.files import SUFFIX
from otcpd.actions.services import Services
from otcpd.cli.given import Exit, Given, OpenWindow
from otcpd.disk import machine_errors
from otcpd.domain.errors import OtcpdError


def run(arguments: Sequence[str], services: Services, open_window: OpenWindow) -> int:
    """Runs `otcpd` with these arguments (without the program's own name) and returns the exit code."""
    speak_utf8()
    outcome = _Outcome(services)
    with outcome:
        if _only_window(arguments):
            outcome.exit_code = open_window(services, Path(arguments[0]) if arguments else None)
        else:
            _run_command(arguments, Given(services, open_window))
        _flush()
    return outcome.exit_code


def _only_window(arguments: Sequence[str]) -> bool:
    """Whether it is plain without the commands, which take long to import, that the window is wanted."""
    return not arguments or (len(arguments) == 1 and arguments[0].endswith(SUFFIX) and Path(arguments[0]).exists())


def _run_command(arguments: Sequence[str], given: Given) -> None:
    from otcpd.cli.commands import otcpd

    with otcpd.make_context("otcpd", list(arguments), obj=given) as context:
        otcpd.invoke(context)


class _Outcome:
    """Holds the exit code; on leaving, whatever was raised becomes words and a code.

    The one place where faults of ours end: nothing further up could do better with them.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self.exit_code = int(Exit.DONE)

    def __enter__(self) -> _Outcome:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, raised: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        if raised is None:
            return True
        import click

        from otcpd.cli.wording import usage_paragraph

        match raised:
            case click.exceptions.Exit():
                self.exit_code = raised.exit_code
            case click.ClickException():
                self._tell(usage_paragraph(raised), Exit.USAGE)
            case click.Abort() | KeyboardInterrupt():
                self._tell("Stopped. What was saved before is kept.", Exit.STOPPED)
            case BrokenPipeError():
                _forget_output()
            case OSError():
                _forget_output()
                error = _from_system(raised)
                self._tell(error.text, error.exit_code)
            case OtcpdError():
                self._tell(raised.text, raised.exit_code)
            case Exception():
                self._tell(_fault_paragraph(raised, self._services), Exit.OUR_FAULT)
            case _:
                return False
        return True

    def _tell(self, words: str, exit_code: int) -> None:
        import click

        self.exit_code = exit_code
        with contextlib.suppress(OSError):
            click.echo(words, err=True)


def _from_system(error: OSError) -> OtcpdError:
    try:
        with machine_errors(Path(error.filename or "this place")):
            raise error
    except OtcpdError as ours:
        return ours


def _fault_paragraph(fault: Exception, services: Services) -> str:
    from otcpd.actions.fault_report import save_fault_report

    report = save_fault_report(fault, services.reports_folder, services.clock.now())
    where = f" A report without any of your text is in ‘{report}’." if report else ""
    return f"Something went wrong in otcpd itself ({type(fault).__name__}). What was saved before is kept.{where}"


def speak_utf8() -> None:
    """Makes both outputs UTF-8 whatever the console's code page; odd bytes in file names pass through."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _flush() -> None:
    """Here, so that a reader that went away or a full disk is noticed while we can still tell."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _forget_output() -> None:
    """Our output cannot be written any more: keeps the interpreter from complaining about it on exit."""
    if sys.stdout is None:
        return
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
