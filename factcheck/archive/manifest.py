"""The list of the files that make up an archive; replaced in one step, so a reader sees all of a write or nothing."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError, Problem

FORMAT = 1
NAME = "manifest.json"
_GRACE = 3600.0  # seconds that a replaced file is kept, for readers that still hold the manifest before


@dataclass(frozen=True, slots=True)
class File:
    """A Parquet file of rows sorted by key."""

    name: str  # below the archive's folder, with forward slashes
    rows: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Run:
    """Files whose keys do not overlap and rise from file to file."""

    files: tuple[File, ...]

    @property
    def rows(self) -> int:
        return sum(file.rows for file in self.files)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The runs of every table, and how often the archive was written."""

    number: int = 0
    tables: Mapping[str, tuple[Run, ...]] = field(default_factory=dict)

    def runs(self, table: str) -> tuple[Run, ...]:
        """The runs of a table, oldest first."""
        return self.tables.get(table, ())

    def files(self, table: str) -> list[File]:
        """The files of a table."""
        return [file for run in self.runs(table) for file in run.files]

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        return sum(run.rows for run in self.runs(table))

    def with_runs(self, changed: Mapping[str, tuple[Run, ...]]) -> Manifest:
        """The next manifest, with the runs of some tables replaced."""
        return Manifest(self.number + 1, {**self.tables, **changed})


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an archive; an error where the folder is none, or of a later format."""
    try:
        data = json.loads((folder / NAME).read_text(encoding="utf-8"))
        found = data["format"]
        tables = {name: tuple(map(_run, runs)) for name, runs in data["tables"].items()} if found == FORMAT else {}
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _error(folder, "no archive here", "make one with: factcheck archive add ARCHIVE PATH...") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _error(folder, f"the archive's {NAME} cannot be read: {error}", "restore it from a copy") from error
    if found != FORMAT:
        raise _error(folder, f"an archive of format {found}, this is format {FORMAT}", "use a newer factcheck")
    return Manifest(data["number"], tables)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Puts the manifest in force."""
    tables = {name: [[asdict(file) for file in run.files] for run in runs] for name, runs in manifest.tables.items()}
    data = {"format": FORMAT, "number": manifest.number, "tables": tables}
    part = folder / f"{NAME}.part"
    part.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
    sync(part)
    os.replace(part, folder / NAME)
    sync(folder)


def sync(path: Path) -> None:
    """Sees that a file, or the names in a folder, are on the disk."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError:  # nor syncs what is open for reading
        pass
    finally:
        os.close(handle)


def retire(folder: Path, files: list[File]) -> None:
    """Starts the grace of files that the manifest no longer lists."""
    for file in files:
        (folder / file.name).touch()


def sweep(folder: Path, manifest: Manifest) -> None:
    """Removes files that no manifest lists any more, or that a killed writer left."""
    listed = {file.name for table in manifest.tables for file in manifest.files(table)}
    before = time.time() - _GRACE
    for path in folder.glob("*/*.parquet"):
        if path.relative_to(folder).as_posix() not in listed and path.stat().st_mtime < before:
            with suppress(OSError):  # Windows removes nothing that is open
                path.unlink()


def _run(files: list[dict[str, Any]]) -> Run:
    return Run(tuple(File(**file) for file in files))


def _error(folder: Path, message: str, hint: str) -> FactcheckError:
    return FactcheckError(Problem(str(folder), message, hint=hint, stage="archive"))
