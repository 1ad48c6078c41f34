"""The quick note: a small window for a line that becomes an activity."""
