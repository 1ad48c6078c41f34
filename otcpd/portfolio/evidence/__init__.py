"""Evidence as pages of the profile: what can be shown of each file, and why something cannot."""
