"""Profiles: which laws run, and at which severity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from factcheck.compare.laws.law import SEVERITIES, Law
from factcheck.errors import Problem
from factcheck.rulebook import Rulebook
from factcheck.yamlfile import invalid, read_kept

_HINT = "write laws: {law-id: off, note, tension or conflict}"


def apply_profile(laws: Mapping[str, Law], name: str, rulebook: Rulebook) -> tuple[dict[str, Law], list[Problem]]:
    """The laws as the profile wants them, and what is wrong with the profile."""
    path = rulebook.profiles.get(name)
    if path is None:
        return dict(laws), []
    try:
        data = read_kept(path) or {}
        wanted = data.get("laws") or {}
    except (invalid(), AttributeError, OSError) as error:
        return dict(laws), [Problem(str(path), f"not a usable profile: {error}", 1, 1, _HINT, "rules")]
    problems = [_problem(str(path), law, value, laws) for law, value in wanted.items()]
    return _applied(laws, wanted), [problem for problem in problems if problem]


def _applied(laws: Mapping[str, Law], wanted: Mapping[str, Any]) -> dict[str, Law]:
    result: dict[str, Law] = {}
    for name, law in laws.items():
        value = wanted.get(name)
        if value in ("off", False):
            continue
        if value == "on" or value is True:
            law = replace(law, status="live")
        result[name] = replace(law, severity=value, status="live") if value in SEVERITIES else law
    return result


def _problem(path: str, law: str, value: object, laws: Mapping[str, Law]) -> Problem | None:
    if law not in laws:
        return Problem(path, f"no law is called {law!r}", hint="see factcheck rules list", stage="rules")
    if value not in (*SEVERITIES, "off", "on", True, False):
        return Problem(path, f"{law}: {value!r} is not known here", hint=_HINT, stage="rules")
    return None
