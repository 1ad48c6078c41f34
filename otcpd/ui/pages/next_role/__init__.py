"""The page "Next role": what a role asks, what the log shows of it, and what is missing."""
