"""Who can read a text: choosing it, and seeing what each reader sees."""
