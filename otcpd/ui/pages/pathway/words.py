"""Sentences of the page "Pathway"."""

from __future__ import annotations

PAGE = "Pathway"
FACT = "Where you are, where you want to be, and what gets you there."
