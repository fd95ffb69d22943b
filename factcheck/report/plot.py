"""Small drawings of a finding's values: against their dates, or as bands side by side."""

from __future__ import annotations

import math
from collections.abc import Callable

from factcheck.model import Claim, Finding, Member
from factcheck.report.phrases import day, number, value_of, with_unit
from factcheck.report.shapes import Dot, Label, Plot, Rect

WIDTH = 440
_LEFT, _RIGHT, _TOP = 10, 10, 14
_ROW = 42
_DATED_HEIGHT = 150
_MOST = 12  # claims in one drawing
_LOG_FROM = 20  # a wider spread of positive values is drawn on a logarithmic scale

Scale = Callable[[float], float]


def plot(finding: Finding) -> Plot | None:
    """A drawing of the finding's values; None where they are fewer than two, or of different units."""
    members = [m for m in finding.members if m.claim.value is not None and math.isfinite(m.claim.value)][:_MOST]
    if len(members) < 2 or len({(m.claim.unit, m.claim.kind) for m in members}) != 1:
        return None
    if len({value_of(m.claim) for m in members}) < 2:
        return None
    dates = {_middle(m.claim) for m in members}
    return _dated(members) if None not in dates and len(dates) > 1 else _bands(members)


def _bands(members: list[Member]) -> Plot:
    """One row for each value, its band from left to right."""
    rows: dict[tuple[int, str], Claim] = {}
    for member in members:
        rows.setdefault((member.group, value_of(member.claim)), member.claim)
    drawing = Plot(_TOP + _ROW * len(rows) + 16, "The values as bands: " + ", ".join(text for _, text in rows))
    low, high, log = _range(list(rows.values()))
    scale = _scale(low, high, _LEFT, WIDTH - _RIGHT, log)
    for position, ((group, text), claim) in enumerate(rows.items()):
        top = _TOP + _ROW * position
        drawing.labels.append(Label(_LEFT, top + 6, f"{_letter(group)}  {text}"))
        dot = scale(claim.value or 0.0)
        drawing.rects.append(Rect(_LEFT, top + 19, _r(WIDTH - _LEFT - _RIGHT), 2, "axis"))
        if low == 0:
            drawing.rects.append(Rect(_LEFT, top + 18, _r(dot - _LEFT), 4, "stated"))
        for interval, role in ((claim.allowed, "allowed"), (claim.stated, "stated")):
            x, end = scale(interval.low), scale(interval.high)
            drawing.rects.append(Rect(_r(x), top + 14, _r(max(end - x, 2)), 12, role))
        drawing.dots.append(Dot(_r(dot), top + 20))
    _value_axis(drawing, low, high, members[0].claim.unit, log)
    return drawing


def _dated(members: list[Member]) -> Plot:
    """Each claim's value band above its date."""
    drawing = Plot(_DATED_HEIGHT, "The values against their dates")
    low, high, log = _range([member.claim for member in members])
    days = [ordinal for member in members for ordinal in _days(member.claim)]
    across = _scale(min(days), max(days), _LEFT + 36, WIDTH - _RIGHT - 36, False)
    up = _scale(low, high, _DATED_HEIGHT - 42, _TOP + 14, log)
    taken: list[tuple[float, float]] = []
    for member in _distinct(members):
        claim = member.claim
        start, end = (across(ordinal) for ordinal in _days(claim))
        x, width = (start + end) / 2, max(end - start, 10.0)
        for interval, role in ((claim.allowed, "allowed"), (claim.stated, "stated")):
            top, bottom = up(interval.high), up(interval.low)
            drawing.rects.append(Rect(_r(x - width / 2), _r(top), _r(width), _r(max(bottom - top, 2)), role))
        y = up(claim.value or 0.0)
        drawing.dots.append(Dot(_r(x), _r(y)))
        drawing.labels.append(_beside(x, y, f"{_letter(member.group)} {value_of(claim)}", taken))
    _date_axis(drawing, min(members, key=_first_day).claim, max(members, key=_last_day).claim, across)
    return drawing


def _distinct(members: list[Member]) -> list[Member]:
    """One member for each value of a group at one time."""
    kept = {(member.group, value_of(member.claim), _days(member.claim)): member for member in reversed(members)}
    return list(kept.values())[::-1]


def _beside(x: float, y: float, text: str, taken: list[tuple[float, float]]) -> Label:
    """A label beside its point, moved up past those already there."""
    height = y + 4.5
    while any(abs(height - other) < 15 and abs(x - column) < 150 for column, other in taken) and height > 24:
        height -= 15
    taken.append((x, height))
    right = x < WIDTH / 2
    return Label(_r(x + 12 if right else x - 12), _r(height), text, "start" if right else "end")


def _date_axis(drawing: Plot, first: Claim, last: Claim, across: Scale) -> None:
    y = drawing.height - 24
    drawing.rects.append(Rect(_LEFT, y, WIDTH - _LEFT - _RIGHT, 1, "axis"))
    for claim, end in ((first, 0), (last, 1)):
        date = claim.time and (claim.time.end if end else claim.time.start)
        if date:
            drawing.labels.append(Label(_r(across(date.toordinal())), y + 18, day(date), "middle", "tick"))


def _value_axis(drawing: Plot, low: float, high: float, unit: str, log: bool) -> None:
    y = drawing.height - 16
    drawing.labels.append(Label(_LEFT, y + 8, with_unit(number(_tidy(low)), unit), "start", "tick"))
    drawing.labels.append(Label(WIDTH - _RIGHT, y + 8, with_unit(number(_tidy(high)), unit), "end", "tick"))
    if log:
        drawing.labels.append(Label(WIDTH / 2, y + 8, "logarithmic", "middle", "tick"))


def _range(claims: list[Claim]) -> tuple[float, float, bool]:
    """The values to draw from and to, with a margin, and whether the scale is logarithmic."""
    ends = [value for c in claims for value in (c.value, c.high, c.allowed.low, c.allowed.high) if value is not None]
    finite = [value for value in ends if math.isfinite(value)]
    printed = [c.value for c in claims if c.value is not None]
    if min(printed) > 0 and max(printed) / min(printed) > _LOG_FROM:
        low = min(value for value in finite if value > 0)
        return low / 1.6, max(finite) * 1.6, True
    low, high = min(finite), max(finite)
    margin = (high - low) * 0.12 or abs(high) * 0.1 or 1.0
    return 0.0 if 0 <= low < high * 0.4 else low - margin, high + margin, False


def _scale(low: float, high: float, start: float, end: float, log: bool) -> Scale:
    """A function from values to pixels; values outside the range land on its edge."""

    def place(value: float) -> float:
        value = min(max(value, low), high)
        if high == low:
            return (start + end) / 2
        share = math.log(value / low) / math.log(high / low) if log else (value - low) / (high - low)
        return start + share * (end - start)

    return place


def _days(claim: Claim) -> tuple[int, int]:
    if claim.time is None or claim.time.start is None or claim.time.end is None:
        return 0, 0
    return claim.time.start.toordinal(), claim.time.end.toordinal()


def _middle(claim: Claim) -> float | None:
    days = _days(claim)
    return sum(days) / 2 if any(days) else None


def _first_day(member: Member) -> int:
    return _days(member.claim)[0]


def _last_day(member: Member) -> int:
    return _days(member.claim)[1]


def _letter(group: int) -> str:
    return chr(ord("A") + min(group, 25))


def _r(value: float) -> float:
    return round(value, 1)


def _tidy(value: float) -> float:
    return float(f"{value:.2g}")
