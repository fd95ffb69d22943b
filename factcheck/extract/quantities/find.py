"""Every quantity of a sentence: number, scale, unit, qualifier, rate, range and place in a change."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.metrics.nouns import noun_after
from factcheck.extract.numbers.find import find_numbers
from factcheck.extract.numbers.fractions import join_fractions
from factcheck.extract.numbers.number import Number
from factcheck.extract.quantities.articles import articles, lone_ones
from factcheck.extract.quantities.bounds import intervals
from factcheck.extract.quantities.change_ends import link_roles
from factcheck.extract.quantities.changes import ChangeFinder
from factcheck.extract.quantities.coins import settle_cents
from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.measure import Measurer
from factcheck.extract.quantities.multiples import mark_multiple, named_multiples
from factcheck.extract.quantities.qualifiers import qualify
from factcheck.extract.quantities.ranges import join_ranges
from factcheck.extract.quantities.rates import RateFinder
from factcheck.extract.quantities.two_units import join_units
from factcheck.extract.words import phrases as phrase_book
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.phrases import Phrases
from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary

register, prepare = phrase_book.register, phrase_book.prepare
_OTHERS = frozenset({"q_unit", "q_fraction", "q_fraction_name", "q_multiple"})  # quantities without a numeral have one
_CALENDAR = frozenset({"date", "time"})


def find_quantities(tokens: Tokens, vocabulary: Vocabulary, periods: Sequence[PeriodMention] = ()) -> list[Quantity]:
    """Every quantity of a sentence whose `hits` are filled; also small counts, bare numbers and ordinals."""
    return quantities_of(tokens, vocabulary, find_numbers(tokens, vocabulary), periods)


def quantities_of(
    tokens: Tokens, vocabulary: Vocabulary, numbers: list[Number], periods: Sequence[PeriodMention]
) -> list[Quantity]:
    """The same, from the numbers of the sentence."""
    if not numbers and _OTHERS.isdisjoint(tokens.hits):
        return []
    rules, phrases = vocabulary.compiled["numerals"], vocabulary.compiled["phrases"]
    reading = Reading(tokens, vocabulary, periods, rules)
    numbers = numbers + articles(reading, numbers) + lone_ones(reading, numbers, phrases)
    numbers = _outside_periods(join_fractions(reading, numbers), periods)
    if not numbers and "q_multiple" not in tokens.hits:
        return []
    measurer = Measurer(reading, phrases)
    drafts = [measurer.draft(number) for number in sorted(numbers, key=lambda number: number.first)]
    drafts = _apart([draft for draft in drafts if _is_quantity(reading, draft)])
    drafts = settle_cents(reading, join_units(reading, drafts), phrases)
    drafts = _surround(reading, drafts, phrases)
    return _build(reading, drafts)


def _surround(reading: Reading, drafts: list[Draft], phrases: Phrases) -> list[Draft]:
    """Adds what stands around the figures: nouns, multiples, qualifiers, ranges, rates, changes."""
    rates = RateFinder(reading, phrases)
    for draft in drafts:
        if draft.unit == "count" and draft.number.form != "ordinal":
            draft.noun = noun_after(reading, draft, phrases)
            draft.label = _is_label(reading, draft, phrases)
        mark_multiple(reading, phrases, draft)
    drafts = sorted(drafts + named_multiples(reading, drafts), key=lambda draft: draft.first)
    qualify(reading, drafts, phrases)
    changes = ChangeFinder(reading, phrases)
    drafts = join_ranges(reading, drafts, phrases, changes.pairs(drafts), changes.moved(drafts))
    for draft in drafts:
        if draft.high is not None and draft.unit == "count" and draft.noun is None:
            draft.noun = noun_after(reading, draft, phrases)
        rates.rate(draft)
    drafts = [draft for draft in drafts if not rates.is_base(draft) and not _is_year(reading, draft, phrases)]
    changes.mark(drafts)
    return drafts


def _outside_periods(numbers: list[Number], periods: Sequence[PeriodMention]) -> list[Number]:
    """The numbers that are not part of a calendar expression."""
    if not periods:
        return numbers
    taken = {i for mention in periods if mention.type in _CALENDAR for i in range(mention.first, mention.last)}
    return [number for number in numbers if number.first not in taken and number.last - 1 not in taken]


def _is_quantity(reading: Reading, draft: Draft) -> bool:
    """False for a half or an article that found no unit."""
    number = draft.number
    bare = number.form == "half" or (number.form == "article" and number.value == 1)
    return not bare or draft.unit != "count"


def _apart(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that lie inside the unit of the one before: a year and | a half."""
    found: list[Draft] = []
    for draft in drafts:
        if not found or draft.number.first >= found[-1].last:
            found.append(draft)
    return found


def _is_label(reading: Reading, draft: Draft, phrases: Phrases) -> bool:
    """Whether bare digits end or continue a name: Firefox 1.0, iPhone 11 Pro, S&P 500."""
    number, before = draft.number, draft.number.first - 1
    if before < 0 or number.style != "digits" or number.last - number.first > 1 or phrases.nouns_capitalised:
        return False
    form = reading.forms[before]
    if (
        not (form[0].isupper() or any(letter.isupper() for letter in form[1:]))
        or reading.word(before) in phrases.noun_stop
    ):
        return False
    opens = before == 0 and form[1:].islower()
    return not opens and (draft.noun is None or reading.forms[draft.noun[0]][0].isupper())


def _is_year(reading: Reading, draft: Draft, phrases: Phrases) -> bool:
    """Whether a bare figure is a year."""
    number = draft.number
    bare = draft.unit == "count" and number.style == "digits" and number.last - number.first == 1 and draft.high is None
    if (
        not bare
        or number.form != "plain"
        or not 1500 <= draft.value < 2100
        or not reading.forms[number.first].isdecimal()
    ):
        return False
    if (draft.role and draft.noun) or (draft.bound != "exact" and (draft.noun or draft.value % 100 == 0)):
        return False
    before = reading.word(draft.first - 1)
    if draft.noun is None:
        return True
    if draft.last == draft.noun[0] and reading.word(draft.noun[0]) in phrases.counted_nouns:
        return False
    return (draft.value % 100 != 0 and draft.value >= 1800) or before in phrases.year_before


def _build(reading: Reading, drafts: list[Draft]) -> list[Quantity]:
    targets = link_roles(drafts)
    found = []
    for k, draft in enumerate(drafts):
        number = draft.number
        value = float(f"{draft.value:.15g}")
        stated, allowed = intervals(
            value,
            draft.high,
            draft.bound,
            number.step,
            decimals=number.decimals,
            count=draft.unit == "count",
            vague=number.style == "vague",
            fraction=number.form == "fraction",
        )
        starts, ends = reading.tokens.starts, reading.tokens.ends
        found.append(
            Quantity(
                draft.first,
                draft.last,
                starts[draft.first],
                ends[draft.last - 1],
                value,
                draft.high,
                draft.unit,
                draft.bound,
                draft.kind,
                stated,
                allowed,
                (number.first, number.last),
                number.style,
                draft.noun,
                draft.per,
                draft.direction,
                draft.role,
                targets.get(k),
                number.form == "ordinal",
                draft.label,
                draft.points,
            )
        )
    return found
