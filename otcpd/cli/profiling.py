"""`otcpd check` and `otcpd profile`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from otcpd.actions.files import open_to_read
from otcpd.cli.given import Exit, Given
from otcpd.cli.output import data, one_line, print_json, progress, words
from otcpd.cli.parameters import PATH, check_period, period_options, record_argument
from otcpd.domain.period import Period
from otcpd.domain.readiness import Finding, Level, Readiness
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
    period = Period(readiness.start, readiness.end).text
    number = sum(finding.level is Level.ERROR for finding in readiness.findings)
    if readiness.ready:
        words(f"Checked {period}. Nothing needs fixing before you send your profile.")
    else:
        words(f"Checked {period}. {counted(number, 'thing').capitalize()} to fix before you send your profile.")


@click.command("profile")
@record_argument
@click.argument("out", type=PATH, metavar="OUT.pdf")
@period_options
@click.option("--portfolio", metavar="NAME", help="Which portfolio; the current one if left out.")
@click.pass_obj
def profile(given: Given, record: Path, out: Path, start: date | None, end: date | None, portfolio: str | None) -> None:
    """Write your HCPC profile as a PDF."""
    from otcpd.actions.profile import write_profile

    if out.suffix.casefold() != ".pdf":
        raise click.UsageError(f"A profile is a PDF, so its name ends in “.pdf”. “{out.name}” does not.")
    check_period(start, end)
    with open_to_read(record, given.services.around) as opened:
        write_profile(opened, out, start, end, portfolio, progress("Profile"))
    data(str(out))
    words("Exported your profile.")
