"""Exporting the profile: a place, a worker that draws, a panel that tells how it went."""
