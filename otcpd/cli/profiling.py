"""`otcpd check` and `otcpd profile`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import click

from otcpd.actions.files import open_to_read
from otcpd.actions.profile_plan import USUAL_MOST_MB, ProfilePlan
from otcpd.background import Progress
from otcpd.cli.ending import ending_cleanly
from otcpd.cli.exported import print_exported
from otcpd.cli.given import Exit, Given
from otcpd.cli.output import data, one_line, print_json, progress, words
from otcpd.cli.parameters import PATH, check_period, period_options, record_argument
from otcpd.domain.period import Period
from otcpd.domain.readiness import Finding, Level, Readiness
from otcpd.domain.sizes import MB
from otcpd.domain.words import counted

_LEVELS = {
    Level.ERROR: "Fix before sending",
    Level.WARNING: "Worth a look",
    Level.NOTICE: "Good to know",
}


@click.command("check")
@record_argument
@period_options
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def check(context: click.Context, record: Path, start: date | None, end: date | None, layout: str) -> None:
    """Check your profile by HCPC's rules.

    Shows what needs fixing before you send it, what is worth a look and what is good to know. Without days
    it looks at your current registration cycle. Exit code 1 if anything needs fixing.
    """
    from otcpd.actions.checking import check as look_through

    given = context.find_object(Given)
    assert given is not None
    check_period(start, end)
    with open_to_read(record, given.services.around) as opened:
        readiness = look_through(opened, start, end)
    if layout == "json":
        print_json(readiness_json(readiness))
    else:
        _print_findings(readiness)
    if not readiness.ready:
        context.exit(Exit.FINDINGS)


def readiness_json(readiness: Readiness) -> dict[str, object]:
    """What `check --format json` prints (docs/record-format.md); days are ISO dates, both included."""
    return {
        "period": {"start": readiness.start.isoformat(), "end": readiness.end.isoformat()},
        "ready": readiness.ready,
        "findings": [_finding_json(finding) for finding in readiness.findings],
    }


def _finding_json(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "why": finding.why,
        "source": finding.source,
        "fix": finding.fix,
        "items": list(finding.items),
    }


def _print_findings(readiness: Readiness) -> None:
    for finding in readiness.findings:
        data(f"{_LEVELS[finding.level]}: {one_line(finding.message)}. ({finding.rule})")
        data(f"    {finding.why}")
        data(f"    To mend it: {finding.fix}. Source: {finding.source}.")
    for figure in readiness.figures:
        data(figure)
    period = Period(readiness.start, readiness.end).text
    number = sum(finding.level is Level.ERROR for finding in readiness.findings)
    if readiness.ready:
        words(f"Checked {period}. Nothing needs fixing before you send your profile.")
    else:
        words(f"Checked {period}. {counted(number, 'thing').capitalize()} to fix before you send your profile.")


_MOST_MB = 1_000_000
"""More than any disk that a profile goes to; says also no to infinity and to what is no number."""


def _megabytes(_context: click.Context, _parameter: click.Parameter, value: float) -> int | None:
    """Bytes from megabytes; None, which is no limit, from 0."""
    if not 0 <= value <= _MOST_MB:
        raise click.BadParameter("it is a number of megabytes, such as 10 or 2.5, and 0 for no limit.")
    return max(1, round(value * MB)) if value else None


def _ending(ending: str) -> Callable[[click.Context, click.Parameter, Path | None], Path | None]:
    """A path whose name has to end so: another program would not know what to do with the file."""

    def checked(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
        if value is not None and value.suffix.casefold() != ending:
            raise click.BadParameter(f"its name ends in ‘{ending}’, and that of ‘{value.name}’ does not.")
        return value

    return checked


@click.command("profile")
@record_argument
@click.argument("out", type=PATH, metavar="OUT.pdf", callback=_ending(".pdf"))
@period_options
@click.option("--portfolio", metavar="NAME", help="Which portfolio; the current one if left out.")
@click.option(
    "--max-mb",
    "most_bytes",
    type=float,
    default=USUAL_MOST_MB,
    show_default=True,
    metavar="N",
    callback=_megabytes,
    help="Split the PDF into parts of at most this many megabytes; 0 for no limit.",
)
@click.option("--docx", type=PATH, metavar="OUT.docx", callback=_ending(".docx"), help="Also a Word copy of the text.")
@click.option("--originals", type=PATH, metavar="FOLDER|OUT.zip", help="Also the evidence as numbered files.")
@click.option(
    "--text",
    "copy_text",
    type=PATH,
    metavar="OUT.txt",
    callback=_ending(".txt"),
    help="Also the texts for HCPC’s online form.",
)
@click.option("--supervision", is_flag=True, help="Also an annex on supervision: facts alone, no names.")
@click.option("--reading", is_flag=True, help="Also an annex with what you read in the period, as a reference list.")
@click.pass_obj
def profile(given: Given, record: Path, **wanted: Unpack[_Wanted]) -> None:
    """Write your HCPC profile as a PDF, with your evidence as pages.

    Prints the files that were made, one a line; and in words what is listed but not shown, what is printed
    as a box, and what was left out.
    """
    from otcpd.actions.profile_export import write_profile

    check_period(wanted["start"], wanted["end"])
    shown = progress("Profile")

    def heard(now: Progress) -> None:
        if shown is not None:
            shown(now.done, now.total)

    with open_to_read(record, given.services.around) as opened, ending_cleanly():
        exported = write_profile(opened, ProfilePlan(**wanted), heard)
    print_exported(exported)
    if exported.faults:
        raise exported.faults[0]  # the files are there without that piece; the report is about us


class _Wanted(TypedDict):
    """What was typed, under the names of a `ProfilePlan`."""

    out: Path
    start: date | None
    end: date | None
    portfolio: str | None
    most_bytes: int | None
    docx: Path | None
    originals: Path | None
    copy_text: Path | None
    supervision: bool
    reading: bool
