"""The firm or body that a sentence begins with, and whom "the company" means in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit

_WORDS = 2  # common words between a preposition and its name
_DATELINE = 4  # tokens of an agency or a place before the dash behind them
_LINKS = frozenset("»›>•▪■")  # before the titles of other articles
_DASHES = ("-", "–", "—")
_LONGEST = 14  # tokens of a dateline
_SUBJECT = 8  # tokens among which the subject of a sentence begins


def heads(sentences: Sequence[Sentence], persons: frozenset[str]) -> dict[int, str]:
    """The firm or body that each sentence begins with, by the sentence's index."""
    told = (s for s in sentences if s.names and not s.text.isupper() and not _is_link(s))
    found = {sentence.index: _subject(sentence, persons) for sentence in told}
    return {index: subject for index, subject in found.items() if subject}


def company(sentences: Sequence[Sentence], heads: dict[int, str], topic: str | None) -> str | None:
    """Whom "the company" means in an article: its topic, where that does things, else who does most.

    Counted is how many sentences begin with a firm or body; those without an article are seldom products.
    """
    bare = {
        name.entity for sentence in sentences for name in sentence.names
        if heads.get(sentence.index) == name.entity and sentence.zone != "headline"
        and name.first not in sentence.tokens.after("determiner")
    }  # fmt: skip
    subjects = Counter(heads.values())
    ranked = [name for name, _ in subjects.most_common()]
    plain = [name for name in ranked if name in bare]
    if topic in subjects and (topic in bare or not plain):
        return topic
    named = any(name.entity == topic and name.sure and name.region is None for s in sentences for name in s.names)
    return next(iter(plain or ranked), topic if named else None)


def _is_link(sentence: Sentence) -> bool:
    """Whether a line is but the title of another article behind a sign, no quotation."""
    forms = sentence.tokens.forms
    return forms[0] in _LINKS and "«" not in forms and "‹" not in forms


def _subject(sentence: Sentence, persons: frozenset[str]) -> str | None:
    """The name that a sentence begins with, no place, person or object of a preposition."""
    tokens = sentence.tokens
    stops = [quantity.first for quantity in sentence.quantities[:1]]
    for category in ("generic", "own"):
        stops += [hit[0] for hit in tokens.hits.get(category, ())[:1] if not _is_named(hit, sentence)]
    start = _past_dateline(sentence)
    end = min([start + _SUBJECT, *(stop for stop in stops if stop >= start)])
    groups = tokens.first("unnamed")
    for name in sentence.names:
        if name.first > end:
            break
        if name.first in groups and groups[name.first][0] >= name.last:
            continue
        thing = name.sure and name.region is None and name.entity not in persons
        thing = thing and (name.first == 0 or tokens.forms[name.first - 1] != ":")  # Photo: Orlin.
        before = tokens.forms[: name.first]
        thing = thing and before.count("(") == before.count(")")
        if thing and not _is_dateline(name, sentence) and (_measured(name, sentence) or not _is_led(name, sentence)):
            return name.entity
    return None


def _is_named(hit: Hit, sentence: Sentence) -> bool:
    """Whether a word for a firm leads to its name: la petrolera Orlin; il gruppo tessile Orlin."""
    tokens, names = sentence.tokens, {name.first for name in sentence.names}
    at = hit[1]
    at += at not in names and at < len(tokens) and tokens.forms[at].islower()
    return at in names


def _past_dateline(sentence: Sentence) -> int:
    """The token behind the dash of a dateline: Lisbon, 2 May (Orlin Press) -- Harbour Line …"""
    forms = sentence.tokens.forms
    bracket = next((at for at in range(1, min(_LONGEST, len(forms) - 1)) if forms[at] == ")"), 0)
    end = bracket + 1
    end += forms[end : end + 1] == ["."]  # Madrid, 2 may (Orlin Press).-
    while bracket and end < len(forms) and forms[end] in _DASHES:
        end += 1
    return end if bracket and forms[end - 1] in _DASHES else 0


def _measured(name: Name, sentence: Sentence) -> bool:
    """Whether what a firm makes opens a sentence: the profit of Orlin."""
    tokens, at = sentence.tokens, name.first
    at = min(at, tokens.after("determiner").get(at, (at,))[0])
    link = tokens.after("of").get(at) or tokens.after("of").get(name.first)
    return link is not None and link[0] in tokens.after("metric")


def _is_led(name: Name, sentence: Sentence) -> bool:
    """Whether a preposition leads to a name, a few common words left aside: by the regional lender Orlin."""
    tokens, at = sentence.tokens, name.first
    opened = at > 1 and tokens.forms[at - 2] == "," and at not in tokens.after("of")
    if at in tokens.after("determiner") and (opened or tokens.forms[at - 1][0].isupper()):
        return False  # "A" is an article where it opens a sentence or clause
    while at > 0 and name.first - at <= _WORDS:
        if at in tokens.after("preposition") or at in tokens.after("of"):
            return True
        at -= 1
        if not tokens.forms[at].islower() or at in tokens.first("say") or at in tokens.first("copula"):
            break
    return False


def _is_dateline(name: Name, sentence: Sentence) -> bool:
    """Whether a name opens a sentence as the place it is written from: Orlin - The firm …"""
    tokens = sentence.tokens
    if name.first > _DATELINE or all(n.first for n in sentence.names):
        return False
    behind = range(name.last, min(name.last + _DATELINE, len(tokens)))
    return any(tokens.forms[at] in _DASHES and not tokens.glued(at) for at in behind)
