"""The page "Supervision": agreements, sessions, and what is prepared, recorded and agreed in them."""
