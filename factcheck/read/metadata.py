"""What is known about an article beside its text: a sidecar NAME.json, front matter, a page's metadata."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.period import Period

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)")
_LANG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]*)?")
_BASES = ("stated", "resolved", "inferred")
MAX_SIDECAR = 1_000_000


def describe(document: Document, meta: dict[str, Any]) -> Document:
    """The document with what `meta` says of its title, url, lang, publisher, published."""
    problems = list(document.problems)
    found: dict[str, Any] = {}
    for key in ("title", "url", "publisher"):
        if isinstance(meta.get(key), str) and meta[key].strip():
            found[key] = meta[key].strip()
    if lang := read_lang(meta.get("lang")):
        found["lang"] = lang
    if meta.get("published"):
        found["published"] = read_date(meta["published"], _basis(meta))
        if found["published"] is None:
            del found["published"]
            message = f"published {str(meta['published'])[:40]!r} is not a date"
            problems.append(
                Problem(document.path, message, hint="write it as 2024-05-31, 2024-05 or 2024", stage="read")
            )
    return replace(document, problems=tuple(problems), **found)


def read_date(value: Any, basis: str = "stated") -> Period | None:
    """The period of an ISO date such as 2024-05-31T08:00, 2024-05 or 2024; None where it is none."""
    text = value.isoformat() if isinstance(value, date | datetime) else str(value)
    match = _DATE.match(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        start = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Period(start, start, start.isoformat(), basis)
    if month:
        return Period(start, date(start.year, month, monthrange(start.year, month)[1]), f"{start:%Y-%m}", basis)
    return Period(start, date(start.year, 12, 31), f"{start:%Y}", basis)


def read_lang(value: Any) -> str | None:
    """The two-letter code in a language tag such as pt-BR; None where it is none."""
    match = _LANG.fullmatch(value.strip()) if isinstance(value, str) else None
    return match.group(1).lower() if match else None


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of an article would be."""
    return path.with_suffix(".json")


def read_sidecar(document: Document, path: Path) -> Document:
    """The document with what its sidecar says, where it has one."""
    sidecar = sidecar_of(path)
    if not sidecar.is_file():
        return document
    name = document.path[: -len(path.name)] + sidecar.name
    try:
        if sidecar.stat().st_size > MAX_SIDECAR:
            raise ValueError("larger than 1 MB")
        meta = json.loads(sidecar.read_text(encoding="utf-8-sig"))
        if not isinstance(meta, dict):
            raise TypeError("not an object")
    except json.JSONDecodeError as error:
        problem = Problem(name, f"not valid JSON: {error.msg}", error.lineno, error.colno, _HINT, "read")
        return replace(document, problems=(*document.problems, problem))
    except (OSError, ValueError, TypeError, RecursionError) as error:
        return replace(document, problems=(*document.problems, Problem(name, str(error), hint=_HINT, stage="read")))
    return describe(document, meta)


_HINT = 'write {"title": …, "url": …, "published": "2024-05-31", "lang": "en", "publisher": …}'


def _basis(meta: dict[str, Any]) -> str:
    """A basis of our own as it is; any other word, such as "estimated", means that someone inferred the date."""
    basis = meta.get("published_basis") or "stated"
    return basis if basis in _BASES else "inferred"
