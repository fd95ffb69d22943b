"""What speaks for and against a date of a figure's own sentence: where it stands, and what time it is."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.times import asides, compared, dating, timing
from factcheck.extract.times import bases as date_bases
from factcheck.extract.times.compared import told_in
from factcheck.extract.times.figures import AHEAD, FAR, MANY, Features, Figure, grain_of
from factcheck.extract.times.pairs import is_end_of_change
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.period import Period

_NEAR = 2  # tokens between two dates: over a year in March
_SPANS = frozenset({"month", "quarter", "half", "year"})
_FINER = frozenset({"day", "week", "month", "quarter", "half", "range"})


def way(mention: PeriodMention, figure: Figure) -> Features:
    """How far a date is from the figure, and how many figures stand between."""
    quantity, sentence = figure.quantity, figure.sentence
    cost = min(dating.way(mention, quantity, sentence), FAR) / 10
    if mention.first >= quantity.last:
        passed = sum(quantity.last <= other.first < mention.first for other in told_in(sentence))
        return [("distance_behind", cost), ("passed_behind", min(passed, MANY))]
    passed = sum(mention.last <= other.first < quantity.first for other in told_in(sentence))
    opens = mention.first <= dating.OPENING
    return [("opens", 1.0), ("passed_opening", min(passed, MANY)), ("distance_opening", cost)] if opens else [
        ("before", 1.0), ("distance_before", cost), ("passed_before", min(passed, MANY))
    ]  # fmt: skip


def relations(
    mention: PeriodMention, period: Period | None, figure: Figure, said: set[int], published: Period | None
) -> Iterator[str]:
    """What stands between a date and the figure, in words; `said` are where the days of saying begin."""
    quantity, sentence = figure.quantity, figure.sentence
    ends = is_end_of_change(mention, quantity, sentence)
    if ends is not None:
        yield "beside" if ends else "of_other"
        return
    estimated = figure.stance in AHEAD or "revision" in sentence.tokens.hits
    over = not (estimated and timing.goes_on(period, published))  # nothing has risen from what is to come
    base = date_bases.is_base(mention, sentence)
    beside = not base and dating.is_beside(mention, quantity, sentence)
    if base:
        yield _base(mention, figure)
    if beside:
        yield "beside"
    if dating.restates(mention, quantity, sentence):
        yield "restates"
    if over and dating.is_of_other(mention, quantity, sentence):
        yield "of_other"
    elif asides.is_aside_before(mention, quantity, sentence):
        yield "aside_before_fresh" if timing.is_fresh(period, published) else "aside_before"
        if period and timing.is_history(period, published):
            yield "background"  # Orlin, founded in 1974, has 40 shops
    if dating.opens_next(mention, quantity, sentence):
        yield "opens_next" if over else "opens_next_ahead"
    across = date_bases.across(mention, quantity, sentence)
    if across and over and not base:
        yield f"across_{across}"
    if dating.is_taken(mention, quantity, sentence):
        yield "taken"
    if date_bases.is_background(mention, sentence) and not date_bases.is_told_of(mention, quantity, sentence):
        yield "background"
    if asides.aside_of(mention, sentence) is not None:
        yield "aside"
    if mention.first in said:
        yield "told"
    if mention.node[0] == "window" and mention.node[3] is None:
        other = date_bases.is_span_of_change(mention, sentence, beside=quantity)
        yield "window_other" if other else f"window_{quantity.kind}"
        if _is_of_a_named_span(mention, figure):
            yield "window_named"
    if mention.compares:
        yield _compares(mention, figure, beside and not across)


def _is_of_a_named_span(mention: PeriodMention, figure: Figure) -> bool:
    """Whether a change "over a year" is that of a span named with it: it rose to 5 million in 2014, 4 % on a year."""
    if figure.quantity.kind != "change" or mention.node[2] != ("dur", ((1, "year"),)):
        return False
    named = (m for m in figure.sentence.periods if m.first <= mention.last + _NEAR and m.type == "date")
    return any(m.grain in _SPANS and m.period and m.mod is None and not m.compares for m in named)


def _base(mention: PeriodMention, figure: Figure) -> str:
    """Whether a figure that a date is compared with is that of the date: up 11 % on the 2003 total of 521 million."""
    if date_bases.names(mention, figure.quantity, figure.sentence):
        return "base_own"
    behind = mention.first >= figure.quantity.last or mention.first <= dating.OPENING
    return "base_against" if figure.against and behind else "base"


def _compares(mention: PeriodMention, figure: Figure, beside: bool) -> str:
    """How an expression that leads back from another date, such as "a year earlier", stands to a figure."""
    quantity, sentence = figure.quantity, figure.sentence
    leads = dating.leads(mention, quantity, sentence) and not dating.is_beside_other(mention, quantity, sentence)
    if quantity.kind in ("change", "ratio"):
        led = any(mention.first in sentence.tokens.after(kind) for kind in ("change_base", "than"))
        plain = mention.first <= 1 or (not led and compared.is_plain(mention.last, quantity.first, sentence))
        return "compares_change_leading" if leads and plain else "compares_change"
    attached = beside or quantity.role == "from" or leads
    attached = attached or (figure.against and dating.is_led_to(mention, quantity, sentence))
    return "compares_attached" if attached else "compares"


def times(mention: PeriodMention, period: Period | None, figure: Figure, published: Period | None) -> Iterator[str]:
    """What kind of time a date is, for a figure of this kind."""
    grain = grain_of(period)
    yield f"{grain}_{figure.kind}"
    if mention.mod == "since":
        yield "since_to" if figure.quantity.role == "to" else "since"
    if mention.timex == "PRESENT_REF" or (figure.present and timing.is_same(period, published)):
        yield "now"
    if period is None:
        return
    if figure.metric and figure.metric.episodic:
        yield f"episodic_{grain}"
    if timing.is_ahead(period, published):
        yield "ahead_planned" if figure.stance in AHEAD else "budgeted" if _is_budgeted(mention, figure) else "ahead"
        if mention.mod in ("by", "before", "until"):
            yield "deadline"
    elif timing.is_history(period, published) or timing.is_gone(period, published):
        yield "history" if timing.is_history(period, published) else "gone"
        if figure.present and mention.mod != "since":
            yield "gone_present"


def _is_budgeted(mention: PeriodMention, figure: Figure) -> bool:
    """Whether a budget is for a year: a 2026 budget of 3 million, a budget of 3 million for 2026."""
    budgets = [hit[:2] for hit in figure.sentence.tokens.hits.get("budget", ())]
    year = mention.type == "date" and mention.grain == "year"
    first, last = figure.quantity.first, figure.quantity.last
    return year and any(
        mention.last == at or (end <= first and 0 <= mention.first - last <= _NEAR) for at, end in budgets
    )


def among(mention: PeriodMention, usable: list[PeriodMention], figure: Figure, said: set[int]) -> Iterator[str]:
    """How a date stands to the others of its sentence."""
    if len(usable) == 1:
        yield "only"
        return
    if mention.first in said and any(m.first not in said and _names_time(m, figure.sentence) for m in usable):
        yield "told_past_date"
    if any(_is_between(other, mention, figure.quantity) for other in usable):
        yield "passes_date"
    for other in usable:
        if other is not mention and said.isdisjoint((other.first, mention.first)) and _is_with(mention, other, figure):
            yield "narrows" if timing.is_within(mention.period, other.period) else "narrowed"
    starts = [m.period.start for m in usable if m.period and m.period.start]
    if mention.period and mention.period.start and len(set(starts)) > 1:
        if mention.period.start == min(starts):
            yield "oldest_against" if figure.against else "oldest"
        elif mention.period.start == max(starts):
            yield "newest_against" if figure.against else "newest"


def _is_with(mention: PeriodMention, other: PeriodMention, figure: Figure) -> bool:
    """Whether one of two dates lies in the year that the other is, and no other figure stands between them."""
    pairs = ((mention, other), (other, mention))
    if not any(b.grain == "year" and a.grain in _FINER and timing.is_within(a.period, b.period) for a, b in pairs):
        return False
    first, last = sorted((mention, other), key=lambda each: each.first)
    numbers = (quantity.first for quantity in told_in(figure.sentence) if quantity is not figure.quantity)
    return not any(first.last <= at < last.first for at in numbers)


def _names_time(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a date can be that of a figure, no base of a comparison."""
    return not (mention.compares or mention.period is None or date_bases.is_base(mention, sentence))


def _is_between(other: PeriodMention, mention: PeriodMention, quantity: Quantity) -> bool:
    """Whether another date stands between a date and the figure."""
    return mention.last <= other.first < quantity.first or quantity.last <= other.first < mention.first
