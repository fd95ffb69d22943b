"""What a run is asked to do: options from the command line over those of factcheck.toml or [tool.factcheck]."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from factcheck.errors import FactcheckError, Problem

FailOn = Literal["none", "note", "tension", "conflict"]
FAIL_ON = ("none", "note", "tension", "conflict")
ENGINES = ("memory", "duckdb")
_AT = re.compile(r"\s*\(at line (\d+), column (\d+)\)")
_WRITE = {str: 'a text such as "{}"', bool: "true or false", list: 'a list of texts such as ["{}"]'}
_SAMPLES = {
    "paths": "articles",
    "rules": "newsroom/rules",
    "output": "html=report.html",
    "profile": "default",
    "fail_on": "conflict",
    "format": "terminal",
    "against": "archive",
    "engine": "memory",
}


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a run; every field is also a key of the configuration file."""

    paths: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    profile: str = "default"
    fail_on: FailOn = "conflict"
    strict: bool = False
    all: bool = False
    format: str = "terminal"
    output: tuple[str, ...] = ()
    against: str = ""  # the folder of an archive
    engine: str = "memory"


def find_config(folder: Path) -> Path | None:
    """The nearest factcheck.toml, or pyproject.toml with a [tool.factcheck] table, in `folder` or above."""
    for parent in (folder, *folder.parents):
        if (path := parent / "factcheck.toml").is_file():
            return path
        if (path := parent / "pyproject.toml").is_file() and "[tool.factcheck]" in path.read_text("utf-8", "replace"):
            return path
    return None


def load_options(path: Path | None) -> Options:
    """The options that a configuration file gives, paths in it taken from its folder; defaults where there is none."""
    if path is None:
        return Options()
    data = _parse(path)
    known = {field.name: field for field in fields(Options)}
    found: dict[str, Any] = {}
    for key, value in data.items():
        name = key.replace("-", "_")
        if name not in known:
            near = get_close_matches(name, known, 1, 0.6)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
            raise _error(path, f"unknown option {key!r}", hint, key)
        found[name] = _value(path, key, name, value)
    return Options(**found)


def merge(options: Options, given: dict[str, Any]) -> Options:
    """The options with those given on the command line (not None) put over them."""
    known = {field.name for field in fields(Options)}
    return replace(options, **{key: value for key, value in given.items() if key in known and value is not None})


def _parse(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else _end(text)
        message = _AT.sub("", str(error)).removesuffix(" (at end of document)")
        raise FactcheckError(Problem(str(path), message, line, column, "write valid TOML", "config")) from error
    except (OSError, UnicodeDecodeError) as error:
        message = getattr(error, "strerror", None) or str(error)
        raise FactcheckError(Problem(str(path), message, hint="check the path", stage="config")) from error
    table = data.get("tool", {}).get("factcheck", {}) if path.name == "pyproject.toml" else data
    return table if isinstance(table, dict) else {}


def _end(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _value(path: Path, key: str, name: str, value: Any) -> Any:
    """The value of an option in the form that Options holds; an error where it has another type or no such choice."""
    default = getattr(Options(), name)
    wanted = list if isinstance(default, tuple) else type(default)
    if wanted is list and isinstance(value, str):
        value = [value]
    if not isinstance(value, wanted) or (wanted is list and not all(isinstance(item, str) for item in value)):
        raise _error(path, f"{key} is {value!r}", f"write {_WRITE[wanted].format(_SAMPLES.get(name, ''))}", key)
    choices = {"fail_on": FAIL_ON, "engine": ENGINES}.get(name)
    if choices and value not in choices:
        raise _error(path, f"{key} is {value!r}", f"write one of {', '.join(choices)}", key)
    if name in ("rules", "paths"):
        here = [os.path.relpath(path.parent / item) for item in value]
        return tuple(map(Path, here) if name == "rules" else here)
    if isinstance(value, str) and name == "against":
        return os.path.relpath(path.parent / value)
    return tuple(value) if wanted is list else value


def _error(path: Path, message: str, hint: str, key: str) -> FactcheckError:
    line, column = None, None
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if text.lstrip().lstrip("\"'").startswith(key):
            line, column = number, text.index(key) + 1
            break
    return FactcheckError(Problem(str(path), message, line, column, hint, "config"))
