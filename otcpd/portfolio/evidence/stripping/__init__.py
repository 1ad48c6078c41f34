"""Copies of files without what nobody sees in them."""
