"""Short forms in brackets behind the names that they stand for."""

from __future__ import annotations

from factcheck.extract.names.letters import abbreviates, compact
from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence

_CAPITALS = 2  # of a short form at least
_OFFICIAL = 9  # common words between a name's first word and its initials in brackets


def introduced(sentence: Sentence, rules: NameRules) -> dict[str, str]:
    """The short forms that a sentence explains, as compact as they go: Orlin Foundation (OF), OF (Orlin Foundation).

    Letters of another language stand for a body behind whose name they are all that the brackets hold.
    """
    tokens, found = sentence.tokens, {}
    _spread(sentence, rules)
    for name, other in zip(sentence.names, sentence.names[1:], strict=False):
        if other.first != name.last + 1 or tokens.forms[name.last] != "(":
            continue
        if other.last >= len(tokens) or tokens.forms[other.last] not in "),;":
            continue
        short, long = sorted((name, other), key=lambda n: n.end - n.start)
        form = tokens.span(short.first, short.last)
        if short.known and not (form.isupper() and short is other and not long.known and long.region is None):
            continue
        if sum(map(str.isupper, form)) < _CAPITALS or " " in form or short.region:
            continue
        body = short is other and not short.known and form.isupper() and tokens.forms[other.last] == ")"
        body = body and rules.is_corporate(tokens.words[name.last - 1]) and long.region is None
        if body or any(abbreviates(compact(form), full) for full in _spelled(long, sentence, rules)):
            found[compact(form)] = long.entity
    return found


def _spelled(name: Name, sentence: Sentence, rules: NameRules) -> tuple[str, ...]:
    """The letters of a name, without its article and with it: La Marche orline (LMO)."""
    tokens, own = sentence.tokens, compact(name.entity)
    led = name.first > 0 and tokens.words[name.first - 1] in rules.determiners
    return (own, compact(tokens.words[name.first - 1]) + own) if led else (own,)


def _spread(sentence: Sentence, rules: NameRules) -> None:
    """Stretches a name over the common words up to its initials in brackets: Orlin institute of health (OIH)."""
    forms = sentence.tokens.forms
    for name, other in zip(sentence.names, sentence.names[1:], strict=False):
        between = forms[name.last : other.first - 1]
        near = forms[other.first - 1] == "(" and 0 < len(between) <= _OFFICIAL and not (name.known or other.known)
        if near and all(form[0].isalpha() or form in "'’" for form in between) and " " not in other.entity:
            whole = sentence.tokens.span(name.first, other.first - 1)
            short = compact(other.entity)
            article = _spelled(name, sentence, rules)[-1].removesuffix(compact(name.entity))
            told = abbreviates(short, compact(whole)) or abbreviates(short, article + compact(whole))
            if told and not abbreviates(short, compact(name.entity)):
                name.last, name.end = other.first - 1, sentence.tokens.ends[other.first - 2]
                name.entity = " ".join(whole.split())
