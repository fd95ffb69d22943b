"""Which calendar expression of a sentence dates a figure."""

from __future__ import annotations

from factcheck.extract.times.compared import is_compared, is_plain, told_in
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence

OPENING = 6  # tokens within which a date opens its sentence
_SAID, _SAID_BEHIND = 2, 6  # tokens between a verb of saying and its day before or behind it
_LED = 6  # tokens between a figure and the expression that words lead to


def restates(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure stands in brackets right behind a date: 11 % more than in 2024 (257,500)."""
    return (
        quantity.kind in ("level", "share")
        and mention.last + 1 == quantity.first
        and sentence.tokens.forms[mention.last] == "("
    )


def is_of_other(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a date belongs to another figure, one that this is set against."""
    if quantity.kind == "ratio" and mention.first >= quantity.last:
        way = range(quantity.last, mention.first)
        led = any(first in way for first, _, _ in sentence.tokens.hits.get("of", ()))
        passed = "," in sentence.tokens.forms[way.start : way.stop] or any(q.first in way for q in told_in(sentence))
        return led and not passed
    before = [other for other in told_in(sentence) if quantity.last <= other.first and other.last <= mention.first]
    if before and before[-1].role == "from" and is_beside(mention, before[-1], sentence) and quantity.role is None:
        return True  # 90 %, down from 96 % in 2004
    if _is_bracketed_with_other(mention, quantity, sentence):
        return True
    return any(other is not quantity and is_of_compared(mention, other, sentence) for other in told_in(sentence))


def is_of_compared(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a date stands behind a figure that is but compared: against 38 % in the first round on 5 May."""
    near = _is_next(mention, quantity, sentence) or is_beside(mention, quantity, sentence)
    return (near or is_led_to(mention, quantity, sentence)) and is_compared(quantity, sentence)


def _is_bracketed_with_other(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether brackets that a figure is not in hold a date and another figure: 87 million (118 million in 2022)."""
    forms = sentence.tokens.forms
    if "(" not in forms:
        return False
    opened = next((at for at in range(mention.first - 1, -1, -1) if forms[at] in "()"), None)
    closed = next((at for at in range(mention.last, len(forms)) if forms[at] in "()"), None)
    if opened is None or closed is None or (forms[opened], forms[closed]) != ("(", ")"):
        return False
    inside = range(opened, closed)
    return quantity.first not in inside and any(other.first in inside for other in told_in(sentence))


def leads(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether an expression opens the clause of a figure, no other figure between: a year ago it had 3 million."""
    forms = sentence.tokens.forms
    if mention.last > quantity.first:
        return False
    if mention.first <= 1 and forms[mention.last : mention.last + 1] == [","]:
        return ";" not in forms[: quantity.first]  # a year before, both were higher
    return not any(
        mention.first <= other.first < quantity.first for other in told_in(sentence) if other is not quantity
    )


def is_led_to(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a few words lead from a figure to an expression, no sign or figure between: 3 million sold a year ago."""
    between = range(quantity.last, mention.first)
    if mention.first < quantity.last or len(between) > _LED:
        return False
    plain = is_plain(between.start, between.stop, sentence)
    return plain and not any(other.first in between for other in told_in(sentence))


def is_beside(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether an expression stands right behind a figure."""
    return mention.first >= quantity.last and sentence.gaps[mention.first] - sentence.gaps[quantity.last] <= 3


def is_beside_other(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether an expression stands right behind another figure, which it dates: than the 77 sold a year ago, and 38."""
    return any(other is not quantity and is_beside(mention, other, sentence) for other in told_in(sentence))


def is_taken(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether an expression stands right behind another figure, and one behind this: 4 % this year, 2 % in 2005."""
    if mention.last > quantity.first or not any(is_beside(mention, other, sentence) for other in told_in(sentence)):
        return False
    behind = [other for other in told_in(sentence) if other.first >= quantity.last]
    reach = behind[1].first if len(behind) > 1 else len(sentence.tokens)
    own = (m for m in sentence.periods if m.grain == mention.grain and not (m.compares or is_told(m, sentence)))
    return any(quantity.last <= other.first < reach for other in own)


def _is_next(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether nothing but small words and one other stands between a figure and the expression behind it."""
    small = [sentence.tokens.first(category) for category in ("preposition", "determiner", "of")]
    between = range(quantity.last, mention.first)
    other = [at for at in between if not any(at in words for words in small)]
    plain = all(sentence.tokens.forms[at].islower() for at in other)
    return mention.first >= quantity.last and len(other) <= 1 and plain


def way(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> int:
    """The cost of the way between a figure and a date; a bracket behind the figure counts for nothing."""
    gaps = sentence.gaps
    if mention.first >= quantity.last:
        return gaps[mention.first] - gaps[min(_after_bracket(quantity, sentence), mention.first)]
    return gaps[quantity.first] - gaps[mention.last]


def is_told(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a day is the one on which something was said: said on Wednesday, am Mittwoch in Orlin mitteilte."""
    forms = sentence.tokens.forms
    for first, last, _ in sentence.tokens.hits.get("say", ()):
        if 0 <= mention.first - last <= _SAID or _is_said_behind(mention, last, sentence):
            return True
        if 0 <= first - mention.last <= _SAID_BEHIND and "," not in forms[mention.last : first]:
            between = range(mention.last, first)
            return not any(other.first in between for other in told_in(sentence))
    return False


def _is_said_behind(mention: PeriodMention, verb: int, sentence: Sentence) -> bool:
    """Whether only how or by whom it was said stands before a day: said in a statement on Monday, das teilte X am …"""
    tokens, between = sentence.tokens, range(verb, mention.first)
    if not 0 < len(between) <= _SAID_BEHIND or any(other.first in between for other in told_in(sentence)):
        return False
    how = verb in tokens.first("preposition") or 0 in tokens.first("resuming")
    return how and is_plain(between.start, between.stop, sentence)


def _after_bracket(quantity: Quantity, sentence: Sentence) -> int:
    """The token after a figure, and after the bracket that opens behind it or closes around it."""
    forms, last = sentence.tokens.forms, quantity.last
    if last < len(forms) and forms[last] == "(":
        return forms.index(")", last) + 1 if ")" in forms[last:] else last
    return last + 1 if last < len(forms) and forms[last] == ")" else last


def opens_next(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the expression belongs to another figure: to the next one, or to one behind a comma or contrast."""
    between = [other for other in told_in(sentence) if quantity.last <= other.first and other.last <= mention.first]
    if quantity.role != "from" and any(other.role == "from" for other in between):
        return True
    if not _parted(sentence, quantity.last, mention.first):
        return False
    return any(
        other.first >= mention.last or _parted(sentence, quantity.last, other.first)
        for other in told_in(sentence)
        if other.first > quantity.first
    )


def _parted(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a comma, conjunction or contrast stands between two tokens, brackets and figures aside."""
    numbers = {other.first for other in told_in(sentence)}
    gaps = sentence.gaps
    return any(
        gaps[i + 1] - gaps[i] > 1 and i not in numbers and sentence.tokens.forms[i] not in "()" for i in range(a, b)
    )
