"""Engines: they find the claims that may break a law; what they find is judged by one code, whatever the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.config import ENGINES


class Engine(Protocol):
    """What a law is run on."""

    def candidates(self, law: Law) -> Iterator[Mapping[str, View]]:
        """The ways in which claims may play the law's roles: all that break it, some that do not."""
        ...


def make_engine(name: str, views: Sequence[View], focus: frozenset[int] | None = None) -> Engine:
    """The engine of that name over these claims; ValueError for a name that is none of ENGINES.

    Where only some claims are asked about, those by whose order are in `focus`, it may leave out pairs without them.
    """
    if name == "memory":
        from factcheck.compare.engines.memory import Memory

        return Memory(views, focus)
    if name == "duckdb":
        from factcheck.compare.engines.duckdb import Database

        return Database.of_views(views)
    raise ValueError(f"no engine {name!r}: write {' or '.join(ENGINES)}")
