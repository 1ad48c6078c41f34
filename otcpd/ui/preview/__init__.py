"""Evidence and profiles as people see them: pages, pictures, text, inside the window."""
