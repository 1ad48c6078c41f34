"""The history of an entry: what changed when, and bringing it back."""
