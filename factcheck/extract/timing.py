"""Which calendar expression dates a figure, and what is carried over when the sentence has none."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.sentences import Sentence
from factcheck.model import TimeKind
from factcheck.period import Period, month, year_before
from factcheck.rulebook import Metric

REACH = 40
_HISTORY = 4  # years before publication after which a date is background
_WEEKS = 20  # days
NEXT = 14  # the way from a figure to a date that opens the next part of its sentence


def date_of(quantity: Quantity, sentence: Sentence) -> PeriodMention | None:
    """The calendar expression nearest to a figure; one that opens the sentence dates all of it."""
    best: tuple[float, PeriodMention] | None = None
    for mention in sentence.periods:
        if mention.type != "date" or (mention.period is None and mention.timekind != "since_launch"):
            continue
        if _is_base(mention, sentence) or (mention.compares and not _attached(mention, quantity, sentence)):
            continue
        cost = _cost(mention, quantity, sentence)
        if cost <= REACH and (best is None or cost < best[0]):
            best = (cost, mention)
    return best[1] if best else None


def _is_base(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether the date is what a figure is compared with: 11 % more than in 2024."""
    hits = sentence.tokens.hits
    small = {at for category in ("preposition", "determiner") for at, _, _ in hits.get(category, ())}
    first = mention.first
    while first > 0 and first - 1 in small and mention.first - first < 3:
        first -= 1
    return any(first <= last <= mention.first for _, last, _ in hits.get("than", ()))


def _attached(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether "a year earlier" and the like stand right by the figure that they date."""
    return quantity.role == "from" or is_beside(mention, quantity, sentence)


def is_beside(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether an expression stands right behind a figure."""
    return mention.first >= quantity.last and sentence.gaps[mention.first] - sentence.gaps[quantity.last] <= 3


def _cost(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> float:
    gaps = sentence.gaps
    if mention.first >= quantity.last:
        cost = gaps[mention.first] - gaps[min(_after_bracket(quantity, sentence), mention.first)]
        return cost + (NEXT if _opens_next(mention, quantity, sentence) else 0)
    between = gaps[quantity.first] - gaps[mention.last]
    opening = mention.first <= 6
    return min(between, 10.0 + between / 10) if opening else between + 1.0


def _after_bracket(quantity: Quantity, sentence: Sentence) -> int:
    """The token after a figure, and after the bracket that opens behind it or closes around it."""
    forms, last = sentence.tokens.forms, quantity.last
    if last < len(forms) and forms[last] == "(":
        return forms.index(")", last) + 1 if ")" in forms[last:] else last
    return last + 1 if last < len(forms) and forms[last] == ")" else last


def _opens_next(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the expression belongs to another figure: to the next one, or to one behind a comma or contrast."""
    between = [other for other in sentence.quantities if quantity.last <= other.first and other.last <= mention.first]
    if quantity.role != "from" and any(other.role == "from" for other in between):
        return True
    if not _parted(sentence, quantity.last, mention.first):
        return False
    return any(
        other.first >= mention.last or _parted(sentence, quantity.last, other.first)
        for other in sentence.quantities
        if other.first > quantity.first
    )


def _parted(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a comma, conjunction or contrast stands between two tokens, brackets and figures aside."""
    numbers = {other.first for other in sentence.quantities}
    gaps = sentence.gaps
    return any(
        gaps[i + 1] - gaps[i] > 1 and i not in numbers and sentence.tokens.forms[i] not in "()" for i in range(a, b)
    )


def is_present(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the figure's verb is in the present, so that no earlier date can be carried to it."""
    gaps, at = sentence.gaps, quantity.first
    return any(last <= at and gaps[at] - gaps[last] <= 7 for _, last, _ in sentence.tokens.hits.get("present", ()))


def is_ahead(period: Period | None, published: Period | None) -> bool:
    """Whether most of a period lies after the day of publication."""
    if period is None or published is None or published.end is None:
        return False
    if period.end is None:
        return period.start is not None and period.start > published.end
    start = period.start or period.end
    return start > published.end or (period.end - published.end) > (published.end - start) * 2


def widened(mention: PeriodMention) -> Period | None:
    """The period of a mention; "now" means about the month of publication, not its very day."""
    period = mention.period
    if mention.timex == "PRESENT_REF" and period and period.start and period.days == 1:
        return month(period.start.year, period.start.month, basis=period.basis)
    return period


def latest(sentence: Sentence, published: Period | None) -> Period | None:
    """The last date a sentence names that later sentences may refer to: history does not count in dated news."""
    named = [mention for mention in sentence.periods if mention.type == "date" and not mention.compares]
    dated = [m.period for m in named if m.period and m.period.start and m.period.end]
    recent = [period for period in dated if not is_history(period, published)]
    return recent[-1] if recent else None


def is_span(period: Period) -> bool:
    """Whether a period is one that results are reported for: some weeks to a year."""
    return period.days is not None and _WEEKS <= period.days <= 366


def before(period: Period | None) -> Period | None:
    """The period that results are set beside: the same one a year earlier."""
    return year_before(period) or period if period and is_span(period) else period


def is_history(period: Period, published: Period | None) -> bool:
    """Whether a period lies so far back that it is background in dated news."""
    if period.start is None or published is None or published.start is None:
        return False
    return period.start.year < published.start.year - _HISTORY


def frame(sentence: Sentence, published: Period | None) -> Period | None:
    """The first date of a sentence that an article can be about: past, not open, not longer than a year."""
    for mention in sentence.periods:
        period = mention.period
        usable = mention.type == "date" and mention.mod not in ("before", "after", "since", "until", "by")
        if usable and period and period.days and period.days <= 366 and not is_ahead(period, published):
            return period
    return None


def carried(period: Period | None) -> Period | None:
    """The period of a neighbour, marked as not stated for this figure."""
    return replace(period, basis="inferred") if period else None


def timekind_of(mention: PeriodMention | None, metric: Metric | None, kind: str) -> TimeKind:
    """as_of for a level at a moment, during for what adds up over a period."""
    if mention is None:
        return "unknown"
    if mention.timekind == "since_launch":
        return "since_launch"
    if metric and metric.kind in ("stock", "price", "rate", "cumulative") and kind in ("level", "share"):
        return "as_of"
    if metric and metric.kind == "flow" and mention.mod != "by":
        return "during"
    return mention.timekind
