"""`otcpd check` and `otcpd profile`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import CommandLine

YEAR = ("--from", "1/11/2025", "--to", "21/11/2026")


def fill(otcpd: CommandLine) -> None:
    """Activities of two kinds without a gap."""
    for month in ("November 2025", "January 2026", "March 2026", "May 2026", "July 2026", "September 2026"):
        otcpd.add(f"2h journal club 20 {month}")
        otcpd.add(f"course on falls 21 {month}")


def test_findings_in_json(otcpd: CommandLine) -> None:
    said = otcpd("check", otcpd.record, *YEAR, "--format", "json")
    assert said.code == 1
    found = said.json
    assert list(found) == ["period", "ready", "findings"]
    assert found["period"] == {"start": "2025-11-01", "end": "2026-11-21"}
    assert found["ready"] is False
    assert list(found["findings"][0]) == ["rule", "level", "message", "why", "source", "fix", "items"]
    assert {"R1", "R2"} <= {one["rule"] for one in found["findings"] if one["level"] == "error"}


def test_findings_in_words(otcpd: CommandLine) -> None:
    said = otcpd("check", otcpd.record, *YEAR)
    assert said.code == 1
    assert said.lines[0].startswith("Fix before sending: ")
    assert "1 November 2025 to 21 November 2026" in said.err


def test_nothing_to_fix_is_code_0(otcpd: CommandLine) -> None:
    fill(otcpd)
    said = otcpd("check", otcpd.record, *YEAR)
    assert said.code == 0
    assert "Nothing needs fixing" in said.err
    assert otcpd("check", otcpd.record, *YEAR, "--format", "json").json["ready"] is True


def test_the_period_follows_the_cycle_when_no_days_are_given(otcpd: CommandLine) -> None:
    period = otcpd("check", otcpd.record, "--format", "json").json["period"]
    assert period["end"] <= "2026-11-21"


def test_days_out_of_order(otcpd: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "profile.pdf"
    for command in (["check", otcpd.record], ["profile", otcpd.record, out]):
        said = otcpd(*command, "--from", "2 March", "--to", "1 March")
        assert (said.code, said.out) == (4, "")
    assert not out.exists()


def test_a_profile_is_written(otcpd: CommandLine, tmp_path: Path) -> None:
    fill(otcpd)
    out = tmp_path / "profile.pdf"
    said = otcpd("profile", otcpd.record, out, *YEAR)
    assert (said.code, said.lines) == (0, [str(out)])
    assert out.read_bytes().startswith(b"%PDF-")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["my cpd.otcpd", "profile.pdf"]


def test_a_portfolio_by_name(otcpd: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "profile.pdf"
    assert otcpd("profile", otcpd.record, out, "--portfolio", "HCPC profile").code == 0
    said = otcpd("profile", otcpd.record, tmp_path / "other.pdf", "--portfolio", "Job interview")
    assert said.code == 4
    assert "HCPC profile" in said.err


def test_a_folder_that_is_not_there(otcpd: CommandLine, tmp_path: Path) -> None:
    said = otcpd("profile", otcpd.record, tmp_path / "nowhere" / "profile.pdf")
    assert said.code in (4, 5)
    assert said.err.count("\n") == 1


def test_an_older_profile_stays_when_the_new_one_cannot_be_written(otcpd: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "profile.pdf"
    out.write_bytes(b"the older one")
    said = otcpd("profile", otcpd.record, out, "--portfolio", "Job interview")
    assert said.code == 4
    assert out.read_bytes() == b"the older one"
