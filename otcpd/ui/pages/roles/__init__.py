"""The page "Roles": posts over time, roles aimed for, and opportunities."""
