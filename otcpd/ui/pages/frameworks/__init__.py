"""The page "Frameworks"."""
