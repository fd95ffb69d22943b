"""Two figures that are the ends of one range: 3-5 million, between 3 and 5, $4.2bn to $4.35bn."""

from __future__ import annotations

from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.words.phrases import Phrases

_DASHES = frozenset("-–—‐‑−")
_LOWER, _UPPER = frozenset({"more_than", "at_least"}), frozenset({"less_than", "at_most"})


def join_ranges(
    reading: Reading, drafts: list[Draft], phrases: Phrases, changing: set[int], moved: set[int]
) -> list[Draft]:
    """The drafts with the ends of ranges joined.

    The indices in `changing` belong to a from-to change and stay apart; those in `moved` follow a verb of change.
    """
    found: list[Draft] = []
    k = 0
    while k < len(drafts):
        draft = drafts[k]
        if k + 1 < len(drafts) and k not in changing and k + 1 not in changing:
            joined = _join(reading, draft, drafts[k + 1], phrases, k in moved)
            joined = joined or _enclosed(reading, draft, drafts[k + 1], phrases)
            if joined:
                found.append(joined)
                k += 2
                continue
        found.append(draft)
        k += 1
    return found


def _join(reading: Reading, low: Draft, high: Draft, phrases: Phrases, moved: bool) -> Draft | None:
    start = _opening(reading, low)
    link = _link(reading, low, high, phrases, start is not None)
    if link is None or not _alike(low, high) or (low.number.form == "ordinal") != (high.number.form == "ordinal"):
        return None
    if low.number.form == "ordinal" and start is None:
        return None
    if link == "to" and moved and start is None:
        return None
    value = _inherit_scale(low, high)
    if value >= high.value or low.high is not None or high.high is not None:
        return None
    if link == "or" and high.value > 3 * value:
        return None
    joined = Draft(
        high.number,
        low.first,
        high.last,
        value,
        high.value,
        high.unit if high.unit != "count" else low.unit,
        kind=high.kind,
        core=(low.core[0], high.core[1]),
        high_step=high.number.step,
    )
    joined.points = low.points or high.points
    joined.bound = "range"
    if start is not None:
        joined.first = min(start, joined.first)
    _steps(joined, low, high)
    return joined


def _enclosed(reading: Reading, one: Draft, other: Draft, phrases: Phrases) -> Draft | None:
    """The range between two opposite bounds: above 1000 and below 1500, at most 100 and at least 20."""
    low, high = (one, other) if one.bound in _LOWER else (other, one)
    gap = " ".join(reading.words[one.last : other.first])
    if low.bound not in _LOWER or high.bound not in _UPPER or gap not in phrases.range_and:
        return None
    if one.noun or one.unit not in ("count", other.unit):
        return None
    if low.high is not None or high.high is not None or not low.value < high.value:
        return None
    joined = Draft(other.number, one.first, other.last, low.value, high.value, other.unit, "range", other.kind,
                   core=(one.core[0], other.core[1]), high_step=high.number.step, noun=other.noun)  # fmt: skip
    _steps(joined, one, other)
    return joined


def _steps(joined: Draft, low: Draft, high: Draft) -> None:
    joined.number.first = low.number.first
    joined.number.step = min(low.number.step or high.number.step, high.number.step)
    joined.number.decimals = low.number.decimals or high.number.decimals


def _opening(reading: Reading, low: Draft) -> int | None:
    """Where "between" or "from" starts, right before the lower end."""
    for category in ("q_between", "q_from"):
        hit = reading.ends(category).get(low.first)
        if hit:
            return hit[0]
    return None


def _link(reading: Reading, low: Draft, high: Draft, phrases: Phrases, opened: bool) -> str | None:
    """The word or sign that ties the two ends: dash, to, and (after between), or."""
    first, last = low.last, high.core[0]
    if last <= first or last - first > 4:
        return None
    words = reading.words[first:last]
    if last - first == 1:
        if words[0] in _DASHES:
            return "dash" if _dash_ties(reading, first, low, high) else None
        if words[0] in phrases.range_or:
            return "or" if low.unit == "count" and low.number.style == high.number.style else None
    gap = " ".join(words)
    if gap in phrases.range_to or reading.starts("q_range_to").get(first, (0, 0))[0] == last:
        opened_from = low.first in reading.ends("q_from")
        return "to" if opened_from or gap in phrases.range_free else None
    if gap in phrases.range_and and low.first in reading.ends("q_between"):
        return "and"
    return None


def _dash_ties(reading: Reading, at: int, low: Draft, high: Draft) -> bool:
    """Whether a dash with a space on both sides or none ties two ends; with one on one side, two bare numbers."""
    tokens = reading.tokens
    left, right = tokens.glued(at), tokens.glued(at + 1)
    plain = low.unit == "count" and low.last == low.number.last and reading.words[at] == "-" and low.noun is None
    return (
        (left == right or plain)
        and (left or reading.words[at] in "–—-")
        and (left or low.unit == "count" or low.unit == high.unit)
    )


def _alike(low: Draft, high: Draft) -> bool:
    if low.points != high.points and low.unit == "percent":
        return False
    if low.unit == high.unit:
        return True
    if low.unit == "count":
        return True
    return high.unit == "count" and low.core[0] < low.number.first  # "$3-5 million"


def _inherit_scale(low: Draft, high: Draft) -> float:
    """The lower end with the scale printed only once: 3-5 million."""
    scale = high.number.scale
    if scale > 1 and low.number.scale == 1 and low.value < high.value / scale and low.number.form == "plain":
        low.number.step *= scale
        return float(f"{low.value * scale:.15g}")
    if high.unit == "percent" or low.unit == "percent":
        return low.value
    return low.value
