"""A PDF as pages of the profile."""
