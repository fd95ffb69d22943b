"""What relative dates are relative to, and the year of a date that does not name it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck import period as periods
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.steps import coarser
from factcheck.extract.words.mentions import Anchor, Mod
from factcheck.period import Period

_SPANS = {"day": 7, "week": 7, "month": 31}  # days to which a publication must be known for them to count from it
_NARRATIVE_GAP = 366  # days between a text's own time and its publication that make it a story of that time

Days = tuple[date | None, date | None]
_HISTORY = 30 * 366  # the same where the context is but a year, perhaps named in passing


@dataclass(frozen=True, slots=True)
class Reading:
    """What a node stands for."""

    period: Period | None
    grain: str
    timex: str
    anchor: Anchor = "absolute"
    mod: Mod | None = None
    fiscal: bool = False

    @property
    def start(self) -> date | None:
        return self.period.start if self.period else None


@dataclass(slots=True)
class Reference:
    """What relative dates are relative to."""

    published: date | None
    published_end: date | None
    context: Reading | None
    month_first: bool = False  # 09/11 is 11 September
    future: bool = False  # the sentence speaks of what is to come
    next_week: bool = False  # "next Friday" is that of next week, not the nearest one
    before: Reading | None = None  # the context in which the sentence began
    past: Reading | None = None  # the latest date of its story, however long gone: what "two years later" counts from
    stretch: Reading | None = None  # the latest month, quarter or the like: what "the same period" is
    told: Collection[Days] = ()  # the months without a year that the article has named so far, of late
    year: int | None = None  # the latest year that the sentence names
    ahead: int = 45  # days by which a day and month without a year may lie ahead all the same

    @property
    def narrative(self) -> bool:
        """True where the text speaks of a time long before its publication, or has no publication date."""
        if self.context is None or self.context.start is None:
            return False
        if self.published is None or self.published_end is None:
            return self.context.timex != "" or self.context.grain not in ("year", "decade", "range", "")
        if (self.published_end - self.published).days > 300 and self.context.start < self.published:
            return True
        gap = (self.published - self.context.start).days
        return gap > (_HISTORY if self.context.grain in ("year", "decade", "range") else _NARRATIVE_GAP)

    def base(self, anchor: str, grain: str = "year") -> tuple[date | None, Anchor]:
        """The day that an offset in units of `grain` counts from, and where it comes from."""
        leant_on = self._not_coarser(grain) if anchor == "c" else self.context
        context = leant_on.start if leant_on is not None else None
        if anchor == "c" and context is not None:
            return context, "context"
        if self.published is None or self._is_published_within(_SPANS.get(grain, 366)):
            return self.published, "published"
        if self.context is not None and context is not None and self.context.grain == "day":
            return context, "context"
        return None, "published"

    def _not_coarser(self, grain: str) -> Reading | None:
        """The context, unless it is longer than what is counted in; the latest stretch then: "the month before"."""
        context = self.context
        if context is None or not coarser(context.grain, grain):
            return context
        if self.stretch and not coarser(self.stretch.grain, grain):
            return self.stretch
        return None if _holds(context, self.published) else context

    def _is_published_within(self, days: int) -> bool:
        """Whether the publication is known to so many days: a year tells nothing of "on Tuesday"."""
        return self.published is not None and ((self.published_end or self.published) - self.published).days < days


def _holds(context: Reading, published: date | None) -> bool:
    period = context.period
    return bool(period and period.start and period.end and published and period.start <= published <= period.end)


Resolver = Callable[[Node, Reference], Reading | None]
RESOLVERS: dict[str, Resolver] = {}  # by kind of node; filled by period_resolve


def resolve(node: Node, ref: Reference) -> Reading | None:
    """The reading of a node; None where the calendar has no such day or nothing tells when it was."""
    try:
        return RESOLVERS[node[0]](node, ref)
    except (ValueError, OverflowError):
        return None


def made(period: Period, grain: str, timex: str, anchor: Anchor, fiscal: bool = False) -> Reading:
    known = period.on_basis("stated" if anchor == "absolute" else "resolved")
    return Reading(known, grain, timex, anchor, fiscal=fiscal)


def in_year(
    year_node: Node | None, ref: Reference, make: Callable[[int], Period], grain: str, timex: str, edtf: str
) -> Reading | None:
    """A period that recurs each year, in the year said or the likeliest one; `timex` has %s for the year."""
    if year_node is not None:
        said = resolve(year_node, ref)
        if said is None or said.start is None:
            return Reading(periods.unknown(edtf), grain, timex % "XXXX", "published")
        period = make(said.start.year)
        return made(period, grain, timex % f"{said.start.year:04}", said.anchor, year_node[-1] == "fiscal")
    y, anchor = _likely_year(ref, make, grain)
    if y is None:
        return Reading(periods.unknown(edtf), grain, timex % "XXXX", "published")
    return made(make(y), grain, timex % f"{y:04}", anchor)


def _likely_year(ref: Reference, make: Callable[[int], Period], grain: str) -> tuple[int | None, Anchor]:
    if ref.narrative and ref.context is not None and ref.context.start is not None:
        again = _told_year(ref, make)
        return (again, "published") if again else (_narrative_year(ref.context, make), "context")
    if ref.published is None:
        return ref.year, "context"
    this = ref.published.year
    if ref.future:
        coming = (y for y in range(this - 1, this + 9) if _exists(make, y))
        return next((y for y in coming if (make(y).end or date.min) >= ref.published), None), "published"
    latest = (ref.published_end or ref.published) + timedelta(days=ref.ahead if grain == "day" else 0)
    gone = (y for y in range(this + 1, this - 9, -1) if _exists(make, y))
    return next((y for y in gone if (make(y).start or date.max) <= latest), None), "published"


def _exists(make: Callable[[int], Period], y: int) -> bool:
    try:
        make(y)
    except ValueError:
        return False
    return True


def _told_year(ref: Reference, make: Callable[[int], Period]) -> int | None:
    """The year in which the same month stood before, where that was one of late."""
    last = ref.published.year if ref.told and ref.published else None
    years = (last, last - 1) if last else ()
    return next((y for y in years if _exists(make, y) and (make(y).start, make(y).end) in ref.told), None)


_NEXT_YEAR, _LAST_YEAR = 120, 240  # days by which a story must gain to change its year


def _narrative_year(context: Reading, make: Callable[[int], Period]) -> int:
    """The year in which a story goes on: the context's, or the next where that is much nearer."""
    assert context.start is not None
    this = context.start.year
    if context.grain in ("year", "decade", "season"):
        return this if _exists(make, this) else this + 1
    options = [y for y in (this - 1, this, this + 1) if _exists(make, y)]

    penalty = {this - 1: _LAST_YEAR, this: 0, this + 1: _NEXT_YEAR}
    start = context.start
    return min(options, key=lambda y: abs(((make(y).start or date.max) - start).days) + penalty[y])
