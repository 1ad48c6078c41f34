"""The page "Bin"."""
