"""The sentence of a finding, filled from a fixed list of fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from factcheck.compare.findings.describe import metric_text, period_text, region_text, value_text
from factcheck.model import Claim
from factcheck.rulebook import Rulebook

FIELDS = ("entity", "metric", "value", "time", "region", "source", "unit", "of", "doc", "zone")
_SLOT = re.compile(r"\{([^{}]{0,60})\}")


def unknown_fields(template: str, roles: Collection[str]) -> list[str]:
    """The slots of a template that cannot be filled."""
    slots = _SLOT.findall(template)
    bad = [slot for slot in slots if not _known(slot, roles)]
    rest = _SLOT.sub("", template)
    return bad + [sign for sign in "{}" if sign in rest]


def _known(slot: str, roles: Collection[str]) -> bool:
    role, dot, name = slot.partition(".")
    return bool(dot) and role in roles and name in FIELDS


def fill(template: str, claims: Mapping[str, Claim], rulebook: Rulebook) -> str:
    """The template with each {role.field} replaced by what the claim says."""

    def replace(match: re.Match[str]) -> str:
        role, _, name = match.group(1).partition(".")
        return _field(claims[role], name, rulebook) if role in claims else "…"

    text = _SLOT.sub(replace, template)
    return text[:1].upper() + text[1:]


def _field(claim: Claim, name: str, rulebook: Rulebook) -> str:
    if name == "metric":
        return metric_text(claim, rulebook)
    if name == "time":
        return period_text(claim.time)
    if name == "region":
        return region_text(claim.region)
    if name == "value":
        return value_text(claim)
    if name == "entity":
        return claim.entity_name or "the article"
    given = {"source": claim.source_name or "no source named", "unit": claim.unit, "of": claim.of or "the whole"}
    return given.get(name) or {"doc": claim.doc, "zone": claim.zone}[name]
