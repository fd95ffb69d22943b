"""The publication date of a text that comes without one: its date line, or what its own dates give away."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from factcheck import period as periods
from factcheck.extract.periods.find import find_periods
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.period import Period

_HEAD = 1500  # characters at the top of a text that may hold a date line
_SHORT_LINE = 90
_LINE = 200  # characters of a line that are read
_LEAD_WORDS = 4  # a date line's place or label before the date
_INFER_LENGTH = 30_000


def find_dateline(text: str, vocabulary: Vocabulary) -> Period | None:
    """The day of a line such as "2 juillet 2012. -" or "Published: 2022-07-29" near the top of a text."""
    position = 0
    for line in text[:_HEAD].split("\n"):
        found = _in_line(line, vocabulary)
        if found is not None:
            return found
        position += len(line) + 1
    return None


def _in_line(line: str, vocabulary: Vocabulary) -> Period | None:
    """A full date that makes up a short line, or opens a longer one after at most a place or a label."""
    labels = frozenset(vocabulary.section("periods").get("dateline_labels", ()))
    tokens = tokenize(line, 0, min(len(line), _LINE))
    if not tokens.digits:
        return None
    vocabulary.lexicon.mark(tokens)
    for mention in find_periods(tokens, vocabulary, None):
        if mention.type not in ("date", "time") or mention.anchor != "absolute" or mention.grain != "day":
            continue
        labelled = not labels.isdisjoint(tokens.words[: mention.first])
        short = len(line) <= _SHORT_LINE and len(tokens) - (mention.last - mention.first) <= 6
        lead_end = mention.last < len(tokens) and tokens.forms[mention.last] in ".-–—:()|/"
        if mention.period and (labelled or short or (mention.first <= _LEAD_WORDS and lead_end)):
            return mention.period
    return None


def infer_date(sentences: Iterable[Tokens], vocabulary: Vocabulary) -> Period | None:
    """The year, or the months, in which a text was probably written, by the dates it speaks of."""
    read = takewhile(lambda tokens: tokens.starts[0] < _INFER_LENGTH, sentences)
    return infer_published([mention for tokens in read for mention in find_periods(tokens, vocabulary, None)])


def infer_published(mentions: list[PeriodMention]) -> Period | None:
    """The year of the latest day the text names in full, where it also speaks of "this year" or "last year".

    A text that says "on the first day of 2020" and "January 6 this year" was written in 2020; one that says
    "in 2019" and "this year" was not written in 2019, and nothing tells how much later it was.
    """
    past = [
        m
        for m in mentions
        if m.anchor == "absolute" and m.type in ("date", "time") and m.start is not None and m.mod not in _AHEAD
    ]
    dated = [(m.period.start.year, m.grain) for m in past if m.period is not None and m.period.start is not None]
    speaks_of_now = any(m.anchor == "published" and m.timex.startswith("XXXX") for m in mentions)
    if not dated or not speaks_of_now:
        return None
    latest = max(y for y, _ in dated)
    if (latest, "day") not in dated:
        return None
    return periods.year(latest, "inferred")


_AHEAD = ("by", "until", "after")
