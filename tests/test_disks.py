"""Tests of full disks are left out in sight, and never where everything has to run."""

from __future__ import annotations

import pytest

from tests import disks


def cannot() -> bool:
    return False


@pytest.mark.parametrize("name", disks.NEEDS)
def test_what_cannot_run_here_is_named_and_fails_on_the_build_machine(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    item: pytest.Item = request.node
    monkeypatch.delenv("CI", raising=False)
    assert disks.impossible_here([item]) == []
    item.add_marker(name)
    monkeypatch.setattr(disks, "NEEDS", dict.fromkeys(disks.NEEDS, cannot))
    assert disks.impossible_here([item]) == [item]
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.UsageError, match="1 tests need to mount"):
        disks.impossible_here([item])
