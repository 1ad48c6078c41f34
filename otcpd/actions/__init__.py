"""What a person can do: one function per use case, one step each, returning what changed."""
