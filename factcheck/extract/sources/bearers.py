"""Names that can be speakers, with the initials and brackets behind them."""

from __future__ import annotations

import unicodedata

from factcheck.extract.names.letters import abbreviates
from factcheck.extract.names.offices import Party
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence

_OFFICIAL = 9  # common words between a name's first word and its initials in brackets
_BRACKETS = 4  # tokens in the brackets behind a name
_NO_PART = ("say", "holds", "copula", "change", "metric_verb", "relative", "pronoun", "conjunction", "preposition")
_QUOTES, _TITLE = '"„“”«»', 3  # words of the longest title


def bearers(sentence: Sentence) -> list[Name]:
    """The names of a sentence that are no places and no mere words for the firm or another: la ONG."""
    called, people = sentence.tokens.after("generic"), sentence.tokens.first("people")
    return [
        n for n in sentence.names
        if n.region is None and people.get(n.first, (-1,))[0] != n.last
        and not (n.last in called and _is_word(n, sentence)) and not _is_quotation(n, sentence)
    ]  # fmt: skip


def _is_quotation(name: Name, sentence: Sentence) -> bool:
    """Whether a name is what somebody said: "We Have Won", he cried."""
    forms = sentence.tokens.forms
    quoted = name.first > 0 and forms[name.first - 1] in _QUOTES
    return (
        quoted
        and name.last - name.first > _TITLE
        and any(
            name.first <= first < name.last for kind in ("pronoun", "copula") for first in sentence.tokens.first(kind)
        )
    )


def _is_word(name: Name, sentence: Sentence) -> bool:
    """Whether a word for a firm is no name: one that stands for nothing longer, or for another than what follows."""
    printed = sentence.tokens.forms[name.first : name.last]
    if _official_end(name, sentence) > name.last or (len(printed) > 1 and all(form[0].isupper() for form in printed)):
        return False  # el Banco Central
    noun, entity = sentence.tokens.span(name.first, name.last).lower(), name.entity.lower()
    others = of_others(sentence, name.last) is not None
    return noun not in entity if others else noun == entity


def of_others(sentence: Sentence, at: int) -> int | None:
    """The token behind the common words that make the firm another: the association of savers, not that of Orlin."""
    tokens, of = sentence.tokens, sentence.tokens.first("of")
    linked = of.get(at)
    if linked is None and at + 1 in of and tokens.forms[at].islower():  # la agencia noruega de puertos
        linked = None if any(at in tokens.first(kind) for kind in _NO_PART) else of[at + 1]
    named = linked is not None and linked[0] < len(tokens) and tokens.forms[linked[0]].islower()
    return linked[0] + 1 if linked and named else None


def initials_behind(name: Name, sentence: Sentence) -> Name | None:
    """The initials in brackets behind a name that is cut off where its common words begin: Guild of bakers (GB)."""
    tokens = sentence.tokens
    for other in sentence.names:
        if name.last < other.first <= name.last + _OFFICIAL and other.last - other.first == 1:
            between = tokens.forms[name.last : other.first]
            closed = tokens.forms[other.last : other.last + 1] == [")"] and between[-1] == "("
            plain = all(form[0].isalpha() for form in between[:-1]) and not _acts(sentence, name.last, other.first)
            cut = name.last - name.first == 1 and sum(map(str.isupper, other.entity)) > 1
            if closed:
                long = tokens.words[name.first : other.first - 1] if len(between) > 1 else []
                spelled = plain and (cut or _spells(long, tokens.words[other.first]))
                return other if spelled and other.entity != name.entity else None
    return None


def _acts(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a verb stands between two tokens: the Guild shows the Party (PA)."""
    return any(a <= at < b for kind in ("say", "holds", "copula") for at in sentence.tokens.first(kind))


def _spells(words: list[str], short: str) -> bool:
    """Whether a short form is made of the beginnings of words: Instituto Nacional de Mares y Ríos (Inamar)."""
    if not words or words[0][0] != short[0]:
        return False
    letters = unicodedata.normalize("NFD", "".join(words))
    return abbreviates(short, "".join(word[0] for word in words)) or abbreviates(short, letters)


def party_of(name: Name, sentence: Sentence) -> Party:
    """A name as a speaker, with the common words that are part of it: Association orlandaise de la voile."""
    end = _official_end(name, sentence)
    if end > name.last:
        return name.first, end, sentence.tokens.span(name.first, end)
    return name.first, name.last, name.entity


def _official_end(name: Name, sentence: Sentence) -> int:
    """The token behind the common words of the name of a body, which begins with its noun; else behind the name."""
    tokens, end = sentence.tokens, name.last
    alone = end - name.first == 1 and tokens.forms[name.first][0].isupper()
    if name.first not in tokens.first("bodies") or not (alone or name.entity == tokens.span(name.first, end)):
        return end
    stops = {at for kind in _NO_PART for at in tokens.first(kind)}
    stops |= {mention.first for mention in sentence.periods} | {quantity.first for quantity in sentence.quantities}
    at = end
    while at < min(len(tokens), name.last + _OFFICIAL):
        at, linked = _past_link(at, name.last, sentence)
        if at >= len(tokens) or at in stops or not (tokens.forms[at][0].islower() or (linked and at > end)):
            break
        if not tokens.forms[at][0].isalpha() or (at in tokens.first("determiner") and not linked):
            break
        at = end = at + 1
    return end


def _past_link(at: int, start: int, sentence: Sentence) -> tuple[int, bool]:
    """The token behind "of" or, in front, "for", and an article; whether there was one."""
    tokens = sentence.tokens
    links = tokens.first("of") if at > start + 1 else {**tokens.first("for_price"), **tokens.first("of")}
    if at not in links:
        return at, False
    at = links[at][0]
    articles = tokens.first("determiner")
    return (articles[at][0] if at in articles else at), True


def with_initials(party: Party, sentence: Sentence) -> Party:
    """A body without a name, or the initials in brackets behind its common words: the agency for health (AFH)."""
    forms, verbs = sentence.tokens.forms, {at for kind in ("say", "copula") for at in sentence.tokens.first(kind)}
    for name in sentence.names:
        between = range(party[1], name.first - 1)
        if 0 < len(between) <= _OFFICIAL and name.entity.isupper() and name.last - name.first == 1:
            closed = forms[name.first - 1] == "(" and forms[name.last : name.last + 1] == [")"]
            if closed and all(forms[at][0].isalpha() and at not in verbs for at in between):
                return party[0], name.last, name.entity
    return party


def with_brackets(name: Name, sentence: Sentence) -> Party:
    """A name with the brackets behind it: Orlin Foundation (OF), Ana Ruiz (34)."""
    forms = sentence.tokens.forms
    if initials := initials_behind(name, sentence):
        return name.first, initials.last + 1, initials.entity
    if name.last < len(forms) and forms[name.last] == "(":
        inside = range(name.last + 2, min(name.last + 1 + _BRACKETS, len(forms)))
        closed = next((i for i in inside if forms[i] == ")"), None)
        if closed:
            return name.first, closed + 1, name.entity
    return party_of(name, sentence)
