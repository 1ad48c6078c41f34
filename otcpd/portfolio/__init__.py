"""A profile as plain content, and from it the PDF."""
