"""Digits that only tell things of one kind apart: Terminal 2, No. 2, 1. Open the valve, [12]."""

from __future__ import annotations

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_CUT = 4  # letters of a label that is cut short


def is_list_number(quantity: Quantity, sentence: Sentence) -> bool:
    forms = sentence.tokens.forms
    if quantity.first != 0 or not is_plain(quantity) or quantity.value is None or quantity.value > 99:
        return False
    return len(forms) > 1 and forms[1] in ".)" and quantity.style == "digits"


def is_reference(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether bare digits stand in square brackets, as references do: [12], [3-5]."""
    forms, first, last = sentence.tokens.forms, quantity.first, quantity.last
    bracketed = first > 0 and last < len(forms) and forms[first - 1] == "[" and forms[last] in ("]", ",")
    return bracketed and all(form.isdigit() or form in "-–" for form in forms[first:last])


def is_labelled(at: int, sentence: Sentence) -> bool:
    """Whether a label ends right before token `at`, or the full stop of a short one: Terminal 2, No. 2, vol. 3."""
    tokens = sentence.tokens
    if not at or touches(sentence, "no_labels", at) or tokens.forms[at - 1] != ".":
        return bool(at) and touches(sentence, "no_labels", at)
    label = tokens.after("no_labels").get(at - 1)
    short = label is not None and at - 2 == label[0] and len(tokens.forms[at - 2]) <= _CUT
    return short and tokens.glued(at - 1) and tokens.forms[at][0].isdecimal()


def touches(sentence: Sentence, category: str, at: int) -> bool:
    """Whether a cue of the category ends right before token `at`."""
    return any(last == at for _, last, _ in sentence.tokens.hits.get(category, ()))


def is_plain(quantity: Quantity) -> bool:
    """No qualifier, scale or unit: nothing but the number, and no verb as in "Orlin Line doubled"."""
    return (
        quantity.kind != "ratio"
        and (quantity.first, quantity.last) == quantity.number
        and quantity.number[1] - quantity.number[0] == 1
    )
