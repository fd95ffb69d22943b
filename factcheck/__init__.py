"""Checks the numbers in news articles against each other."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.api import Answer, check, compare_claims, extract_claims
    from factcheck.config import Options
    from factcheck.errors import FactcheckError, Problem
    from factcheck.model import Claim, Document, Finding
    from factcheck.read.paths import read_paths
    from factcheck.rulebook import load_rulebook

__version__ = "0.1.0"
__all__ = [
    "Answer",
    "Claim",
    "Document",
    "FactcheckError",
    "Finding",
    "Options",
    "Problem",
    "check",
    "compare_claims",
    "extract_claims",
    "load_rulebook",
    "read_paths",
]

_HOMES = {
    "api": ("Answer", "check", "compare_claims", "extract_claims"),
    "config": ("Options",),
    "errors": ("FactcheckError", "Problem"),
    "model": ("Claim", "Document", "Finding"),
    "read.paths": ("read_paths",),
    "rulebook": ("load_rulebook",),
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first used, so that `import factcheck` costs nothing."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"factcheck.{home}"), name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
