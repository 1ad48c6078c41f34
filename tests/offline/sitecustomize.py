"""Found by every Python that a test starts, because `tests.conftest` puts this folder on its path: no network there.

What was asked for is noted in the file that OTCPD_TEST_NETWORK names, so that the test fails though the error
is swallowed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

REACHING = frozenset({"socket.connect", "socket.bind", "socket.sendto"})
ASKING = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Lets processes of this machine speak to each other by files, and nobody else."""
    by_file = event in REACHING and isinstance(arguments[1], (str, bytes))
    if by_file or event not in REACHING | ASKING:
        return
    with Path(os.environ["OTCPD_TEST_NETWORK"]).open("a", encoding="utf-8") as log:
        log.write(f"{event} {arguments[1:]!r}\n")
    raise OSError("the network is off in tests")


if "OTCPD_TEST_NETWORK" in os.environ:
    sys.addaudithook(refuse)
