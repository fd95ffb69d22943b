"""Values, dates, slots and differences in the words an editor reads."""

from __future__ import annotations

import math
from datetime import date, timedelta

from factcheck.interval import Interval
from factcheck.model import Claim, Finding, Member
from factcheck.period import Period

SEVERITIES = ("conflict", "tension", "note", "consistent", "corroboration")
DISAGREEMENTS = SEVERITIES[:3]
_COUNTED = {
    "conflict": ("conflict", "conflicts"),
    "tension": ("tension", "tensions"),
    "note": ("note", "notes"),
    "consistent": ("check passed", "checks passed"),
    "corroboration": ("fact corroborated", "facts corroborated"),
}
_BOUNDS = {
    "approx": "about ",
    "nearly": "nearly ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
}
_MANY = {"foot": "feet", "inch": "inches", "percent": "percent"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def plural(number: int, noun: str, many: str | None = None) -> str:
    """A count with its noun: "1 claim", "2,000 claims"."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def counted(severity: str, number: int) -> str:
    """A number of findings of one severity: "2 conflicts"."""
    return plural(number, *_COUNTED[severity])


def number(value: float) -> str:
    """A number as a newsroom prints it: 11,984,231; 5.7 million; 0.25."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "-∞" if value < 0 else "?"
    for scale, word in _SCALES:
        if abs(value) >= scale:
            digits = f"{value / scale:.12g}"
            if len(digits.partition(".")[2]) <= 3 and "e" not in digits:
                return f"{digits} {word}"
            break
    digits = f"{value:.12g}" if not 1e12 <= abs(value) < 1e15 else f"{value:.0f}"
    whole, dot, part = digits.partition(".")
    return digits if "e" in digits else f"{int(whole):,}{dot}{part}" if whole not in ("-0",) else digits


def with_unit(value: str, unit: str) -> str:
    """A printed value with its unit: "45%", "5.7 million USD", "3 times", "12 per hour"."""
    if unit in ("count", ""):
        return value
    if unit in ("percent", "%"):
        return f"{value}%"
    if unit == "ratio":
        return f"{value} times"
    above, _, below = unit.replace("_", " ").partition("/")
    many = "" if above == "count" else above if value in ("1", "-1") else _MANY.get(above) or _many(above)
    return " ".join(part for part in (value, many, below and f"per {below}") if part)


def _many(unit: str) -> str:
    """A unit's name for more than one; codes such as USD stay as they are."""
    return f"{unit}s" if unit[-1:].islower() and unit[-1] not in "sz" else unit


def value_of(claim: Claim) -> str:
    """A claim's value in base units: "more than 165 million", "3 million to 5 million USD"."""
    if claim.value is None:
        return claim.quote
    text = number(claim.value)
    if claim.high is not None and claim.high != claim.value:
        text += f" to {number(claim.high)}"
    return _BOUNDS.get(claim.bound, "") + with_unit(text, claim.unit)


def span_of(interval: Interval, unit: str) -> str:
    """An interval in words: "17 million to 20 million", "165 million or more"."""
    low, high = interval.low, interval.high
    if interval.is_point:
        return with_unit(number(low), unit)
    if math.isinf(high) and math.isinf(low):
        return "any value"
    if math.isinf(high):
        text = with_unit(number(low), unit)
        return f"more than {text}" if interval.low_open else f"{text} or more"
    if math.isinf(low):
        text = with_unit(number(high), unit)
        return f"less than {text}" if interval.high_open else f"{text} or less"
    return with_unit(f"{number(low)} to {number(high)}", unit)


def metric_name(metric: str) -> str:
    """A metric's id as words; counted nouns lose their prefix."""
    return metric.partition(":")[2] or metric.replace("_", " ").replace("-", " ")


def rule_name(rule: str) -> str:
    """A rule's id as words: "running-total-fell" is "Running total fell"."""
    words = rule.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def day(value: date) -> str:
    """A date without leading zero: "3 May 2024"."""
    return f"{value.day} {value:%b} {value.year}"


def period(time: Period | None) -> str:
    """A period in the fewest words: "2023", "Apr 2024", "3 May 2024", "1 Jan 2024 to 3 Mar 2024"."""
    if time is None:
        return ""
    start, end = time.start, time.end
    if start is None or end is None:
        known = start or end
        return time.edtf if known is None else f"from {day(start)}" if start else f"until {day(known)}"
    if start == end:
        return day(start)
    after = end + timedelta(days=1) if end < date.max else end
    if start.day == 1 and after.day == 1:
        if (start.month, after.month) == (1, 1) and after.year == start.year + 1:
            return str(start.year)
        if (after.year - start.year) * 12 + after.month - start.month == 1:
            return f"{start:%b} {start.year}"
        return f"{start:%b} {start.year} to {end:%b} {end.year}"
    return f"{day(start)} to {day(end)}"


def when(claim: Claim) -> str:
    """What a claim's time slot says: "as of Apr 2024", "during 2023", "since launch"."""
    text = period(claim.time)
    if claim.timekind == "since_launch":
        return f"since launch, by {text}" if text else "since launch"
    return f"{claim.timekind.replace('_', ' ')} {text}" if text and claim.timekind != "unknown" else text


def fact(finding: Finding) -> tuple[str, str]:
    """What a finding is about: its entity, and its metric with the slots that all its claims share."""
    claims = [member.claim for member in finding.members]
    entity = _shared([claim.entity_name for claim in claims]) or _shared([claim.entity for claim in claims]) or ""
    slots = (
        _shared([metric_name(claim.metric) for claim in claims]),
        _shared([claim.region for claim in claims]),
        _shared([period(claim.time) for claim in claims]),
        *(sorted(set.intersection(*(_narrowing(claim) for claim in claims))) if claims else ()),
    )
    return entity, ", ".join(slot.partition(":")[2] or slot for slot in slots if slot)


def understood(claim: Claim) -> list[tuple[str, str]]:
    """What was understood of a claim, as pairs of name and words; empty slots are left out."""
    told = "" if claim.stance == "asserted" else claim.stance
    basis = f" ({claim.time.basis})" if claim.time else ""
    pairs = (
        ("entity", _known_as(claim.entity_name, claim.entity)),
        ("metric", metric_name(claim.metric) + ("" if claim.kind == "level" else f" ({claim.kind})")),
        ("face value", span_of(claim.stated, claim.unit)),
        ("may have meant", span_of(claim.allowed, claim.unit)),
        ("time", period(claim.time) + basis),
        ("region", claim.region),
        ("share of", claim.of),
        ("only", "; ".join(text.partition(":")[2] or text for text in claim.restrictors)),
        ("event", claim.event),
        ("source", claim.source_name),
        ("stance", "denied" if claim.negated else told),
    )
    return [(name, words) for name, words in pairs if words]


def _known_as(printed: str | None, known: str | None) -> str | None:
    """A name as its article prints it, with the one that the rules use."""
    return printed if printed == known else f"{printed} (known as {known})"


def _narrowing(claim: Claim) -> set[str]:
    return {text for text in claim.restrictors if not text.startswith("role:")}


def role_of(member: Member) -> str:
    """The part a claim plays in its rule, where the rule gives it a telling name."""
    return "" if member.role in ("one", "other", "a", "b") else member.role.replace("_", " ")


def _shared(values: list[str | None]) -> str | None:
    return values[0] if values and all(value == values[0] for value in values) else None
