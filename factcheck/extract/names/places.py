"""The region a figure speaks of: ISO 3166 alpha-2, a UN M49 number, or world."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.extract.words.clauses import distance, parted
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary

Place = tuple[int, int, str]
WORLD = "world"
REACH = 16  # beyond twice this distance a place belongs to something else
_HOST = re.compile(r"(?:^|[/.])[\w-]{2,}\.([a-z]{2})(?:[/:]|$)")
_UNITED = {"UK": "GB"}
_NO_COUNTRIES = frozenset(["io", "tv", "me", "co", "fm", "ai", "eu", "ly", "cc"])  # sold to anyone
_WORLDWIDE = 2  # an article that names the world so often can be about it
_AGAINST = ("than", "compared_with")  # a place behind one is only set against that of the figure
_AMOUNT = 3  # tokens before a currency among which its digits stand
_OPENING = 3  # a place among the first words of a sentence holds for all of it


def places(sentence: Sentence) -> list[Place]:
    """The places a sentence names; not those inside longer names, nor the world that a firm is the largest of."""
    found = sentence.tokens.hits.get("region")
    if not found:
        return []
    forms = sentence.tokens.forms
    inside = {t for name in sentence.names if name.region is None for t in range(name.first, name.last)}
    inside |= {t for first, last, _ in sentence.tokens.hits.get("ranked", ()) for t in range(first, last)}
    inside |= {t for first, last in _of_money(sentence.tokens) for t in range(first - 1, last + 1)}
    tongues = sentence.tokens.hits.get("tongue", ())  # French-speaking, de langue française
    inside |= {t for first, last, _ in tongues for t in (first - 2 if forms[first - 1] == "-" else first - 1, last)}
    inside |= {t for kind in _AGAINST for at in sentence.tokens.after(kind) for t in (at, at + 1)}  # than in Orlin
    return [(first, last, code) for first, last, code in found if first not in inside and last - 1 not in inside]


def _of_money(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The currencies of amounts: what stands beside them tells whose they are, and no place: 5 million US dollars."""
    for first, last, _ in tokens.hits.get("q_currency", ()):
        if any(form[0].isdigit() for form in tokens.forms[max(0, first - _AMOUNT) : first]):
            yield first, last


def region_of(quantity: Quantity, sentence: Sentence, found: Sequence[Place], home: str | None) -> str | None:
    """The place nearest to the figure; what a share is a share of has a place of its own."""
    best: tuple[float, str] | None = None
    span = (quantity.first, quantity.last)
    whole = _whole(quantity, sentence)
    named = min((first for first, _, code in found if code not in ("world", "domestic")), default=quantity.first)
    adjectives = {name.first for name in sentence.names if name.indirect}
    for first, last, code in found:
        if code == "world" and named < first and first in sentence.tokens.after("of"):
            continue  # India was the main driver of global growth
        cost = float(distance(sentence, (first, last), span))
        if first >= quantity.last:
            belongs = first >= whole and not _opens_next(quantity, sentence, first, last)
            cost = cost * 0.8 + (0 if belongs else REACH)
        elif first <= _OPENING:
            cost = min(cost, REACH / 2 + cost / 10)
        if first in adjectives:
            cost *= 1.5
        code = home or "" if code == "domestic" else code
        if code and cost <= REACH * 2 and (best is None or cost < best[0]):
            best = (cost, code)
    return best[1] if best else None


def lasts(region: str, sentence: Sentence) -> bool:
    """Whether the place of a figure can be that of later sentences: not the world, nor one told by an adjective."""
    told = [name.indirect for name in sentence.names if name.region == region]
    return region != WORLD and not (told and all(told))


def _opens_next(quantity: Quantity, sentence: Sentence, first: int, last: int) -> bool:
    """Whether the place stands behind a comma or conjunction and in front of another figure."""
    return parted(sentence, quantity.last, first) and any(other.first >= last for other in sentence.quantities)


def _whole(quantity: Quantity, sentence: Sentence) -> int:
    """The token after the of-phrase that says what a share is a share of; 0 where there is none."""
    if quantity.kind != "share" or all(first != quantity.last for first, _, _ in sentence.tokens.hits.get("of", ())):
        return 0
    end = quantity.last + 1
    while end < len(sentence.tokens) and end - quantity.last < 12 and sentence.gaps[end + 1] - sentence.gaps[end] <= 2:
        end += 1
    return end


def home_region(sentences: Sequence[Sentence]) -> str | None:
    """The place an article is about: named in its headline or lead, and more often than any other."""
    counts: Counter[str] = Counter()
    leading: Counter[str] = Counter()
    for sentence in sentences:
        told = sentence.tokens.hits.get("region", ())  # those inside the names of bodies too
        named = {code for _, _, code in places(sentence)} if told else set()
        if "state" in sentence.tokens.hits:
            told = (*told, *sentence.tokens.hits["state"])
            named |= {code for _, _, code in sentence.tokens.hits["state"]}
        for _, _, code in told:
            if code != "domestic" and (code != "world" or code in named):
                counts[code] += 1
                if code in named and (sentence.zone in ("headline", "lead") or sentence.index < 3):
                    leading[code] += 1
    if counts["world"] < _WORLDWIDE:
        del counts["world"]
    elif leading["world"] >= _WORLDWIDE and leading["world"] == max(leading.values()):
        return "world"
    ranked = [code for code, _ in counts.most_common()]
    for code in ranked:
        if code in leading and counts[code] * 2 >= counts[ranked[0]]:
            lands = [other for other in ranked if other in leading and other.isalpha()]
            near = (other for other in lands if counts[other] >= counts[code] - 1)
            return next(near, code) if code.isdigit() else code  # a continent is named beside the country
    top = [count for _, count in counts.most_common(2)]
    return ranked[0] if top and top[0] >= 2 and top[0] > sum(top[1:]) else None


def name_of(region: str | None, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> str | None:
    """A country as an article names it most often, else as its language does; None for more than a country."""
    named = Counter([name.entity for s in sentences for name in s.names if region and name.region == region])
    known: dict[str, str] = vocabulary.cldr.get("regions") or {}
    return named.most_common(1)[0][0] if named else known.get(region or "")


def money_region(currency: str | None, vocabulary: Vocabulary) -> str | None:
    """The country whose money an article speaks of, in a language of several countries: an article in pesos."""
    homes: dict[str, str] = vocabulary.section("grammar").get("homes") or {}
    return homes.get(currency or "")


def outlet_region(publisher: str | None, url: str | None) -> str | None:
    """The country of an outlet by its web address or a code behind its name: orlin.at, La Voz (CR)."""
    host = _HOST.search(url or "") or _HOST.search(publisher or "")
    code = host[1] if host else publisher[-3:-1] if publisher and re.search(r"\([A-Z]{2}\)$", publisher) else ""
    return _UNITED.get(code.upper(), code.upper()) if len(code) == 2 and code.lower() not in _NO_COUNTRIES else None
