"""Speakers that no list names: the words that stand where only a speaker can stand."""

from __future__ import annotations

from factcheck.extract.names.offices import Party, Voices
from factcheck.extract.sources.addressees import past_addressee
from factcheck.extract.sources.quotations import has_quotation
from factcheck.extract.words.clauses import past_dates, without_auxiliaries
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit

_LONGEST = 5  # words of a speaker's name in common words
_PLACED = 4  # words of the place that they are of
_PERSON = 3  # words of a description of a person, its article included
_FIRST = 2  # tokens before the data that "according to" leads to: the first findings of
_OPEN = ',"”»“'
_NO_PART = ("pronoun", "relative", "copula", "say", "holds", "change", "data", "metric")
_NO_SPEAKERS = ("data", "metric", "change", "metric_verb", "generic", "extreme", "q_move", "land")
_NOT_IN = (
    "pronoun",
    "preposition",
    "conjunction",
    "relative",
    "copula",
    "say",
    "holds",
    "change",
    "data",
    "determiner",
)


def credited_phrase(sentence: Sentence, start: int) -> Party | None:
    """The common words behind "according to", up to the comma or stop: according to state figures."""
    party = phrase_at(sentence, start, data=True)
    if party and not _is_bare(sentence, party):
        return party
    tokens = sentence.tokens
    papers = (last for first, last, _ in tokens.hits.get("data", ()) if start <= first <= start + _FIRST)
    owned = (tokens.first("of").get(last) for last in papers)
    return next((party for link in owned if link and (party := phrase_at(sentence, link[0]))), None)


def speaking_phrase(sentence: Sentence, hit: Hit) -> Party | None:
    """The common words beside a verb of saying: "…, the coastguard said on Friday", "other bankers say the figure"."""
    first, last, _ = hit
    tokens = sentence.tokens
    if first == 0 or first in tokens.after("impersonal"):
        return None
    if tokens.forms[without_auxiliaries(sentence, first) - 1] in _OPEN:
        party = phrase_at(sentence, past_dates(sentence, last))
        return party if party and led_by_article(sentence, party[0]) else None
    start = without_auxiliaries(sentence, first)
    reach = range(start - 1, max(-1, start - _LONGEST - _PLACED - 2), -1)
    opened = next((i for i in reach if tokens.forms[i] in _OPEN), -1)
    party = phrase_at(sentence, opened + 1) if opened >= 0 or start <= _LONGEST + _PLACED else None
    party = with_place(sentence, party) if party else None
    if party is None or party[1] not in (first, start) or _is_headless(sentence, party, first):
        return None
    return party if _closes(sentence, last) or _may_speak(sentence, party) else None


def with_place(sentence: Sentence, party: Party) -> Party:
    """Some common words with the place that they are of: the airport of Lisbon, les autorités de la ville d'Orlin."""
    tokens, (first, at, _) = sentence.tokens, party
    while at in tokens.first("of"):
        at = tokens.first("of")[at][0]
        at = tokens.first("determiner").get(at, (at,))[0]
        place = next((name.last for name in sentence.names if name.first == at), None)
        if place:
            return first, place, tokens.span(first, place)
        at += at < len(tokens) and tokens.forms[at].islower()
    return party


def _is_headless(sentence: Sentence, party: Party, verb: int) -> bool:
    """Whether what looks like a verb is the noun of the words before it: a new poll, an official estimate."""
    tokens = sentence.tokens
    article = party[0] in tokens.first("determiner") and party[0] not in tokens.first("definite")
    return article and verb in tokens.first("data")


def office_speaking(sentence: Sentence, hit: Hit) -> Party | None:
    """The same beside a verb that is not always one of saying, where they are an office: the mayor puts it at 300."""
    party = speaking_phrase(sentence, hit)
    titles = sentence.tokens.first("title")
    return party if party and any(at in titles for at in range(party[0], party[1])) else None


def phrase_behind(sentence: Sentence, at: int) -> Party | None:
    """The common words behind a verb that a sign parts from what was said: …, reported the evening paper."""
    at = past_addressee(sentence, at)
    party = phrase_at(sentence, at) if led_by_article(sentence, at) else None
    return _with_body(sentence, party) if party and _may_speak(sentence, party) else None


def _with_body(sentence: Sentence, party: Party) -> Party:
    """The people of a body by its name: the lawyers of Orlin & Partners."""
    link = sentence.tokens.first("belongs").get(party[1])
    body = next((n for n in sentence.names if link and n.first == link[0] and n.sure and n.region is None), None)
    return (party[0], body.last, body.entity) if body else party


def led_by_article(sentence: Sentence, at: int) -> bool:
    """Whether an article stands at a token, and not one with "to" in it: comunicou à CMVM."""
    tokens = sentence.tokens
    addressed = at in tokens.first("addressing") and at not in tokens.first("the_one")
    return at in tokens.first("determiner") and not addressed


def person_meant(sentence: Sentence, party: Party, voices: Voices) -> str:
    """Who is credited by a few common words: beside a quotation "the banker" is the person last spoken of."""
    tokens = sentence.tokens
    words = party[2] == tokens.span(party[0], party[1]) and party[1] - party[0] <= _PERSON
    within = range(party[0], party[1])
    plain = party[0] in tokens.first("the_one") and not any(
        at in tokens.first(kind) for kind in ("unnamed", "called") for at in within
    )
    told = has_quotation(sentence) or (voices.last == voices.person and _is_person(sentence, party))
    known = told and voices.person in voices.persons
    return voices.person if voices.person and known and words and plain else party[2]


def _is_person(sentence: Sentence, party: Party) -> bool:
    """Whether a few common words are somebody: the official, l'élue."""
    within = range(party[0], party[1])
    return any(at in within for kind in ("person", "people", "title") for at in sentence.tokens.first(kind))


def follows_phrase(sentence: Sentence, verb: int) -> bool:
    """Whether common words led by an article stand right before a verb, whose subject they then are."""
    tokens = sentence.tokens
    articles = tokens.after("determiner")
    for at in range(verb - 1, max(-1, verb - _LONGEST), -1):
        if not (tokens.forms[at].isalpha() and tokens.forms[at].islower()) or at in tokens.first("preposition"):
            return False
        if at in articles:
            return not any(articles[at][0] in tokens.after(kind) for kind in ("preposition", "of"))
    return False


def described_before(sentence: Sentence, end: int) -> Party | None:
    """The common words up to a token, from the nearest article on: the platform of small shareholders, who."""
    tokens = sentence.tokens
    articles = tokens.first("determiner")
    stops = {at for kind in _NO_PART for at in tokens.first(kind)}
    for first in range(end - 2, max(-1, end - _LONGEST - 2), -1):
        if first in articles:
            return (first, end, tokens.span(first, end))
        if first in stops or not tokens.forms[first][0].isalpha():
            break
    return None


def _may_speak(sentence: Sentence, party: Party) -> bool:
    """Whether a phrase that opens a clause can be people: several words, no figures, data, country or measure."""
    spans = [hit[:2] for kind in _NO_SPEAKERS for hit in sentence.tokens.hits.get(kind, ())]
    return party[1] - party[0] > 1 and not any(first < party[1] and last > party[0] for first, last in spans)


def _is_bare(sentence: Sentence, party: Party) -> bool:
    """Whether a phrase begins with data, which are nobody's: according to figures released in May."""
    tokens = sentence.tokens
    article = tokens.first("determiner").get(party[0])
    return (article[0] if article else party[0]) in tokens.first("data")


def phrase_at(sentence: Sentence, start: int, data: bool = False) -> Party | None:
    """The noun phrase that begins at a token: an article or not, then a few common words and no others."""
    tokens = sentence.tokens
    stops = {at for kind in _NOT_IN if not (data and kind == "data") for at, _, _ in tokens.hits.get(kind, ())}
    stops |= {mention.first for mention in sentence.periods} | {quantity.first for quantity in sentence.quantities}
    article = next((last for first, last, _ in tokens.hits.get("determiner", ()) if first == start), start)
    end = max([article, *(q.last for q in sentence.quantities if article > start and q.first == article and q.noun)])
    owned = tokens.first("possessive")
    while end < len(tokens) and end - article < _LONGEST and end not in stops:
        if not tokens.forms[end][0].isalpha() and not (end in owned and end > article):
            break  # but on past the sign of "the teachers' union"
        end += 1
    return (start, end, tokens.span(start, end)) if end > article else None


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether a sentence ends at a token, but for a date or a place."""
    tokens = sentence.tokens
    if at >= len(tokens) or tokens.forms[at] in '.,"”»':
        return True
    return any(mention.first == at for mention in sentence.periods) or any(
        first == at for first, _, _ in tokens.hits.get("preposition", ())
    )
