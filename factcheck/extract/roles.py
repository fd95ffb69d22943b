"""The part that a name plays beside a figure: its subject, its owner, something passed by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.extract.credits import Credit
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import Name, Quantity
from factcheck.extract.sentences import Sentence

_DASHES = frozenset("–—")
_OWN = 4  # tokens from a possessive to the end of the adjectives behind it
_LINK = 4  # how far behind a figure an of-phrase still belongs to it
FAR, MANY = 40, 3  # beyond this a distance, or a number of figures passed by, counts no more

Features = list[tuple[str, float]]


def mentioned(name: Name, quantity: Quantity, sentence: Sentence) -> tuple[str, Features]:
    """The role of a mention beside a figure, with the features of where it stands."""
    gaps = sentence.gaps
    if name.last <= quantity.first:
        cost = gaps[quantity.first] - gaps[name.last]
        passed = sum(name.last <= other.first < quantity.first for other in sentence.quantities)
        role = _role_before(name, quantity, sentence)
        return role, [
            (f"role_{role}", 1.0), ("distance", min(cost, FAR) / 10), ("passed", min(passed, MANY)),
        ]  # fmt: skip
    cost = gaps[name.first] - gaps[quantity.last]
    passed = sum(quantity.last <= other.first < name.first for other in sentence.quantities)
    role = _role_behind(name, cost, sentence)
    return role, [
        (f"role_{role}", 1.0), ("distance_behind", min(cost, FAR) / 10), ("passed_behind", min(passed, MANY)),
    ]  # fmt: skip


def holders(sentence: Sentence) -> dict[int, int]:
    """The names that another name belongs to, by their first tokens: Orlin's Harbour Line, Harbour Line of Orlin."""
    names, tokens = sentence.names, sentence.tokens
    possessives, ofs = tokens.first("possessive"), (tokens.after("of"), tokens.after("of_article"))
    found = {}
    for name, other in pairwise(names):
        if other.region is not None or name.region is not None:
            continue
        if name.last in possessives and other.first - name.last <= _OWN:
            found[name.first] = other.first
        elif any(edges.get(other.lead, (0,))[0] == name.last for edges in ofs):
            found[other.first] = name.first
    return found


def _role_before(name: Name, quantity: Quantity, sentence: Sentence) -> str:
    tokens, lead = sentence.tokens, name.lead
    if _set_aside(name, lead, quantity, sentence):
        return "aside"
    if name.last in tokens.first("possessive"):
        return "owner"
    if lead in tokens.after("of") or lead in tokens.after("of_article"):
        return "metric_of" if _of_metric(lead, sentence) else "of"
    return "led" if lead in tokens.after("preposition") else "before"


def _role_behind(name: Name, cost: float, sentence: Sentence) -> str:
    tokens, lead = sentence.tokens, name.lead
    if lead in tokens.after("of") or lead in tokens.after("of_article"):
        return "behind_of" if cost <= _LINK else "behind_led"
    return "behind_led" if lead in tokens.after("preposition") else "behind"


def _set_aside(name: Name, lead: int, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a name is passed by on the way: in brackets, between dashes, in an apposition, behind another figure."""
    forms = sentence.tokens.forms
    if any(other.noun and other.noun[0] <= name.first <= other.noun[1] for other in sentence.quantities):
        return True
    between = forms[name.last : quantity.first]
    if forms[lead - 1 : lead] == ["("] and ")" in between:
        return True
    if not _DASHES.isdisjoint(forms[:lead]) and not _DASHES.isdisjoint(between):
        return True
    comma = max((i for i in range(lead - 1) if forms[i] == ","), default=0)
    heads = {name.last for name in sentence.names} | {last for _, last, _ in sentence.tokens.hits.get("generic", ())}
    return "," in between and comma in heads - {0}


def _of_metric(lead: int, sentence: Sentence) -> bool:
    """Whether what stands before an of-phrase is a metric or a word for the firm: "the revenue of Orlin"."""
    hits = sentence.tokens.hits
    starts = {first for first, last, _ in hits.get("of", ()) if last == lead}
    return any(last in starts for category in ("metric", "generic") for _, last, _ in hits.get(category, ()))


def taken_up(
    quantity: Quantity, sentence: Sentence, found: Sequence[Credit], discourse: Discourse
) -> Iterator[tuple[str, str, float]]:
    """What "the company" and pronouns before a figure stand for."""
    salient = discourse.subject_for(sentence.paragraph) or discourse.topic
    nobody = discourse.persons | {credit.source for credit in found if credit.told}
    named = {name.last for name in sentence.names}  # "the regulator" where the article says which
    for category, role in (("generic", "company"), ("pronoun", "pronoun")):
        for _, last, _ in sentence.tokens.hits.get(category, ()):
            if last <= quantity.first and last not in named:
                entity = _antecedent(last, sentence, nobody) or salient
                if entity:
                    yield entity, role, min(sentence.gaps[quantity.first] - sentence.gaps[last], FAR) / 10


def _antecedent(at: int, sentence: Sentence, nobody: frozenset[str]) -> str | None:
    """What a pronoun's own sentence names before it: its subject, else its last name; nothing behind "the company"."""
    if any(last < at for _, last, _ in sentence.tokens.hits.get("generic", ())):
        return None
    led = sentence.tokens.after("preposition")
    earlier = [n for n in sentence.names if n.last <= at and n.region is None and n.sure and n.entity not in nobody]
    free = (name.entity for name in earlier if name.lead not in led)
    return next(free, earlier[-1].entity if earlier else None)
