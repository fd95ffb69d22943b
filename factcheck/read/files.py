"""What the paths on a command line stand for: files, folders, globs, standard input."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from factcheck import plugins
from factcheck.errors import Problem

# Files that lie beside articles and are none; in a folder they are passed over in silence.
_NOT_ARTICLE = re.compile(
    r"json|ya?ml|toml|ini|cfg|lock|log|csv|tsv|xlsx?|ods|parquet|db|sqlite|py|ipynb|sh|css|m?js|map"
    r"|png|jpe?g|gif|webp|svg|avif|bmp|tiff?|ico|mp3|mp4|m4a|wav|ogg|webm|mov|avi|woff2?|ttf|zip|gz|bz2|xz|tar"
)


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, and the id its document gets."""

    id: str
    path: Path
    shown: str  # as given; "-" for standard input


def list_files(paths: Sequence[str | Path]) -> list[File | Problem]:
    """The files that `paths` stand for, each once, in order; folders are read in depth, sorted."""
    found: list[File | Problem] = []
    seen: set[str] = set()
    for given in map(str, paths):
        for item in [File("stdin", Path("-"), "-")] if given == "-" else _expand(given):
            real = item.path if isinstance(item, Problem) else os.path.realpath(item.path)
            if real not in seen:
                seen.add(real)
                found.append(item)
    return found


def suffix(path: PurePath) -> str:
    """The suffix in lower case, without its dot."""
    return path.suffix.lower().lstrip(".")


def readable() -> str:
    """The hint that names the formats."""
    return "readable: " + " ".join(f".{name}" for name in plugins.suffixes())


def _expand(given: str) -> Sequence[File | Problem]:
    path = Path(given)
    if path.is_dir():
        files = [_file(file, path) for file in _walk(path)]
        return files or [_problem(given, "no articles in this folder", readable())]
    if path.exists():
        return [_named(path)]
    if glob.has_magic(given):
        matches = sorted(Path(match) for match in glob.iglob(given, recursive=True))
        files = [_file(match) for match in matches if match.is_file() and _is_article(match)]
        return files or [_problem(given, "matches no article", readable())]
    return [_problem(given, "no such file or folder", "check the spelling; paths are relative to where you are")]


def _named(path: Path) -> File | Problem:
    """A file named outright is read whatever it is called, unless it cannot be an article."""
    if not path.is_file():
        return _problem(str(path), "not a regular file", "pipe it in and write - instead")
    if _NOT_ARTICLE.fullmatch(suffix(path)) and plugins.reader(suffix(path)) is None:
        return _problem(str(path), f"a .{suffix(path)} file is not an article", readable())
    return _file(path)


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if _is_article(path) and path.is_file():
                yield path


def _is_article(path: Path) -> bool:
    return not path.name.startswith((".", "~$")) and not _NOT_ARTICLE.fullmatch(suffix(path))


def _file(path: Path, folder: Path | None = None) -> File:
    """The id is the path as given if below the current folder, else it begins at the given folder's name."""
    given = PurePath(os.path.normpath(path))
    if given.is_absolute() or given.parts[0] == "..":
        base = (folder or path.parent).resolve()
        given = PurePath(base.name, os.path.relpath(path, folder or path.parent))
    return File(given.as_posix(), path, str(path))


def _problem(path: str, message: str, hint: str) -> Problem:
    return Problem(path, message, hint=hint, stage="read")
