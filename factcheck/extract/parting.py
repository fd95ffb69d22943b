"""What stands between a figure and the words that tell how firmly it is put forward, and may part them."""

from __future__ import annotations

from factcheck.extract.words.clauses import is_clause_of, without_auxiliaries
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_PARTED = ("conjunction", "copula", "relative")
_TELLING = 4  # tokens between a share of those asked and what they say: 25% of Britons said they would


def is_parted(sentence: Sentence, first: int, last: int, quantity: Quantity) -> bool:
    """Whether what stands between a figure and a cue behind it parts them."""
    tokens, named = sentence.tokens, max(quantity.last, quantity.noun[1] if quantity.noun else 0)
    opened = named + 1 if is_clause_of(sentence, named, last) else named
    own = opened > named or named in tokens.first("relative")  # the 9 jobs that it had promised
    start = without_auxiliaries(sentence, first)
    told = own or any(named <= at < start for at in tokens.first("unnamed"))  # the 9 jobs analysts had expected
    between = range(opened + own, start if told else first)  # "had" of "had promised" parts nothing
    meant = tokens.after("of")  # half of that would come later
    parted = any(at in between and at not in meant for kind in _PARTED for at in tokens.first(kind))
    parted = parted or any(at in between and at < min(named + _TELLING, first - 1) for at in tokens.first("say"))
    return parted or "," in tokens.forms[opened if opened > named else quantity.last : first]


def has_cause(sentence: Sentence, last: int, quantity: Quantity) -> bool:
    """Whether a figure tells what led to what a cue before it speaks of: it cut its forecast after sales fell 6 %."""
    causes = (hit for hit in sentence.tokens.hits.get("cause", ()) if last <= hit[0])
    dated = {mention.first for mention in sentence.periods}
    return any(
        end < quantity.first and end not in dated and "," not in sentence.tokens.forms[end : quantity.first]
        for _, end, _ in causes
    )  # but not: it will, after a study, cut 300 jobs


def is_answered(sentence: Sentence, last: int, quantity: Quantity) -> bool:
    """Whether "but" and a verb lead from the figure of a cue to what came of it: it was to cost 30 but has cost 52."""
    first_of = sentence.tokens.first
    for at in first_of("conjunction").keys() & first_of("r_contrast").keys():
        if any(last <= other.first < at < quantity.first for other in sentence.quantities):
            gap = range(at + 1, quantity.first)
            return any(i in gap for kind in ("copula", "metric_verb") for i in first_of(kind))
    return False


def is_put_in(sentence: Sentence, at: int, end: int) -> bool:
    """Whether commas stand before a word and behind what it leads to."""
    forms = sentence.tokens.forms
    return at > 0 and forms[at - 1] == "," and "," in forms[at:end]


def in_aside(sentence: Sentence, first: int, last: int, quantity: Quantity) -> bool:
    """Whether a cue stands in a relative clause that closes before the figure: the film, to be shown in May, cost."""
    forms, relatives = sentence.tokens.forms, sentence.tokens.first("relative")
    closes = next((at for at in range(last, quantity.first) if forms[at] == ","), None)
    opens = next((at for at in range(first, 0, -1) if forms[at - 1] == ","), None)
    if closes is None or opens not in relatives:
        return False
    return not any(opens <= other.first < closes for other in sentence.quantities)
