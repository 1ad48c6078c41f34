"""Reads the dated facts in resources/: HCPC rules, activity types, standards, reflective models."""
