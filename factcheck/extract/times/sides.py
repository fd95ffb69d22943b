"""The end of a longer period that one figure is of: from 3 million to 4 million between 2003 and 2004.

What a firm had when it closed a year is that of its last day.
"""

from __future__ import annotations

from factcheck.extract.periods.steps import unit_at
from factcheck.extract.times import bases as date_bases
from factcheck.extract.times.compared import told_in
from factcheck.extract.times.figures import Figure
from factcheck.extract.times.steps import a_year_before
from factcheck.extract.words.mentions import PeriodMention
from factcheck.period import Period, between, on, since, year

_NEARLY_A_YEAR = 330  # days
_MONTHS = ("month", "quarter", "half", "range")
_CLOSED = 4  # tokens of such a clause behind the date: seit das Gesetz im Mai in Kraft trat,
_AND = 2  # tokens between two years that are told of together
_STRUCK = 10  # tokens between "since" and the day of what began then
_LONG = ("month", "quarter", "half", "year")
_MONTH = 31  # days
_LEVELS = ("stock", "price", "share")
_GRAINS = ("day", "month", "quarter", "half", "year")


def side_of(mention: PeriodMention, figure: Figure, published: Period | None) -> Period | None:
    """The first or last part of a period where a figure is of that part alone, for what it grew from or to."""
    if (_has_grown_since(mention, figure) or _opens_since(mention, figure)) and mention.period and published:
        return since(mention.period, published.end, "inferred")
    if mention.mod == "since":
        told = date_bases.is_told_of(mention, figure.quantity, figure.sentence)
        return _opening(mention) if told or figure.quantity.role == "from" else None
    if figure.against and _is_a_year_ago(mention):
        return _year_before(mention, figure)
    if _is_closed(mention, figure) and mention.period and mention.period.end:
        return on(mention.period.end, mention.period.basis)
    if _is_reached(mention, figure, published) and mention.period and mention.period.end:
        return on(mention.period.end, mention.period.basis)
    if (both := _both_years(mention, figure)) is not None:
        return both
    if len(mention.parts) < 2 or mention.node[0] == "split" or figure.quantity.role not in ("from", "to"):
        return None
    first, last = mention.parts
    years = first.grain == last.grain == "year" or _are_a_year_apart(first, last)  # others may be what is reported on
    return (first if figure.quantity.role == "from" else last).period if years else None


def _both_years(mention: PeriodMention, figure: Figure) -> Period | None:
    """Two years in a row that "and" joins, for the only figure of its kind: in 2022 and 2023 they dived 31 times."""
    if mention.node[0] != "year" or figure.quantity.role is not None or figure.quantity.kind != "level":
        return None
    sentence, quantity = figure.sentence, figure.quantity
    joins = sentence.tokens.first("conjunction")
    for other in sentence.periods:
        first, last = sorted((mention, other), key=lambda each: each.first)
        joined = other.node[0] == "year" and last.first - first.last <= _AND and first.last in joins
        if (
            joined
            and last.node[1] == first.node[1] + 1
            and not any(
                each is not quantity and each.unit == quantity.unit and each.kind == "level"
                for each in told_in(sentence)
            )
        ):
            return between(year(first.node[1]), year(last.node[1])).on_basis("stated")
    return None


def _are_a_year_apart(first: PeriodMention, last: PeriodMention) -> bool:
    starts = [end.period.start for end in (first, last) if end.period and end.period.start]
    return first.grain == last.grain and len(starts) > 1 and (starts[1] - starts[0]).days > _NEARLY_A_YEAR


def _has_grown_since(mention: PeriodMention, figure: Figure) -> bool:
    """Whether a toll is counted from the event of a clause: 227 have died since floods struck on Friday."""
    metric, sentence = figure.metric, figure.sentence
    past = mention.mod is None and mention.period is not None and mention.period.days is not None
    if not (past and metric and metric.episodic and mention.first >= figure.quantity.last):
        return False
    led = [last for _, last, mod in sentence.tokens.hits.get("t_OPEN", ()) if mod == "since" and last <= mention.first]
    if not led or mention.first - led[-1] > _STRUCK or figure.quantity.last > led[-1]:
        return False
    between = range(led[-1], mention.first)
    return "," not in sentence.tokens.forms[led[-1] : mention.first] and not any(
        other.first in between for other in told_in(sentence)
    )


def _opens_since(mention: PeriodMention, figure: Figure) -> bool:
    """Whether a clause of what began on a date opens the sentence: since the law took effect in May, 300 have paid."""
    tokens, quantity = figure.sentence.tokens, figure.quantity
    led = [last for first, last, mod in tokens.hits.get("t_OPEN", ()) if mod == "since" and first == 0]
    past = mention.mod is None and mention.period is not None and mention.period.days is not None
    if not (past and led) or not led[0] < mention.first <= led[0] + _STRUCK or "," in tokens.forms[: mention.last]:
        return False
    closed = next((at for at in range(mention.last, quantity.first) if tokens.forms[at] == ","), None)
    return closed is not None and closed - mention.last <= _CLOSED and quantity.kind == "level" and not figure.against


def _is_closed(mention: PeriodMention, figure: Figure) -> bool:
    """Whether a word of closing leads a year or month, and the figure is a level: the firm closed 2023 with a debt."""
    metric = figure.metric
    if mention.grain not in _LONG or not (metric is None or metric.kind in _LEVELS):
        return False
    small = (*figure.sentence.tokens.first("determiner"), *figure.sentence.tokens.first("preposition"))
    before = mention.first - (mention.first - 1 in small)
    return figure.quantity.kind in ("level", "share") and before in figure.sentence.tokens.after("closing")


def _is_reached(mention: PeriodMention, figure: Figure, published: Period | None) -> bool:
    """Whether a stock has come to a figure by the end of some months that are over: from January to June to 300."""
    stock = figure.metric is not None and figure.metric.kind == "stock"
    if not stock or figure.quantity.role != "to" or mention.mod is not None or mention.grain != "range":
        return False
    ended = mention.period.end if mention.period and (mention.period.days or 0) > _MONTH else None
    return bool(ended and published and published.end and ended < published.end)


def _is_a_year_ago(mention: PeriodMention) -> bool:
    ago = mention.node[0] == "shift" and mention.node[1:] == (-1, ("dur", ((1, "year"),)), "p")
    return ago or mention.node == ("unit", "year", -1, "c")


def _year_before(mention: PeriodMention, figure: Figure) -> Period | None:
    """The months named before "a year ago" in its sentence, a year earlier."""
    named = (m for m in figure.sentence.periods if m.last <= mention.first and m.grain in _MONTHS and m.period)
    last = max(named, key=lambda m: m.first, default=None)
    return a_year_before(last.period) if last and last.period else None


def _opening(mention: PeriodMention) -> Period | None:
    """The day, month or year with which an open period begins: 2004 of "since 2004"."""
    node, start = mention.node, mention.period.start if mention.period else None
    grain = node[2][0] if node[0] == "open" and node[2] else None
    if start is None or grain not in _GRAINS:
        return None
    found = unit_at(start, grain)[0]
    return found.on_basis(mention.period.basis) if mention.period else None
