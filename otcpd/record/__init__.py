"""The CPD file: opening, locking, migrations, the journal, search, backup and erasing."""
