"""Ports on the loopback address that nobody listens on."""

import socket

LOOPBACK = "127.0.0.1"


def is_free(port: int) -> bool:
    """Whether a server could listen on this port now."""
    with socket.socket() as probe:
        # Servers set this too: a port that a stopped server has just left counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def free_port(preferred: int = 0) -> int:
    """Return the preferred port if it is free, else one that the system picks."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, preferred if preferred and is_free(preferred) else 0))
        return int(probe.getsockname()[1])
