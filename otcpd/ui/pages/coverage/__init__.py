"""The page "Coverage"."""
