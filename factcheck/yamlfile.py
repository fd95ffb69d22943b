"""YAML files as data, kept for the next run; what reads YAML is only imported where something has to be parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.kept import kept


def parse_yaml(text: str | bytes) -> Any:
    """The data in a text; raises yaml.YAMLError where it is not valid."""
    import yaml

    from factcheck.yamlloader import Loader

    return yaml.load(text, Loader=Loader)


def read_yaml(path: Path) -> Any:
    """The data in a file; raises yaml.YAMLError where it is not valid."""
    return parse_yaml(path.read_bytes())


def read_kept(path: Path) -> Any:
    """The data in a file, kept under its name for the next run; raises yaml.YAMLError where it is not valid."""
    return read_all(path.stem, [path])[0]


def read_all(name: str, paths: Sequence[Path]) -> list[Any]:
    """The data in files, kept under a name for the next run; raises yaml.YAMLError where one is not valid."""
    return parse_all(name, [path.read_bytes() for path in paths])


def parse_all(name: str, texts: Sequence[bytes]) -> list[Any]:
    """The data in texts, kept under a name for the next run; raises yaml.YAMLError where one is not valid."""
    return kept(name, [*parser(), *texts], lambda: [parse_yaml(text) for text in texts])


def invalid() -> type[Exception]:
    """What is raised where a text is not valid YAML, for `except`."""
    import yaml

    return yaml.YAMLError


@lru_cache(maxsize=1)
def parser() -> tuple[bytes, ...]:
    """What reads YAML, for what is kept of its work: this package's part of it, and the library with its version."""
    return tuple(path.read_bytes() for path in _modules())


def _modules() -> Iterator[Path]:
    yield Path(__file__).with_name("yamlloader.py")
    library = find_spec("yaml")
    if library and library.origin:
        yield Path(library.origin)
