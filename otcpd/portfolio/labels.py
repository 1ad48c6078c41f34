"""The words and limits that a profile takes from the catalogue, handed in by whoever builds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ProfileLabels:
    """Words of the catalogue by their codes, and HCPC's limits in words.

    `categories` holds the categories in the order of the catalogue. Reasons that are not in `gap_reasons`
    are the person's own words. `standards` maps "1" to "5" to HCPC's CPD standards in short;
    `cpd_framework` is the code before the "@" in an activity's references to these five.
    """

    categories: Mapping[str, str]
    standards: Mapping[str, str]
    summary_limit: int
    statement_limit: int
    gap_reasons: Mapping[str, str] = field(default_factory=dict)
    cpd_framework: str = ""
