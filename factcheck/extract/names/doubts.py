"""Words with a capital that may be plain nouns: where nouns have capitals, or behind a plural article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.extract.names.no_names import acts
from factcheck.extract.names.nouns import is_acronym
from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens

_OFTEN = 3  # times that a name is printed which ends like a noun


def doubt_nouns(sentences: Sequence[Sentence], rules: NameRules) -> None:
    """Where nouns have capitals: a single word is a sure name if it comes back and never follows an article."""
    seen: Counter[str] = Counter()
    led: set[str] = set()
    for sentence in sentences:
        articles = sentence.tokens.after("determiner").keys() | sentence.tokens.after("bare_noun").keys()
        for name in sentence.names:
            seen[name.entity] += 1
            if name.first in articles:
                led.add(name.entity)
    for sentence in sentences:
        for name in sentence.names:
            told = name.known or name.region or " " in name.entity or is_acronym(name.entity)
            told = told or _is_called(name, sentence, rules)
            last = sentence.tokens.words[name.last - 1]
            often = seen[name.entity] > (_OFTEN if rules.ends_in_noun(last) else 1)
            name.sure = bool(told or rules.is_corporate(last)) or (often and name.entity not in led)


def doubt_plurals(sentences: Sequence[Sentence], rules: NameRules) -> None:
    """Doubts a lone word with a capital that is printed once, behind a plural article: gli Ortaggi.

    It is no name at all where it is a noun or participle, or a word that describes it follows: i Beni energetici.
    """
    seen = Counter(name.entity for sentence in sentences for name in sentence.names)
    for sentence in sentences:
        tokens, kept = sentence.tokens, []
        for name in sentence.names:
            led = name.first > 0 and tokens.words[name.first - 1] in rules.plural
            known = name.known or name.region or name.last - name.first > 1 or is_acronym(name.entity)
            if known or not led or seen[name.entity] > 1:
                kept.append(name)
                continue
            plain = name.first in tokens.first("thing") or tokens.words[name.first].endswith(rules.participles)
            name.sure = not plain and _acts(tokens, name.last, rules)
            if name.sure or not (plain or _is_word(tokens, name.last, rules)):
                kept.append(name)
        sentence.names = kept


def _acts(tokens: Tokens, at: int, rules: NameRules) -> bool:
    """Whether a verb stands at a token."""
    return acts(tokens, at, rules.verbs) or any(at in tokens.first(kind) for kind in ("say", "change", "copula"))


def _is_word(tokens: Tokens, at: int, rules: NameRules) -> bool:
    """Whether a word in lower case stands at a token that is no function word."""
    free = at < len(tokens) and tokens.forms[at].islower() and tokens.words[at] not in rules.stop
    return free and at not in tokens.first("preposition") and at not in tokens.first("conjunction")


def _is_called(name: Name, sentence: Sentence, rules: NameRules) -> bool:
    """Whether a noun for a firm or body behind an article stands right before a name: das Institut Orlin."""
    words, at = sentence.tokens.words, name.first - 1
    article = at > 0 and words[at - 1] in rules.determiners
    return article and rules.is_corporate(words[at]) and not rules.ends_in_noun(words[name.last - 1])
