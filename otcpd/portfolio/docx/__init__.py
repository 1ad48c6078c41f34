"""The profile as a Word document: its texts, lists and tables, without the pages of evidence."""
