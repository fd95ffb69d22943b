"""The laws of a rulebook, read and checked once and kept for the next run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

from factcheck.compare.laws.expression import Expression
from factcheck.compare.laws.law import Law
from factcheck.errors import Problem
from factcheck.kept import kept
from factcheck.rulebook import Rulebook
from factcheck.yamlfile import parser

_READERS = (
    "laws/files",
    "laws/language",
    "laws/expression",
    "laws/law",
    "findings/say",
    "laws/lawbook",
)  # what makes a law of its text
_KINDS: dict[str, Any] = {kind.__name__: kind for kind in (Law, Problem, *get_args(Expression))}


def load_laws(rulebook: Rulebook, comparisons: Iterable[str] = ()) -> tuple[dict[str, Law], list[Problem]]:
    """The laws by id, and a problem for each that cannot be used; one bad law never stops the others."""
    texts = [(path, path.read_bytes()) for _, path in sorted(rulebook.laws.items())]
    known = sorted(comparisons)
    code = [(Path(__file__).parents[1] / f"{name}.py").read_bytes() for name in _READERS]
    said = [text for path, own in texts for text in (str(path).encode(), own)]
    rows = kept("laws", [*parser(), *code, repr(known).encode(), *said], lambda: _read(texts, known))
    found = [_whole(row) for row in rows]
    laws = {name: law for name, law in zip(sorted(rulebook.laws), found, strict=True) if isinstance(law, Law)}
    return laws, [problem for problem in found if isinstance(problem, Problem)]


def _read(texts: Sequence[tuple[Path, bytes]], comparisons: Iterable[str]) -> list[Any]:
    """Each law, or what is wrong with it, as plain data."""
    from factcheck.compare.laws.files import read_law

    read = (read_law(path, text.decode("utf-8", "replace"), comparisons) for path, text in texts)
    return [_plain(law or problem) for law, problem in read]


def _plain(part: Any) -> Any:
    """A law or part of one, what is a class of ours as its name and parts."""
    if is_dataclass(part):
        return (type(part).__name__, [_plain(getattr(part, field.name)) for field in fields(part)])
    return ("", dict(part) if isinstance(part, dict) else part)


def _whole(plain: Any) -> Any:
    """What `_plain` was made of."""
    kind, parts = plain
    return _KINDS[kind](*map(_whole, parts)) if kind else parts
