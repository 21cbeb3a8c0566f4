"""Child processes that never outlive the command that started them."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 20  # seconds that a server gets to close its files before it is killed


def exit_on_signals() -> None:
    """Turn the signals that would end this process into an exit that cleans up on its way."""

    def leave(number: int, _frame: FrameType | None) -> None:
        for each in ENDING:  # the second Ctrl-C must not interrupt the cleaning up
            signal.signal(each, signal.SIG_IGN)
        sys.exit(128 + number)

    for each in ENDING:
        signal.signal(each, leave)


def run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command in front of the user; if we are told to stop, stop it first."""
    with subprocess.Popen(command, env={**os.environ, **environment}) as process:
        try:
            return process.wait()
        except BaseException:
            process.terminate()
            raise


def stop(process: subprocess.Popen[bytes], number: signal.Signals = signal.SIGTERM) -> None:
    """Stop a server that leads its own process group, and everything that it started."""
    process.send_signal(number)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def last_lines(log: Path, count: int = 20) -> str:
    """Return the end of a server's log, to show why it did not start."""
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:])
