"""The command palette: every action and page by name."""
