"""The documents of supervision, read back."""
