"""Calendar expressions of a sentence: where they stand and which days they stand for."""

from __future__ import annotations

import marshal
from collections.abc import Collection
from itertools import pairwise
from typing import Any

from factcheck.extract.numbers.years import YearTest
from factcheck.extract.periods import atoms as period_atoms
from factcheck.extract.periods import calendar_words
from factcheck.extract.periods.atoms import ANCHORS, Atoms, has_year
from factcheck.extract.periods.build import BUILDERS
from factcheck.extract.periods.grammar import Chart, Grammar, Node, trie_of
from factcheck.extract.periods.in_sentence import resolve_all
from factcheck.extract.periods.reference import Days, Reading, Reference
from factcheck.extract.periods.selection import ends_in_number, ends_in_old_year, in_name, is_weekday, precedence
from factcheck.extract.periods.templates import LEVELS, SHARED, classes_of
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary, code
from factcheck.kept import CANONICAL, kept
from factcheck.period import Period

register = calendar_words.register


class Finder:
    """The compiled calendar grammar of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        section = vocabulary.section("periods")
        own = section.get("templates", {})
        levels = [{name: [*SHARED.get(name, ()), *own.get(name, ())] for name in level} for level in LEVELS]
        said = marshal.dumps(levels, CANONICAL)
        self.grammar = Grammar(kept(f"calendar-{vocabulary.lang}", [*code(), said], lambda: trie_of(levels)))
        self.atoms = Atoms(vocabulary)
        self.is_year = YearTest(vocabulary)
        self.day_before = frozenset(section.get("day_before", ()))
        self.whole_before = frozenset(section.get("whole_before", ()))
        self.next_week = section.get("next_weekday") == "week"
        self.month_first = section.get("date_order") == "mdy"
        self.future_words = frozenset(section.get("future_words", ()))
        self.plan_words = frozenset(section.get("plan_words", ()))
        self.future_endings = tuple(section.get("future_endings", ()))
        self.aims = frozenset(section.get("aims", ()))
        self.ordinal_nouns = frozenset(section.get("ordinal_nouns", ()))
        self.season_kinds = frozenset(section.get("season_kinds", ()))

    def nodes(self, tokens: Tokens) -> list[tuple[int, int, Node]]:
        """The calendar expressions of a sentence, left to right, without overlap."""
        edges = self.atoms.read(tokens)
        chart = Chart(tokens, edges, classes_of)
        for i, found in list(edges.items()):
            for name, end, value in found:
                if name == "Y":
                    chart.built.append((i, end, value))
                elif name == "DATE":
                    y = value[2] if value[2] > 99 else 2000 + value[2]
                    chart.add(i, end, ("day", ("year", y), value[1], value[0]))
        chart.parse(self.grammar, BUILDERS, period_atoms.places(tokens, edges))
        return self._select(chart.built, tokens)

    def _select(self, built: list[tuple[int, int, Node]], tokens: Tokens) -> list[tuple[int, int, Node]]:
        taken = bytearray(len(tokens))
        chosen: list[tuple[int, int, Node]] = []
        built.sort(key=precedence)
        for i, j, node in built:
            if taken.find(1, i, j) >= 0 or not self._stands(i, j, node, tokens):
                continue
            taken[i:j] = b"\x01" * (j - i)
            chosen.append((i, j, node))
        chosen.sort(key=lambda item: item[0])
        counts = {a for (a, b, first), (i, _, node) in pairwise(chosen) if self._is_count(a, b, first, i, node, tokens)}
        return [item for item in chosen if item[0] not in counts] if counts else chosen

    def _is_count(self, a: int, b: int, first: Node, i: int, node: Node, tokens: Tokens) -> bool:
        """Whether four digits count what a year right behind them dates: 1700 in the past year."""
        of_year = node[0] == "year" or (node[0] == "unit" and node[1] == "year")
        return first[0] == "year" and b - a == 1 and i == b + 1 and of_year and tokens.words[b] in self.is_year.strong

    def _stands(self, i: int, j: int, node: Node, tokens: Tokens) -> bool:
        """False for a number that is no year here, and for what is no expression on its own."""
        kind = node[0]
        if kind == "count" or (ends_in_number(j, node, tokens) and self.is_year.counts(tokens, j)):
            return False
        if ends_in_old_year(j, node, tokens) and self.is_year.counts_noun(tokens, j):
            return False  # zwischen dem 8. und 12. Oktober 1000 Personen
        if kind == "year" and j - i == 1:
            return self.is_year(tokens, i, j)
        if kind == "year" and node[-1] == "words":
            return self.is_year.spelled(tokens, i, j)
        if j < len(tokens) and tokens.words[j] in self.ordinal_nouns and is_weekday(node):
            return False  # nesta segunda rodada
        if kind == "split" or (kind == "range" and node[1][0] == node[2][0] == "year"):
            return self.is_year.spans(tokens, i, j)
        if kind == "open" and node[2][0] == "year" and tokens.forms[j - 1].isdigit():
            return self.is_year(tokens, j - 1, j)
        if kind == "season" and j - i == 1 and not self.is_year.noun_capitals and in_name(i, tokens):
            return False
        if kind == "season" and i > 0 and tokens.words[i - 1] in self.season_kinds:
            return False  # los Juegos de Invierno
        if kind == "whole" and node[1] != "weekend":
            return tokens.words[i] in self.whole_before or (i > 0 and tokens.words[i - 1] in self.whole_before)
        if kind == "numeric" and node[3] is None and tokens.forms[i][0].isdigit():
            return j - i == len(tokens) or (i > 0 and tokens.words[i - 1] in self.day_before)
        return True

    def plan_places(self, tokens: Tokens) -> list[int]:
        """The verbs of planning, after which a date lies ahead."""
        words = self.plan_words
        return [] if words.isdisjoint(tokens.words) else [i for i, word in enumerate(tokens.words) if word in words]

    def future_places(self, tokens: Tokens) -> list[int]:
        """The tokens that speak of what is to come."""
        words, endings = self.future_words, self.future_endings
        found: set[int] = set()
        if not words.isdisjoint(tokens.words):
            found.update(i for i, word in enumerate(tokens.words) if word in words)
        if endings:
            found.update(i for i, form in enumerate(tokens.forms) if form.endswith(endings) and form.islower())
        found.update(last - 1 for _, last, _ in tokens.hits.get("ahead", ()))
        return sorted(found)


_finders: dict[int, tuple[Vocabulary, Finder]] = {}


def finder_for(vocabulary: Vocabulary) -> Finder:
    """The finder of a vocabulary, compiled on first use."""
    known = _finders.get(id(vocabulary))
    if known is None or known[0] is not vocabulary:
        known = _finders[id(vocabulary)] = (vocabulary, Finder(vocabulary))
    return known[1]


def find_periods(
    tokens: Tokens, vocabulary: Vocabulary, published: Period | None, context: Period | None = None,
    stretch: Period | None = None, told: Collection[Days] = (), past: Period | None = None,
) -> list[PeriodMention]:  # fmt: skip
    """The calendar expressions of a sentence, in order, resolved against publication date and context.

    `stretch` is the latest month, quarter or the like, `told` the months of late that the article has named before,
    `past` the latest date of the story, however long gone.
    """
    nodes = calendar(tokens, vocabulary)
    if not nodes:
        return []
    finder = finder_for(vocabulary)
    ref = Reference(
        published.start if published else None,
        published.end if published else None,
        _reading(context),
        finder.month_first,
        next_week=finder.next_week,
        stretch=_reading(stretch),
        told=told,
        past=_reading(past),
    )
    ref.before = ref.context
    return resolve_all(nodes, tokens, ref, finder.future_places(tokens), finder.plan_places(tokens), finder.aims)


def _reading(context: Period | None) -> Reading | None:
    return Reading(context, grain_of(context), "") if context and context.start else None


def calendar(tokens: Tokens, vocabulary: Vocabulary) -> list[tuple[int, int, Node]]:
    """The calendar expressions of a sentence before they are resolved, looked for once."""
    if tokens.calendar is None:
        nothing = ANCHORS.isdisjoint(tokens.hits) and not has_year(tokens)
        tokens.calendar = [] if nothing else finder_for(vocabulary).nodes(tokens)
    return tokens.calendar


def grain_of(period: Period | None) -> str:
    """The unit a period is one of: day, month, quarter, half, year, else range."""
    size = period.days if period else None
    if size is None:
        return ""
    for grain, low, high in _SIZES:
        if low <= size <= high:
            return grain
    return "range"


_SIZES: list[tuple[str, Any, Any]] = [
    ("day", 1, 1), ("week", 7, 7), ("month", 28, 31), ("quarter", 90, 92), ("half", 181, 184), ("year", 365, 366),
    ("decade", 3652, 3653),
]  # fmt: skip
