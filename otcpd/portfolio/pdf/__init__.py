"""The profile as a tagged PDF. `write` has the one function that others call."""
