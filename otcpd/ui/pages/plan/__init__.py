"""The page of the learning plan."""
