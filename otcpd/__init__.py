"""otcpd: the professional life of an occupational therapist in one file she owns."""

__version__ = "0.1.0"
