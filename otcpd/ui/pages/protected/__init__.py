"""The page "Protected time"."""
