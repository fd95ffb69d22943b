"""The two ends of a change: from … to …, with the scale and unit that are printed once for both."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.quantities.draft import Draft

_GROUPED = 1000  # a number from here on shares no scale: by 85,000 to 2.2 million
_STEP = 3  # times a count by which something changed, beyond which the next one is no end of a range with it


def falls(left: Draft, right: Draft) -> bool:
    """Whether the first figure is the larger, a scale printed only once taken for both: from 720 to 655 million."""
    once = right.number.scale > 1 and left.number.scale == 1
    return left.value > (right.value / right.number.scale if once else right.value)


def pair(left: Draft, right: Draft) -> None:
    """Makes two figures the ends of one change; a scale or unit printed once is for both."""
    left.role, right.role, left.target = "from", "to", right
    scale = right.number.scale
    if scale > 1 and left.number.scale == 1 and left.unit == "count" and left.value < 1000:
        left.value, left.number.step = float(f"{left.value * scale:.15g}"), left.number.step * scale
    inherit_unit(left, right)


def inherit_unit(draft: Draft, target: Draft) -> None:
    if draft.unit == "count" and target.unit != "count" and draft.noun is None:
        draft.unit = target.unit
        draft.kind = "share" if target.unit == "percent" else draft.kind


def link_roles(drafts: Iterable[Draft]) -> dict[int, int]:
    """For each figure that belongs to a "to" figure: its index and that of the "to" figure."""
    listed = list(drafts)
    if all(draft.target is None for draft in listed):
        return {}
    place = {id(draft): k for k, draft in enumerate(listed)}
    return {
        k: place[id(draft.target)]
        for k, draft in enumerate(listed)
        if draft.target is not None and id(draft.target) in place
    }


def is_step(draft: Draft, behind: list[Draft]) -> bool:
    """Whether the figure behind a bare count is too large for the end of a range: rose by 3,400 to 84,000."""
    larger = (other for other in behind if other.value > _STEP * draft.value)
    return any(other.number.scale == 1 or draft.number.scale > 1 or draft.value >= _GROUPED for other in larger)
