"""The part that a name plays beside a figure: its subject, its owner, something passed by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from factcheck.extract.discourse import Discourse
from factcheck.extract.words.mentions import Name, NounPhrase, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens

_DASHES = frozenset("–—")
_VERBS = ("copula", "change", "say")
_OWN = 4  # tokens from a possessive to the end of the adjectives behind it
_LINK = 4  # how far behind a figure an of-phrase still belongs to it
_OFTEN = 4  # times that an article comes back to a noun
FAR, MANY = 40, 3  # beyond this a distance, or a number of figures passed by, counts no more

Features = list[tuple[str, float]]


def mentioned(name: Name, quantity: Quantity, sentence: Sentence, starts: Sequence[int]) -> tuple[str, Features]:
    """The role of a mention beside a figure, with the features of where it stands; figures begin at `starts`."""
    gaps = sentence.gaps
    if name.last <= quantity.first:
        cost = gaps[quantity.first] - gaps[name.last]
        passed = bisect_left(starts, quantity.first) - bisect_left(starts, name.last)
        role = _role_before(name, quantity, sentence)
        return role, [
            (f"role_{role}", 1.0), ("distance", min(cost, FAR) / 10), ("passed", min(passed, MANY)),
        ]  # fmt: skip
    cost = gaps[name.first] - gaps[quantity.last]
    passed = max(0, bisect_left(starts, name.first) - bisect_left(starts, quantity.last))
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
    if lead in tokens.after("preposition") and not _is_object(lead, tokens):
        return "metric_at" if _at_metric(lead, sentence) else "led"
    return "before"


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
    if _holds_dash(sentence.tokens, name.last, quantity.first) and _holds_dash(sentence.tokens, 0, lead):
        return True
    if "," not in between:
        return False
    if _describes_another(name, name.last + between.index(","), sentence):
        return True
    comma = next((i for i in range(lead - 2, 0, -1) if forms[i] == ","), 0)
    heads = (other.last for other in sentence.names)
    return comma > 0 and (comma in sentence.tokens.after("generic") or comma in heads)


def _holds_dash(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a dash stands among the tokens of [first, last), or a hyphen set as one."""
    between = tokens.forms[first:last]
    if not _DASHES.isdisjoint(between):
        return True
    return "-" in between and any(tokens.is_dash(at) for at in range(first, last))


def _describes_another(name: Name, end: int, sentence: Sentence) -> bool:
    """Whether a name only owns what describes the one before it: Orlin Foods, Norland's biggest baker, said."""
    tokens, comma = sentence.tokens, name.lead - 1
    if name.last not in tokens.first("possessive") or tokens.forms[comma : comma + 1] != [","]:
        return False
    described = any(other.last == comma for other in sentence.names)
    return described and not any(name.last < at < end for kind in _VERBS for at in tokens.first(kind))


def _is_object(lead: int, tokens: Tokens) -> bool:
    """Whether the word before a name only marks what the verb before it is done to: multó a Orlin."""
    mark = tokens.after("object_mark").get(lead)
    return mark is not None and any(mark[0] in tokens.after(kind) for kind in ("metric_verb", "metric_act"))


def _of_metric(lead: int, sentence: Sentence) -> bool:
    """Whether what stands before an of-phrase is a metric or a word for the firm: "the revenue of Orlin"."""
    hits = sentence.tokens.hits
    starts = {first for first, last, _ in hits.get("of", ()) if last == lead}
    return any(last in starts for category in ("metric", "generic") for _, last, _ in hits.get(category, ()))


def _at_metric(lead: int, sentence: Sentence) -> bool:
    """Whether a metric stands right before the preposition that leads a name: profits at Orlin."""
    starts = {first for first, last, _ in sentence.tokens.hits.get("preposition", ()) if last == lead}
    return any(last in starts for _, last, _ in sentence.tokens.hits.get("metric", ()))


def described(phrase: NounPhrase, quantity: Quantity, sentence: Sentence, discourse: Discourse) -> Features:
    """What speaks for a noun phrase before a figure: its part in the clause, how often the article prints it."""
    cost = max(0, sentence.gaps[quantity.first] - sentence.gaps[phrase.last])
    features = [("role_noun", 1.0), ("noun_distance", min(cost, FAR) / 10), (f"noun_with_{quantity.kind}", 1.0)]
    if discourse.words[phrase.head] >= _OFTEN:
        features.append(("noun_often", 1.0))
    return features + [(f"noun_{name}", 1.0) for name in phrase.features]
