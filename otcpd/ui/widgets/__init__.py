"""The parts that pages are made of. Each file holds one, with all its states and its accessible names."""
