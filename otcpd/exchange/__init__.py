"""Other formats in and out: JSON, CSV, and the text inside evidence files."""
