"""Help: one short page for each page of the window."""
