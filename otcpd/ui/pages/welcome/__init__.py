"""Before a CPD file is open: three doors, and the two short screens of a first run."""
