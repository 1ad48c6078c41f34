"""The portfolio: period, summary and statement, profile checks, and the way to the PDF."""
