"""The pages of the window. Each is built when it is first shown."""
