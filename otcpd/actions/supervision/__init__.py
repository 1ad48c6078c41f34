"""What a person can do about supervision: agreements, sessions, what is agreed in them, protected time."""
