"""Words that stand for a speaker named before: "the company", "the Lisbon-based group", a pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.names.offices import Party, Voices
from factcheck.extract.sources.bearers import bearers, of_others
from factcheck.extract.words.sentences import Sentence

_NOUN = 3  # tokens from "the" to the noun for a body, its adjectives between
_WORDS = 4  # tokens between "the" and what the firm is called: the Lisbon-based shoe maker
_FIRMS = frozenset({"own", "generic", "called"})
_CLOSING = ',"”»“'


def organs(sentence: Sentence, voices: Voices) -> Iterator[Party]:
    """The words for the body credited last: "the watchdog", "el ente emisor"; none with a name of its own."""
    tokens = sentence.tokens
    if voices.body is None:
        return
    called = voices.body.lower().split()  # the system, of the Orlin System of Safety
    nouns = {at: hit for at, hit in tokens.first("bodies").items() if tokens.words[at] in called}
    nouns |= tokens.first("organs")
    if not nouns:
        return
    starts = {name.first for name in sentence.names}
    longer = {at for first, last, _ in tokens.hits.get("unnamed", ()) if last - first > 1 for at in range(first, last)}
    for first, last, _ in tokens.hits.get("definite", ()):
        at = next((at for at in range(last, min(last + _NOUN, len(tokens))) if at in nouns), None)
        if at is None or at in longer or not all(form.islower() for form in tokens.forms[last:at]):
            continue
        end = nouns[at][0]
        end += end < len(tokens) and tokens.forms[end].islower() and not _is_verb(sentence, end)  # el ente emisor
        ends = end >= len(tokens) or not tokens.forms[end][0].isalpha() or _is_verb(sentence, end)
        if ends and starts.isdisjoint(range(last, end + 1)):
            yield first, end, voices.body


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a verb or a preposition that is no "of" stands at a token."""
    tokens = sentence.tokens
    owned = at in tokens.first("of") or at in tokens.first("belongs")
    return not owned and any(at in tokens.first(kind) for kind in ("say", "holds", "copula", "preposition"))


def firms(sentence: Sentence, voices: Voices) -> Iterator[Party]:
    """The words for the firm: "the company", "the Lisbon-based group", "the management"; none beside its name.

    Where the text names no firm yet, the word is all that is known of the speaker: the company.
    """
    hits = sentence.tokens.hits
    if not hits.keys() & _FIRMS:
        return
    named = {at for name in bearers(sentence) for at in range(name.first, name.last)}
    bodies = {at for first, last, _ in hits.get("unnamed", ()) for at in range(first, last)}  # "the government"
    ends = {name.first for name in bearers(sentence)} | {first for first, _, _ in hits.get("possessive", ())}
    own = ((a, b) for a, b, _ in hits.get("own", ()) if named.isdisjoint(range(a, b)))
    called = ((a, b) for a, b, _ in hits.get("generic", ()))
    other = ((a, b) for a, b in (*called, *_described(sentence)) if (named | bodies).isdisjoint(range(a, b)))
    for a, b in (*own, *other):
        end = of_others(sentence, b)
        if end is not None:
            yield a, end, sentence.tokens.span(a, end)
        elif b not in ends and (voices.firm or _answers(sentence, b, voices)):
            yield a, b, voices.firm or sentence.tokens.forms[b - 1]


def _answers(sentence: Sentence, verb: int, voices: Voices) -> bool:
    """Whether a word for a firm without a name has spoken right after somebody else: the company puts it at 62."""
    tokens = sentence.tokens
    speaks = verb in tokens.first("say") or verb in tokens.first("holds")
    before = any(first < verb - 1 for kind in ("say", "holds", "according") for first in tokens.first(kind))
    return speaks and (before or voices.last is not None)


def _described(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What a firm is called with words between: "the Lisbon-based group", where the language puts them there."""
    tokens = sentence.tokens
    heads = tokens.first("called")
    if not heads:
        return
    for first, last, _ in tokens.hits.get("definite", ()):
        for at in range(last + 1, min(last + 1 + _WORDS, len(tokens))):
            if at in heads and all(form[0].isalpha() or form == "-" for form in tokens.forms[last:at]):
                yield first, heads[at][0]
                break


def pronouns(sentence: Sentence, voices: Voices, free: Sequence[Party]) -> Iterator[Party]:
    """The pronouns: the first party before one in the sentence, else the latest person or source."""
    hits = sentence.tokens.hits
    if "pronoun" not in hits:
        return
    barred = {first for category in ("relative", "determiner") for first, _, _ in hits.get(category, ())}  # its head
    for first, last, _ in hits.get("pronoun", ()):
        who = None if first in barred else _meant(first, last, sentence, voices, free)
        if who:
            yield first, last, who


def _meant(first: int, last: int, sentence: Sentence, voices: Voices, free: Sequence[Party]) -> str | None:
    """Whom a pronoun stands for; that of a closing "…, it said" seldom anybody its own sentence only mentions."""
    tokens = sentence.tokens
    before = [who for _, end, who in free if end <= first]
    if first in tokens.first("personal"):
        persons = [who for who in before if who in voices.persons]
        return next(iter((*persons, *filter(None, [voices.person]), *before)), voices.last)
    closing = first > 0 and tokens.forms[first - 1] in _CLOSING and last in tokens.first("say")
    if closing and voices.head is None and voices.last:
        return voices.last
    opens = first == 0 and voices.last in voices.persons  # It expects, where a person spoke last
    firm = voices.firm or voices.body if opens else None
    return next(iter(before), firm or voices.last)
