"""Frameworks of Mahara's SmartEvidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import FrameworkKind
from tests.exchange.frameworks.support import HERE, read, told, tree, written


def test_the_first_form_nests_elements_in_standards() -> None:
    found = read(HERE / "mahara_first.matrix")
    assert (found.framework.name, found.framework.note) == ("Smart evidence for OTs", "An example")
    assert (found.framework.kind, found.format, found.told_edition) == (FrameworkKind.STANDARDS, "Mahara", False)
    assert tree(found) == [
        "1 Professional knowledge 1: Know the people",
        "  1.1 one point one",
        "  1.2 one point two",
        "    1.2.1 one point two point one",
        "  1.3 one point three",
        "2 Unused 2: Later",
    ]
    assert told(found) == [
        "the framework: What Mahara calls the state of evidence (‘Ready for assessment’ and ‘Not yet’) has no place"
        " here. It was left out."
    ]


def test_the_second_form_lists_elements_beside_standards() -> None:
    found = read(HERE / "mahara_second.matrix")
    assert tree(found) == [
        "1 Leading: Leads others",
        "  1.1 Leads a team",
        "    1.1.1 Leads a meeting",
        "      5 Writes the minutes",
        "2 Teaching: Teaches",
        "  2.1 Has a student",
        "2.2 Below nobody",
        "3.1 Of no standard",
    ]
    assert found.framework.by_code["1"].notes == "Teams\nChange"
    faults = "\n".join(told(found))
    assert "element 4: What it stands below, ‘element 2.9, which is not there’, is not in the file." in faults
    assert "element 5: What it stands below, ‘standard 3’, is not in the file." in faults
    assert "the elements: Some of them are no elements. They were left out." in faults


def test_an_empty_matrix_and_one_that_is_none(tmp_path: Path) -> None:
    found = read(written(tmp_path, "Our team.matrix", {"framework": {"standards": []}}))
    assert (found.framework.name, found.framework.items) == ("Our team", ())
    with pytest.raises(NotAcceptable, match="JSON of another kind"):
        read(written(tmp_path, "bad.matrix", {"framework": []}))
