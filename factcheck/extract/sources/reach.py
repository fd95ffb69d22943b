"""How far a credit reaches: who only expects a figure is credited with that one; who goes on speaking."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.offices import broken
from factcheck.extract.sources.credit import Credit
from factcheck.extract.words.clauses import without_auxiliaries
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_BESIDE = 7  # tokens between a figure and the verb of those who expected it: 300 economists polled by Orlin expected
_VERBS = ("holds", "say", "by")
_PARTS = ("conjunction", "introduces", "r_contrast", "change", "metric_verb")
_ENDS = frozenset('.,;:!?)–—"”»')


def expects(credit: Credit, sentence: Sentence) -> bool:
    """Whether a credit is by a verb of expecting: analysts had forecast, expected by the market."""
    hits = sentence.tokens.hits
    ends = [last for kind in _VERBS for first, last, _ in hits.get(kind, ()) if first == credit.cue]
    end = max(ends, default=credit.cue + 1)
    return any(first < end and last > credit.cue for first, last, _ in hits.get("forecast", ()))


def is_expected(quantity: Quantity, credit: Credit, sentence: Sentence) -> bool:
    """Whether a figure is what those expected who stand in the clause behind it: the 300 that analysts had expected."""
    forms, tokens = sentence.tokens.forms, sentence.tokens
    start = min(credit.cue, credit.first)
    at = max(quantity.last, quantity.noun[1] if quantity.noun else 0)
    if not quantity.last <= start or credit.cue - at > _BESIDE or not expects(credit, sentence):
        return False
    relative = at + (forms[at : at + 1] == [","])
    if relative in tokens.first("relative") or relative in tokens.first("determiner"):
        at = relative + 1  # that analysts expected; …, die Analysten erwarteten
    numbers = any(quantity.last <= other.first < credit.cue for other in sentence.quantities)
    parted = any(at <= i < start for kind in _PARTS for i in tokens.first(kind))
    return not (numbers or parted or broken(sentence, at, credit.cue)) and _closes(credit, sentence)


def _closes(credit: Credit, sentence: Sentence) -> bool:
    """Whether no figure follows a verb in its clause: but analysts had forecast 300."""
    forms = sentence.tokens.forms
    start = max(credit.cue, credit.last if credit.told else credit.cue) + 1
    end = next((at for at in range(start, len(forms)) if forms[at] in _ENDS), len(forms))
    return not any(start <= other.first < end for other in sentence.quantities)


def is_aside(credit: Credit, sentence: Sentence) -> bool:
    """Whether a verb is put in behind what it says: sales will rise 4 percent, the firm expects."""
    forms = sentence.tokens.forms
    first, last = min(credit.first, credit.cue), max(credit.last, credit.cue + 1)
    first = without_auxiliaries(sentence, first)
    articles = sentence.tokens.after("determiner")
    first = articles[first][0] if first in articles else first
    return first > 0 and forms[first - 1] in _ENDS and (last >= len(forms) or forms[last] in _ENDS)


def governs_before(quantity: Quantity, credit: Credit, sentence: Sentence) -> bool:
    """Whether a credit behind a figure can be that of the figure, as no promise is, nor a verb behind an aside."""
    if credit.told:
        return True
    forms = sentence.tokens.forms
    if credit.last <= quantity.first:  # but not: Ana Ruiz, whose party has 31 %, promises
        return not ("," in forms[credit.last : quantity.first] and "," in forms[quantity.last : credit.cue])
    return not (credit.weak or expects(credit, sentence)) or is_aside(credit, sentence)


def is_narrow(found: Sequence[Credit], sentence: Sentence) -> bool:
    """Whether a sentence credits only by verbs of expecting and promising, which tell nothing of its other figures."""
    return bool(found) and all(credit.weak or expects(credit, sentence) for credit in found)


def is_fleeting(credit: Credit, sentence: Sentence) -> bool:
    """Whether a credit ends with its sentence: a group without a name that expects, whoever expected a figure."""
    if not expects(credit, sentence):
        return False
    group = any(credit.first <= at < credit.last for at in sentence.tokens.first("unnamed"))
    told = not is_aside(credit, sentence) and not group
    return group or (told and any(is_expected(quantity, credit, sentence) for quantity in sentence.quantities))


def without_polls(found: Sequence[Credit], sentence: Sentence) -> list[Credit]:
    """The credits but for those that only tell who asked those who expect: economists polled by Orlin had forecast."""
    ends = {(credit.source, credit.last) for credit in found if expects(credit, sentence)}
    asked = [
        c for c in found if (c.source, c.last) in ends and (c.told or c.cue < c.first) and not expects(c, sentence)
    ]
    return [credit for credit in found if credit not in asked]


def main_speaker(found: Sequence[Credit], sentence: Sentence) -> str:
    """Who goes on speaking after a sentence: the last it credits, no one whom another speaks of or who only expects."""
    speakers = [credit for credit in found if not credit.told] or list(found)
    speakers = [credit for credit in speakers if not credit.weak] or speakers[:1]
    speakers = [credit for credit in speakers if not credit.aside] or speakers[:1]
    forms = sentence.tokens.forms
    main = speakers[0]
    for credit in speakers[1:]:
        between = forms[main.cue : credit.first]
        if credit.first < main.cue or any(not form.isalnum() for form in between):
            main = credit  # "the union said its members believed": the union
    return main.source
