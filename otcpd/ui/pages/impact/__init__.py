"""The page "Impact": what activities changed, for people and for the service."""
