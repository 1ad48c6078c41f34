"""Charts as plain shapes: one piece of code for the PDF and for the window."""
