"""The system account that a server runs as: PostgreSQL and Elasticsearch both refuse root."""

import os
import pwd
import shutil
from pathlib import Path
from typing import TypedDict


class Identity(TypedDict, total=False):
    """Arguments of `subprocess` that drop root's rights."""

    user: int
    group: int
    extra_groups: list[int]


def is_root() -> bool:
    """Whether this process may act as another user, and has to."""
    return os.geteuid() == 0


def identity(account: str) -> Identity:
    """Run a process as this account when we are root, else as ourselves."""
    if not is_root():
        return {}
    entry = pwd.getpwnam(account)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def hand_over(folder: Path, account: str) -> None:
    """Give a folder and what is in it to the account that `identity` runs as."""
    if not is_root():
        return
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, account, pwd.getpwnam(account).pw_gid)
