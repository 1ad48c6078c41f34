"""The window: PySide6 only here and in otcpd.app."""
