"""YAML read by the rules of YAML 1.2, in which only true and false are truth values.

By those of YAML 1.1 the words no, on, y and off in a list would be lost, and with them Norway's code.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

_BOOL = "tag:yaml.org,2002:bool"


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader, with the truth values of YAML 1.2."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Loader.add_implicit_resolver(_BOOL, re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF"))


def parse_yaml(text: str | bytes) -> Any:
    """The data in a text; raises yaml.YAMLError where it is not valid."""
    return yaml.load(text, Loader=Loader)


def read_yaml(path: Path) -> Any:
    """The data in a file; raises yaml.YAMLError where it is not valid."""
    return parse_yaml(path.read_bytes())
