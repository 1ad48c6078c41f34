"""The documents of supervision as tagged PDF."""
