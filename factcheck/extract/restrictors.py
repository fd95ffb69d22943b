"""What narrows a figure beyond its slots: who, which, when in a process, part words, role words."""

from __future__ import annotations

from itertools import pairwise

from factcheck.extract.words.clauses import clause, distance
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_NEAR = 3  # tokens between a part word and its figure
_ACCOUNT, _LISTED = 20, 5  # tokens from a former toll to its figure, and between two figures of it
_REACH = {"who": ("r_who", 8), "which": ("r_which", 8), "when": ("r_when", 16), "part": ("r_part", 7),
          "role": ("r_role", 9)}  # fmt: skip


def restrictors_of(quantity: Quantity, sentence: Sentence) -> tuple[str, ...]:
    """The restrictors near a figure, each as kind:words, in order of the text."""
    tokens = sentence.tokens
    span = (quantity.first, quantity.last)
    idle = {token for first, last, _ in tokens.hits.get("idiom", ()) for token in range(first, last)}  # on record
    near = [
        (kind, first, last)
        for kind, (category, reach) in _REACH.items()
        for first, last, _ in tokens.hits.get(category, ())
        if distance(sentence, (first, last), span) <= reach
        and not quantity.first <= first < quantity.last
        and first not in idle
    ]
    holders = {name.first for name in sentence.names if name.region is None} if near else set()
    near = [each for each in near if not (each[0] == "who" and each[2] in holders)]  # der Eigentümer Jon Berg
    named = [range(first, last) for first, last, _ in tokens.hits.get("metric", ())] if near else []
    found: list[tuple[int, str]] = []
    for kind, first, last in near:
        opens = kind == "part" and _opens_part(quantity, sentence, first, last)
        if not (opens or _crossed(quantity, sentence, first, last) or any(first in words for words in named)):
            found.append((first, f"{kind}:{' '.join(tokens.words[first:last])}"))
    if not any(text.startswith("part:") for _, text in found) and (whole := _whole(quantity, sentence)):
        found.append((quantity.first, f"part:{whole}"))
    if account := _former_account(quantity, sentence):
        found = [(at, text) for at, text in found if not text.startswith(("role:", "who:"))]
        found.append((account[0], f"role:{' '.join(tokens.words[slice(*account)])}"))
    if quantity.role:
        found.append((quantity.first, f"role:{quantity.role}"))
    return tuple(text for _, text in sorted(set(found)))


def _whole(quantity: Quantity, sentence: Sentence) -> str | None:
    """The whole that a count is part of: 51 of the dead; of the 74 dead, 51."""
    if quantity.unit != "count" or quantity.kind != "level":
        return None
    tokens = sentence.tokens
    links = {first: last for first, last, _ in tokens.hits.get("of", ())}
    definite = {first: last for first, last, _ in tokens.hits.get("definite", ())}
    at = links.get(quantity.number[1])
    if at is not None and at in definite and definite[at] < len(tokens) and tokens.forms[definite[at]][0].isalpha():
        return tokens.span(at, definite[at] + 1)
    earlier = [other for other in sentence.quantities if other.last <= quantity.first]
    if not earlier or tokens.forms[earlier[-1].last : quantity.first].count(",") != 1:
        return None
    whole = earlier[-1]
    led = any(first <= _NEAR and last <= whole.first <= last + 1 for first, last in links.items())
    larger = whole.unit == "count" and (whole.value or 0.0) > (quantity.value or 0.0)
    return tokens.span(whole.first, whole.last) if led and larger else None


def _former_account(quantity: Quantity, sentence: Sentence) -> tuple[int, int] | None:
    """Where the words stand by which a count was told before: the previous toll was 9 dead and 30 hurt."""
    tokens, at = sentence.tokens, quantity.first
    account = next(((a, b) for a, b, _ in reversed(tokens.hits.get("r_former", ())) if b <= at), None)
    if account is None or quantity.unit != "count" or quantity.kind != "level" or quantity.role:
        return None
    turns = tokens.first("r_contrast").keys() | tokens.first("q_move").keys()
    behind = [account[1], *(other.first for other in sentence.quantities if account[1] <= other.first <= at)]
    near = behind[1] - account[1] <= _ACCOUNT and all(b - a <= _LISTED for a, b in pairwise(behind[1:]))
    return account if near and turns.isdisjoint(range(account[1], at)) else None


def _opens_part(quantity: Quantity, sentence: Sentence, first: int, last: int) -> bool:
    """Whether "of which" behind this figure leads the next one, which is then the part."""
    behind = first >= quantity.last
    return behind and any(last <= other.first <= last + _NEAR for other in sentence.quantities)


def _crossed(quantity: Quantity, sentence: Sentence, first: int, last: int) -> bool:
    """Whether another figure stands between the words and this one."""
    low, high = min(last, quantity.last), max(first, quantity.first)
    others = [other for other in sentence.quantities if other is not quantity]
    return any(low <= other.first < high or first <= other.first < last for other in others)


def whole_of(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """What a share is a share of, and how many people a rate is counted by: "100000 residents"."""
    if quantity.kind == "share":
        return share_of(quantity, sentence, vocabulary)
    by_heads = quantity.kind == "ratio" and quantity.per is not None and quantity.per[0].isdigit()
    return quantity.per if by_heads else None


def share_of(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """What a share is a share of: the noun phrase after "of", function words left out."""
    tokens = sentence.tokens
    starts = {first: last for first, last, _ in tokens.hits.get("of", ())}
    at = quantity.last
    if at not in starts:
        return None
    words: list[str] = []
    for i in range(starts[at], min(len(tokens), starts[at] + 8)):
        form = tokens.forms[i]
        if not form[0].isalnum() and form not in "-'’" and not form.startswith(("'", "’")):
            break
        word = tokens.words[i]
        if word in vocabulary.stopwords:
            if words:
                break
            continue
        if form[0].isalnum():
            words.append(word)
    return " ".join(words) or None


def frame_of(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The content words of the figure's clause, cut to stems; numbers, names and calendar words left out."""
    words, stopwords = sentence.tokens.words, vocabulary.stopwords
    first, last = clause(sentence, quantity.number[0])
    names = [range(name.first, name.last) for name in sentence.names]
    dates = [range(mention.first, mention.last) for mention in sentence.periods]
    other = set(range(quantity.first, quantity.last)).union(*names, *dates)
    content = {
        word[:6] for i, word in enumerate(words[first:last], first)
        if len(word) > 2 and word not in stopwords and i not in other and word[0].isalpha()
    }  # fmt: skip
    return tuple(sorted(content))
