"""Runs one command line and turns everything that can go wrong into a paragraph and an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import click

from otcpd.actions.fault_report import save_fault_report
from otcpd.actions.services import Services
from otcpd.cli.commands import otcpd
from otcpd.cli.given import Exit, Given, OpenWindow
from otcpd.cli.wording import usage_paragraph
from otcpd.disk import machine_errors
from otcpd.domain.errors import OtcpdError


def run(arguments: Sequence[str], services: Services, open_window: OpenWindow) -> int:
    """Runs `otcpd` with these arguments (without the program's own name) and returns the exit code."""
    speak_utf8()
    outcome = _Outcome(services)
    with outcome, otcpd.make_context("otcpd", list(arguments), obj=Given(services, open_window)) as context:
        otcpd.invoke(context)
        _flush()
    return outcome.exit_code


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
        match raised:
            case None:
                return True
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
    report = save_fault_report(fault, services.reports_folder, services.clock.now())
    where = f" A report without any of your text is in “{report}”." if report else ""
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
