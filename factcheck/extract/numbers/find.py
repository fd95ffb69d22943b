"""Numbers of a sentence, in digits, in words and mixed: 1,5 Mio., quatre-vingt-dix-sept, hundreds of thousands."""

from __future__ import annotations

from factcheck.extract.numbers import number_words
from factcheck.extract.numbers.in_digits import DigitReader
from factcheck.extract.numbers.in_words import WordReader
from factcheck.extract.numbers.number import Number, NumeralText, places
from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary

register, prepare = number_words.register, number_words.prepare


def find_numbers(tokens: Tokens, vocabulary: Vocabulary) -> list[Number]:
    """Every number of a sentence whose `hits` are filled, in order."""
    rules = vocabulary.compiled["numerals"]
    begins = places(tokens, rules)
    if not begins:
        return []
    text = NumeralText(tokens, rules)
    digits = DigitReader(text)
    words = WordReader(text, digits.scales)
    found: list[Number] = []
    after = 0
    for i in begins:
        number = _number_at(text, digits, words, i) if i >= after else None
        if number is not None:
            found.append(number)
            after = number.last
    return found


def _number_at(text: NumeralText, digits: DigitReader, words: WordReader, i: int) -> Number | None:
    word = text.words[i]
    if word[0].isdecimal():
        return digits.read(i)
    if i in text.atoms or i in text.vulgar:
        return words.spelled(i)
    if word in text.rules.articles:
        return words.article(i)
    if i in text.ordinals:
        return words.ordinal(i)
    return words.compound(i) if text.rules.compounds is not None else None
