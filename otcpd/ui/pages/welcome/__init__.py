"""Before a CPD file is open: three doors, and the three short screens of a first run."""
