"""Which icon stands for which kind of thing in a CPD file, wherever things of several kinds stand in one list."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

THING_ICONS: Mapping[str, str] = MappingProxyType(
    {
        "activity": "log",
        "evidence": "evidence",
        "gap_reason": "gap",
        "person": "team",
        "employer": "briefcase",
        "post": "briefcase",
        "own_type": "tag",
        "tag": "tag",
        "portfolio": "portfolio",
        "agreement": "page",
        "supervision_session": "supervision",
        "entitlement": "clock",
        "protected_slot": "clock",
        "workload": "note",
        "framework": "layers",
        "role_aim": "flag",
        "opportunity": "briefcase",
        "assessment": "wheel",
        "goal": "rosette",
        "learning_plan": "calendar",
        "impact": "heart",
        "reading": "open-book",
    }
)
"""By table. What is not here is a "note"."""
