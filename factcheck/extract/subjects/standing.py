"""How each name stands in an article: how often it is named, where, and in which company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Edges, Hit

TELLERS = ("source", "statistics", "agency", "body")  # known bodies that tell of others more often than of themselves
_ASIDE = 5  # tokens of an aside in which it says what a name is
_BESIDE = 3  # tokens between a name and a verb of saying


@dataclass(slots=True)
class Standing:
    """Counts over an article of one name's mentions."""

    mentions: int = 0
    headline: bool = False
    lead: bool = False  # in the first sentence behind the headline
    located: int = 0  # behind a preposition of place: in Orlin
    speaking: int = 0  # beside a verb of saying
    credited: int = 0  # behind "according to"
    affiliated: int = 0  # beside an office, as whom a person works for: Orlin analyst
    firm: bool = False  # an article says that it is one: the maker Orlin, Orlin AG
    place: bool = False  # its name is that of a country, town or the like
    public: bool = False  # its name is that of a ministry, an institute or the like
    owned: int = 0  # behind a possessive, as somebody's: its Orlin
    origins: set[str] = field(default_factory=set)  # the countries it is said to be of: the French maker Orlin
    features: list[tuple[str, float]] = field(default_factory=list)  # the same as parts of the whole


def standings(sentences: Sequence[Sentence], rules: NameRules) -> dict[str, Standing]:
    """The standing of every name of an article, by entity."""
    found: dict[str, Standing] = {}
    lead = next((s.index for s in sentences if s.zone != "headline"), 0)
    for sentence in sentences:
        if not sentence.names:
            continue
        tokens, hits = sentence.tokens, sentence.tokens.hits
        places, titles, credited = tokens.after("locative"), tokens.first("title"), "according" in hits
        verbs, regions, owners = hits.get("say", ()), hits.get("region", ()), tokens.first("theirs")
        for name in sentence.names:
            standing = found.get(name.entity)
            if standing is None:
                public = name.region is None and rules.is_public(name.entity.lower().split())
                standing = found[name.entity] = Standing(public=public, place=name.region is not None)
            standing.mentions += not name.indirect
            standing.headline |= sentence.zone == "headline"
            standing.lead |= sentence.index == lead
            standing.located += name.lead in places or name.first in places
            standing.affiliated += name.last in titles
            standing.firm |= _is_firm(name, sentence, rules)
            if verbs:
                standing.speaking += any(is_beside(name, verb) for verb in verbs)
            if credited:
                standing.credited += is_credited(name, sentence)
            if regions:
                standing.origins |= _origins(name, tokens.forms, regions)
            if owners:
                standing.owned += _is_owned(name, tokens.forms, owners)
    for standing in found.values():
        standing.mentions = max(1, standing.mentions)
        standing.features = _features(standing)
    return found


def _features(standing: Standing) -> list[tuple[str, float]]:
    flags = {"headline": standing.headline, "lead": standing.lead, "once": standing.mentions == 1,
             "firm": standing.firm and not standing.public, "public": standing.public}  # fmt: skip
    shares = (
        *((name, 1.0) for name, holds in flags.items() if holds),
        ("located", standing.located / standing.mentions),
        ("speaking", standing.speaking / standing.mentions),
        ("credited_share", standing.credited / standing.mentions),
        ("owned_name", standing.owned / standing.mentions),
        ("affiliated", standing.affiliated / standing.mentions),
    )
    return [(name, value) for name, value in shares if value]


def is_credited(name: Name, sentence: Sentence) -> bool:
    """Whether "according to" stands before a name, with at most a noun between them."""
    behind = sentence.tokens.after("according")
    return any(at in behind for at in (name.lead, name.first, name.first - 1))


def _is_firm(name: Name, sentence: Sentence, rules: NameRules) -> bool:
    """Whether a word for a firm stands before a name, ends it, or opens the aside behind it."""
    words, forms = sentence.tokens.words, sentence.tokens.forms
    if name.kind == "company" or words[name.last - 1] in rules.corporate:
        return True
    if name.first and words[name.first - 1] in rules.bodies:
        return True
    aside = forms[name.last : name.last + 1] == [","]
    return aside and not rules.bodies.isdisjoint(words[name.last + 1 : name.last + 1 + _ASIDE])


def _is_owned(name: Name, forms: Sequence[str], owners: Edges) -> bool:
    """Whether a possessive opens the noun phrase that a name closes: its Orlin, its new handset Orlin."""
    before = range(name.first - 1, max(-1, name.first - 1 - _BESIDE), -1)
    owner = next((at for at in before if at in owners or not forms[at].isalpha()), -1)
    return owner in owners


def _origins(name: Name, forms: Sequence[str], regions: Sequence[Hit]) -> set[str]:
    """The countries of the adjectives before a name, and in the aside right behind it."""
    first, last = name.first - _BESIDE - 1, name.last + (2 * _ASIDE if forms[name.last : name.last + 1] == [","] else 0)
    near = (hit for hit in regions if first <= hit[0] and hit[1] <= last)
    return {
        region for at, end, region in near
        if (end <= name.first and forms[end:name.first] == [f for f in forms[end:name.first] if f[0].isalpha()])
        or (at > name.last and "," not in forms[name.last + 1 : at])
    }  # fmt: skip


def is_beside(name: Name, verb: Hit) -> bool:
    """Whether a name stands within three tokens of a verb of saying."""
    return 0 <= verb[0] - name.last <= _BESIDE or 0 <= name.first - verb[1] <= _BESIDE
