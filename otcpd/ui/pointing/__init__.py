"""Pointing out, as one types, what may tell who a service user is. Nothing is blocked."""
