"""What has a capital and is no name: codes of accounts, what is measured, verbs and participles that open sentences."""

from __future__ import annotations

from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.tokens import Tokens

_VERBS = ("change", "copula", "metric_act", "metric_verb", "say")
_PLANS = ("bid", "deal", "forecast", "holds", "plan", "target")
_NO_NAMES = ("metric", "q_number", "q_currency", "q_unit", "q_percent", "unnamed")  # a lone word of these is no name
_LETTERS = 2  # of the code of a road
_INITIALS = 6  # letters of a word such as EBITDA at most


def is_no_name(tokens: Tokens, i: int, rules: NameRules) -> bool:
    """Whether a word with a capital, alone, is none: Revenue, Million, II, the Angaben of "nach Angaben"."""
    hits = tokens.hits
    credited = tokens.after("according").get(i + 1)
    if credited and credited[0] < i:
        return True
    if _is_rare_code(tokens, i, rules):
        return False
    parts = (hit for category in ("metric", "q_unit") for hit in hits.get(category, ()))
    inside = any(first < i < last for first, last, _ in parts)  # Gewinn vor Steuern, Grad Celsius
    return (
        inside
        or any(category in hits and i in tokens.first(category) for category in _NO_NAMES)
        or not set(tokens.forms[i]).difference("IVX")
    )


def _is_rare_code(tokens: Tokens, i: int, rules: NameRules) -> bool:
    """Whether the code of a currency that the language has no word for stands beside no digits: ETB, a firm."""
    last, money = tokens.first("q_currency").get(i, (0, None))
    if last != i + 1 or tokens.forms[i] in rules.codes or money.code != tokens.forms[i]:
        return False
    return not any(form[0].isdigit() for form in tokens.forms[max(0, i - 1) : i + 2])


def is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a word that opens a sentence is a verb: Salgono le perdite, Aumenta el paro."""
    return any(i in tokens.first(category) for category in _VERBS)


def _is_code(tokens: Tokens, i: int) -> bool:
    """Whether letters stand between digits: the T of 1T23."""
    digits = i and tokens.glued(i) and tokens.forms[i - 1].isdigit()
    return bool(digits) and i + 1 < len(tokens) and tokens.glued(i + 1) and tokens.forms[i + 1][0].isdigit()


def acts(tokens: Tokens, at: int, endings: tuple[str, ...]) -> bool:
    """Whether a verb stands at a token, in a language whose verbs are told by their endings: Orlin prevé, invertirá."""
    known = any(at in tokens.first(category) for category in (*_VERBS, *_PLANS))
    return bool(endings) and at < len(tokens) and (known or tokens.words[at].endswith(endings))


def is_sign(tokens: Tokens, i: int) -> bool:
    """Whether the word at i is a sign of money before digits: Rs4,000."""
    last, name = tokens.first("q_currency").get(i, (len(tokens), None))
    if last >= len(tokens) or not name.sign or name.scaled or (i and tokens.glued(i)):
        return False  # the N of H1N1
    whole = last > i + 1  # R$ 4
    return (whole or tokens.glued(last)) and tokens.forms[last][0].isdigit()


def is_prefixed(tokens: Tokens, i: int) -> bool:
    """Whether a prefix is tied to the word at i, so that another thing is meant: super-Orlins, 1T23, Rs4,000."""
    if is_sign(tokens, i):
        return True
    tied = i > 1 and tokens.forms[i - 1] in "-‑" and tokens.glued(i) and tokens.glued(i - 1)
    return (tied and tokens.forms[i - 2].islower()) or _is_code(tokens, i) or _is_road(tokens, i)


def _is_road(tokens: Tokens, i: int) -> bool:
    """Whether one or two capitals are tied to digits, as roads and types are named: BR-262, A-7."""
    form, behind = tokens.forms[i], tokens.forms[i + 1 : i + 3]
    short = form.isupper() and len(form) <= _LETTERS and len(behind) > 1
    return short and behind[0] in "-‑" and behind[1].isdigit() and tokens.glued(i + 1) and tokens.glued(i + 2)


def is_told(tokens: Tokens, last: int, rules: NameRules) -> bool:
    """Whether the word before token `last` is a participle or adverb that a comma ends: Somados, os eleitores."""
    return tokens.words[last - 1].endswith(rules.participles + rules.adverbs) and tokens.forms[last : last + 1] == [","]


def behind_measure(tokens: Tokens, first: int, last: int, rules: NameRules) -> int:
    """The token of a run at which a name begins behind initials of what is measured: the Ebitda of Harbour Line."""
    hit = tokens.first("metric").get(first)
    if hit is None or hit[0] >= last or len(tokens.forms[first]) > _INITIALS or rules.is_corporate(tokens.words[first]):
        return first
    at = hit[0]
    while at < last and (tokens.words[at] in rules.particles or tokens.words[at] in rules.determiners):
        at += 1
    if at > hit[0]:
        return at
    initials = all(form.isupper() for form in tokens.forms[first:last])
    return last if initials and tokens.forms[first].isupper() else first  # EBITDA RCA
