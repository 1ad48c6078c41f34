"""The documents of supervision as Word documents."""
