"""Documents of supervision and protected time in the window: looking at one, and saving it."""
