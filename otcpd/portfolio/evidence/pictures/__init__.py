"""Pictures as pages of the profile, and as they are seen in the window."""
