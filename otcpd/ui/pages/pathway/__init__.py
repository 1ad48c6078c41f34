"""The page "Pathway": levels, goals, and the ways to everything that belongs to a career."""
