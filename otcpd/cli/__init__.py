"""The command line: reads what was typed, calls an action, prints what came of it.

Data goes to standard output, words for people to standard error. See `otcpd --help`.
"""

from otcpd.cli.given import OpenWindow
from otcpd.cli.running import run

__all__ = ["OpenWindow", "run"]
