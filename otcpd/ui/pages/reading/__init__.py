"""The page "Reading log"."""
