"""From which kinds of things more than one page reads what it shows."""

from __future__ import annotations

CHECKS = ("activity", "portfolio", "gap_reason", "setting", "person", "layer", "agreement", "supervision_session")
"""What the profile checks read."""
PROTECTED = ("entitlement", "protected_slot")
"""What protected time is reckoned from, beside activities and sessions."""
