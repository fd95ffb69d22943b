"""Distances inside a sentence: how far apart two tokens are in sense, not only in words."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, repeat

from factcheck.extract.words.sentences import Sentence

WORD, CONJUNCTION, COMMA, BRACKET, NUMBER, CONTRAST, BREAK = 1, 2, 4, 6, 5, 6, 12

_SIGNS = {
    ",": COMMA,
    "(": BRACKET,
    ")": BRACKET,
    "[": BRACKET,
    "]": BRACKET,
    ";": BREAK,
    ":": BREAK - 4,
    "—": COMMA,
    "–": COMMA,
    ".": WORD,
    "…": BREAK,
    "?": BREAK,
    "!": BREAK,
}


def measure(sentence: Sentence) -> None:
    """Fills `.gaps` and `.breaks` of a sentence: gaps[j] - gaps[i] is the cost of the way from token i to token j."""
    tokens = sentence.tokens
    costs = list(map(_SIGNS.get, tokens.forms, repeat(WORD)))
    for category, cost in (("conjunction", CONJUNCTION), ("r_contrast", CONTRAST)):
        for first, _, _ in tokens.hits.get(category, ()):
            costs[first] = max(costs[first], cost)
    for quantity in sentence.quantities:
        costs[quantity.first] = max(costs[quantity.first], NUMBER)
    sentence.gaps = list(accumulate(costs, initial=0))
    if sentence.quantities and max(costs) >= BRACKET:
        sentence.breaks = [i for i, cost in enumerate(costs) if cost >= BRACKET]


def distance(sentence: Sentence, a: tuple[int, int], b: tuple[int, int]) -> int:
    """The cost of the tokens between two stretches; 0 where they touch or overlap."""
    if a[0] > b[0]:
        a, b = b, a
    return max(0, sentence.gaps[b[0]] - sentence.gaps[a[1]])


def clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """The tokens [first, last) of the clause around token `at`, up to the next break or contrast."""
    breaks = sentence.breaks
    k = bisect_left(breaks, at)
    first = breaks[k - 1] + 1 if k else 0
    last = breaks[k] if k < len(breaks) else len(sentence.tokens)
    return first, max(last, at + 1)


def parted(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a comma, conjunction or contrast stands between tokens a and b, brackets and figures aside."""
    numbers = {quantity.first for quantity in sentence.quantities}
    gaps = sentence.gaps
    return any(
        gaps[i + 1] - gaps[i] > 1 and i not in numbers and sentence.tokens.forms[i] not in "()" for i in range(a, b)
    )


def past_dates(sentence: Sentence, at: int) -> int:
    """The token behind the dates that begin at a token: said on Wednesday (7) the bank."""
    tokens = sentence.tokens
    dates = {first: last for first, last, _ in tokens.hits.get("t_WEEKDAY", ())}
    dates |= {mention.first: mention.last for mention in sentence.periods}
    led = tokens.first("preposition").keys() | tokens.first("determiner").keys()
    while at < len(tokens):
        if at in dates:
            at = dates[at]
        elif at in led and at + 1 in dates:
            at = dates[at + 1]
        elif tokens.forms[at] == "(" and tokens.forms[at + 2 : at + 3] == [")"]:
            at += 3
        else:
            break
    return at


def without_auxiliaries(sentence: Sentence, first: int) -> int:
    """The token at which a verb with its auxiliaries begins."""
    auxiliaries = sentence.tokens.first("copula")
    while first and first - 1 in auxiliaries:
        first -= 1
    return first


def is_led(sentence: Sentence, first: int) -> bool:
    """Whether a preposition leads the noun, so that it is not the subject."""
    hits = sentence.tokens.hits
    ends = {last for category in ("preposition", "of") for _, last, _ in hits.get(category, ())}
    clause_starts = {a for a, _, _ in hits.get("determiner", ()) if a == 0 or sentence.tokens.forms[a - 1] in ",;:—–("}
    ends -= {a + 1 for a in clause_starts}  # "a receita" opens a clause: an article, though it could be a preposition
    ends -= {last for category in ("conjunction", "relative") for _, last, _ in hits.get(category, ())}  # que nove…
    articles = {last: start for start, last, _ in hits.get("determiner", ())}
    return first in ends or articles.get(first) in ends


def is_clause_of(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a comma at a token opens a clause that tells of what stands before: 300, die Analysten erwartet hatten.

    `verb` is the token behind its verb, which closes it.
    """
    tokens = sentence.tokens
    if tokens.forms[at : at + 1] != [","] or verb <= at + 1:
        return False
    verb = tokens.first("copula").get(verb, (verb,))[0]
    closing = verb >= len(tokens) or not tokens.forms[verb][0].isalnum()
    if at + 1 in tokens.first("relative"):
        return closing
    named = any(name.first == at + 2 for name in sentence.names)
    subject = named or at + 2 in tokens.first("unnamed") or at + 1 in tokens.first("unnamed")
    return closing and subject and at + 1 in tokens.first("determiner")
