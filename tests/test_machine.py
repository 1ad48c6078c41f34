"""Tests of full disks and of displays are left out in sight, and the first never where everything has to run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import machine


def cannot() -> bool:
    return False


@pytest.mark.parametrize("name", machine.NEEDS)
def test_what_cannot_run_here_is_named_and_fails_on_the_build_machine(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    item: pytest.Item = request.node
    monkeypatch.delenv("CI", raising=False)
    assert machine.impossible_here([item]) == {}
    item.add_marker(name)
    need = replace(machine.NEEDS[name], met=cannot)
    monkeypatch.setattr(machine, "NEEDS", {name: need})
    assert machine.impossible_here([item]) == {need.words: [item]}
    monkeypatch.setenv("CI", "true")
    if need.demanded:
        with pytest.raises(pytest.UsageError, match=f"1 tests {need.words}"):
            machine.impossible_here([item])
    else:
        assert machine.impossible_here([item]) == {need.words: [item]}
