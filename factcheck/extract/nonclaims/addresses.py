"""House numbers and postcodes, which count nothing: 221 Quay Street, via del Molo 12, 10115 Orlin."""

from __future__ import annotations

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_NEAR = 4  # tokens between a house number and the word for a street
_FAR = 10  # and between a house number and the postcode


def is_address(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> bool:
    """Whether bare digits number a house in a street, or a town behind one."""
    forms, first, last = sentence.tokens.forms, quantity.first, quantity.last
    if quantity.unit != "count" or last != first + 1 or not forms[first].isdecimal():
        return False
    endings = tuple(vocabulary.section("not_claims").get("street_endings") or ())
    if _is_house(sentence, first, endings):
        return True
    town = len(forms[first]) in (4, 5) and (_is_name(forms, last) or _is_name(forms, first - 1))
    houses = (i for i in range(max(0, first - _FAR), first) if forms[i].isdecimal())
    return town and any(_is_house(sentence, i, endings) for i in houses)


def _is_name(forms: list[str], i: int) -> bool:
    return 0 <= i < len(forms) and forms[i][0].isupper()


def _is_house(sentence: Sentence, at: int, endings: tuple[str, ...]) -> bool:
    """Whether a street stands by the digits at token `at`, and nothing that they could count."""
    tokens = sentence.tokens
    forms, first = tokens.forms, tokens.first("no_streets_before")
    after = forms[at + 1 : at + 1 + _NEAR]
    for i in range(at + 1, at + 1 + len(after)):
        if i in first:  # 221 Quay Street; 14, rue du Port
            end = first[i][0]
            open_end = end < len(forms) and forms[end][0].islower() and end not in tokens.first("preposition")
            named = all(form[0].isupper() or form == "," for form in forms[at + 1 : i])
            return named and (not open_end or forms[i][0].islower())
        if not (_is_name(forms, i) or forms[i] == ","):
            break
    closed = at + 1 >= len(forms) or forms[at + 1] in ".,;)"
    return closed and _behind_street(sentence, at, endings)


def _behind_street(sentence: Sentence, at: int, endings: tuple[str, ...]) -> bool:
    """A street with its name right before: calle del Muelle 221, rua do Cais, 14, Kaistraße 22."""
    tokens = sentence.tokens
    low, verbs = max(0, at - _NEAR), tokens.first("copula")
    streets = (end for end in tokens.after("no_streets_after") if low < end <= at)
    if any(verbs.keys().isdisjoint(range(end, at)) for end in streets):  # no deaths on the road that were 236
        return True
    return bool(endings) and any(word.endswith(endings) for word in tokens.words[at - 1 : at])
