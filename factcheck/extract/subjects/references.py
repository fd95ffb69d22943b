"""What pronouns and "the company" stand for: the name that an article says last, or that of the country they tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.discourse import Discourse
from factcheck.extract.sources.credit import Credit
from factcheck.extract.subjects.roles import FAR
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_OPENING = 3  # tokens among which the subject of a sentence begins


def taken_up(
    quantity: Quantity, sentence: Sentence, found: Sequence[Credit], discourse: Discourse
) -> Iterator[tuple[str, str, float]]:
    """What "the company" and pronouns before a figure stand for."""
    references = [each for each in _references(sentence) if each[1] <= quantity.first]
    if not references:
        return
    nobody = discourse.persons | {credit.source for credit in found if credit.told}
    named = {name.last for name in sentence.names}  # "the regulator" where the article says which
    opening = min((name.first for name in sentence.names if name.region is None), default=len(sentence.tokens))
    for first, last, role in references:
        if last not in named:
            native = _native(first, last, sentence, discourse) if role == "company" else None
            entity = native or _antecedent(last, sentence, nobody) or discourse.meant(sentence.paragraph)
            if entity:
                role = "native" if native else "opening" if first <= _OPENING and last <= opening else role
                yield entity, role, min(sentence.gaps[quantity.first] - sentence.gaps[last], FAR) / 10


def opened(sentence: Sentence, limit: int, discourse: Discourse) -> str | None:
    """What a pronoun or word for a firm that opens a sentence stands for, `limit` being its first name."""
    found = [each for each in _references(sentence) if each[0] <= _OPENING and each[1] <= limit]
    if not found:
        return None
    first, last, role = min(found)
    native = _native(first, last, sentence, discourse) if role == "company" else None
    return native or discourse.meant(sentence.paragraph)


def _references(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The tokens of "the company", "the French firm" and pronouns, each with the role of what it stands for."""
    hits = sentence.tokens.hits
    idle = {at for first, last, _ in hits.get("idle_pronoun", ()) for at in range(first, last)}  # il y a
    for category, role in (("generic", "company"), ("pronoun", "pronoun")):
        for first, last, _ in hits.get(category, ()):
            if first not in idle:
                yield first, last, role
    if "called" in hits and "region" in hits:
        nations = sentence.tokens.after("region")
        for first, last, _ in hits["called"]:
            if first in nations:
                yield nations[first][0], last, "company"


def _native(first: int, last: int, sentence: Sentence, discourse: Discourse) -> str | None:
    """The one name of the country that stands in or behind a word for a firm: the French firm."""
    regions = sentence.tokens.hits.get("region", ())
    beside = {region for at, end, region in regions if first <= at <= last and end <= last + 1}
    if not beside:
        return None
    found = [entity for entity, standing in discourse.standings.items() if beside & standing.origins]
    return found[0] if len(found) == 1 else None


def _antecedent(at: int, sentence: Sentence, nobody: frozenset[str]) -> str | None:
    """What a pronoun's own sentence names before it: its subject, else its last name; nothing behind "the company"."""
    if any(last < at for _, last, _ in sentence.tokens.hits.get("generic", ())):
        return None
    led = sentence.tokens.after("preposition")
    earlier = [n for n in sentence.names if n.last <= at and n.region is None and n.sure and n.entity not in nobody]
    free = (name.entity for name in earlier if name.lead not in led)
    return next(free, earlier[-1].entity if earlier else None)
