"""Data kept from one run for the next in the user's cache folder, so that YAML, words and templates
need not be parsed and compiled again.

An entry is named by a digest of all that its data was made from, so it cannot be stale. It is plain data or bytecode,
and is read only from a folder that nobody else can write to. Where that cannot be had, everything is made anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

FOLDER = "FACTCHECK_CACHE"  # the variable that names another folder; empty: nothing is kept
CANONICAL = 2  # the newest way to marshal that gives the same bytes for the same data, as a source must
_FORMAT = f"1 {sys.implementation.cache_tag} {marshal.version}".encode()
_MOST = 8  # entries of one name, as there may be several versions of the rules and of Python
_SIZE = 32  # of a digest

T = TypeVar("T")


def kept(name: str, sources: Iterable[bytes], make: Callable[[], T]) -> T:
    """What `make` gives, taken from an earlier run where that had the same sources; it must be plain data."""
    folder = _folder()
    if folder is None:
        return make()
    path = folder / f"{name}-{_digest([_FORMAT, *sources]).hex()}"
    with suppress(OSError, ValueError, EOFError, TypeError):
        data: T = _read(path)
        return data
    data = make()
    with suppress(OSError, ValueError):
        _write(path, marshal.dumps(data))  # type: ignore[arg-type]
        _prune(folder, name)
    return data


def _digest(parts: Iterable[bytes]) -> bytes:
    found = blake2b(digest_size=_SIZE)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def _read(path: Path) -> Any:
    content = path.read_bytes()
    if content[:_SIZE] != _digest([content[_SIZE:]]):
        raise ValueError("damaged")
    return marshal.loads(content[_SIZE:])


def _write(path: Path, content: bytes) -> None:
    """Writes an entry so that whoever reads at the same time sees all of it or nothing."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(_digest([content]) + content)
    draft.replace(path)


def _prune(folder: Path, name: str) -> None:
    """Removes all but the newest entries of a name."""
    known = sorted(folder.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in known[_MOST:]:
        path.unlink(missing_ok=True)


def _folder() -> Path | None:
    """The cache folder, made where it is not there; None where others could write to it or none can be had."""
    folder = os.environ.get(FOLDER)
    if folder is None:
        folder = os.path.join(_user_cache(), "factcheck")
    if not os.path.isabs(folder):
        return None
    with suppress(OSError):
        os.makedirs(folder, 0o700, exist_ok=True)
        info = os.stat(folder)
        mine = not hasattr(os, "getuid") or (info.st_uid == os.getuid() and not info.st_mode & 0o022)
        return Path(folder) if mine else None
    return None


def _user_cache() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
