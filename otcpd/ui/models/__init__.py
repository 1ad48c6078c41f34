"""Qt models over plain values; no widget and no CPD file in here."""
