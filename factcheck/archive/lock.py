"""One writer at a time: a lock that the operating system gives back when its process dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from factcheck.errors import FactcheckError, Problem

_PAUSE = 0.05


@contextmanager
def writer_lock(path: Path, wait: float = 10.0) -> Iterator[None]:
    """Holds the lock file while the block runs; an error that names the holder after `wait` seconds in vain."""
    until = time.monotonic() + wait
    with path.open("a+", encoding="utf-8") as handle:
        while not _acquire(handle):
            if time.monotonic() > until:
                raise FactcheckError(_busy(path, handle))
            time.sleep(_PAUSE)
        handle.truncate(0)
        handle.write(f"process {os.getpid()}")
        handle.flush()
        try:
            yield
        finally:
            handle.truncate(0)
            _release(handle)


def _busy(path: Path, handle: IO[str]) -> Problem:
    handle.seek(0)
    holder = handle.read(100).strip() or "another process"
    hint = "try again when it has finished; reading goes on meanwhile"
    return Problem(str(path.parent), f"the archive is being written by {holder}", hint=hint, stage="archive")


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a locked byte cannot be read by others, and the holder's name must be

    def _acquire(handle: IO[str]) -> bool:
        try:
            os.lseek(handle.fileno(), _FAR, os.SEEK_SET)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: IO[str]) -> None:
        os.lseek(handle.fileno(), _FAR, os.SEEK_SET)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _acquire(handle: IO[str]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _release(handle: IO[str]) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
