"""The documents of supervision and protected time, as tagged PDF and as Word document."""
