"""The window round the pages: sidebar, menu, messages, opening and closing a CPD file."""
