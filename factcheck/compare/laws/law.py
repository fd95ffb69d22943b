"""What a law is: its keys, and the JSON Schema of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.compare.laws.expression import Expression
from factcheck.model import Severity

KEYS = ("title", "why", "severity", "status", "claims", "same", "where", "expect", "say", "examples", "tags")
REQUIRED = ("title", "why", "severity", "claims", "same", "expect", "say")
SEVERITIES = ("conflict", "tension", "note")
STATUSES = ("live", "draft", "off")
SAME = (
    "entity", "metric", "kind", "unit", "scope", "region", "time", "stance", "document", "sentence", "fact",
)  # fmt: skip
SELECTORS: dict[str, tuple[str, ...] | None] = {
    "kind": ("level", "stock", "flow", "cumulative", "rate", "share", "price", "event", "change", "ratio", "unknown"),
    "metric": None,
    "unit": None,
    "zone": ("headline", "lead", "body", "caption", "furniture"),
    "timekind": ("as_of", "during", "since_launch", "unknown"),
    "stance": ("asserted", "reported", "forecast", "plan", "target", "offer", "rumour", "denied"),
}
EXAMPLES = ("conflict", "fine", "todo")


@dataclass(frozen=True, slots=True)
class Law:
    """One rule: which claims meet, and what must hold between them."""

    id: str
    path: str
    title: str
    why: str
    severity: Severity
    status: str
    claims: Mapping[str, Mapping[str, tuple[str, ...]]]  # role -> slot -> accepted values
    same: tuple[str, ...]
    where: Expression | None
    expect: Expression | str  # a condition, or the name of a comparison written in Python
    say: str
    examples: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    @property
    def declarative(self) -> bool:
        return not isinstance(self.expect, str)


def law_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a law file, for editors that check while one types."""
    words: dict[str, Any] = {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    slots = {
        name: {"oneOf": [{"enum": list(known)}, {"type": "array", "items": {"enum": list(known)}}]} if known else words
        for name, known in SELECTORS.items()
    }
    example = {"type": "array", "items": words}
    text = {"type": "string", "minLength": 1}
    selector = {"type": ["object", "null"], "properties": slots, "additionalProperties": False}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A law of factcheck",
        "type": "object",
        "required": list(REQUIRED),
        "additionalProperties": False,
        "properties": {
            "title": text,
            "why": text,
            "severity": {"enum": list(SEVERITIES)},
            "status": {"enum": list(STATUSES)},
            "claims": {"type": "object", "minProperties": 1, "additionalProperties": selector},
            "same": {"oneOf": [{"enum": list(SAME)}, {"type": "array", "items": {"enum": list(SAME)}}]},
            "where": text,
            "expect": text,
            "say": text,
            "examples": {
                "type": "object",
                "properties": dict.fromkeys(EXAMPLES, example),
                "additionalProperties": False,
            },
            "tags": words,
        },
    }
