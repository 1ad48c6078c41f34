"""Tests of what a person does on her career pathway."""
