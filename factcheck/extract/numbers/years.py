"""Whether four digits are a year here, or a count, a price, a name."""

from __future__ import annotations

from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary

_NEAR = range(1800, 2060)
_FAR = range(1500, 2150)
_CLOSERS = frozenset(".,;:!?)]}»”\"'’-–—/…")


class YearTest:
    """Tells years from counts by the words around them, which each language lists."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        section = vocabulary.section("periods")
        self.strong = frozenset(section.get("year_before", ()))
        self.weak = frozenset(section.get("year_weak", ()))
        self.determiners = frozenset(section.get("determiners", ()))
        self.nouns = frozenset(section.get("year_nouns", ()))
        self.function_words = frozenset(section.get("year_after", ())) | vocabulary.stopwords
        self.counted = frozenset(section.get("not_year_after", ()))
        self.noun_capitals = bool(vocabulary.section("grammar").get("nouns_capitalised"))

    def __call__(self, tokens: Tokens, i: int, j: int) -> bool:
        """True where tokens i..j-1, four digits, are a year."""
        value = int(tokens.forms[i])
        before = tokens.words[i - 1] if i else ""
        sure = before in self.strong or (before in self.determiners and value in _NEAR)
        told = self._follows(tokens, j, sure) or (value in _NEAR and _verb_follows(tokens, j))
        if not told or _in_number(tokens, i):
            return False
        if before in self.strong or before in self.weak:
            return value in _FAR
        if value not in _NEAR:
            return bool(before) and before in "([–-," and value in _FAR and self._closed(tokens, j)
        if i > 1 and before in "-–" and tokens.glued(i) and tokens.forms[i - 2].isdigit():
            return False
        if tokens.glued(i) and before not in "([-–—/\"'“«’":
            return False
        if value % 1000 == 0 and not self._closed(tokens, j):
            return False
        return before not in _CURRENCIES

    def counts(self, tokens: Tokens, j: int) -> bool:
        """True where the number before token j may count what follows: on Monday 21 sailors, at 5 dollars."""
        return j < len(tokens) and not self._closed(tokens, j)

    def counts_noun(self, tokens: Tokens, j: int) -> bool:
        """True where the digits before token j are likelier to count what follows than to be a year of old."""
        return not self._follows(tokens, j, sure=False)

    def spelled(self, tokens: Tokens, i: int, j: int) -> bool:
        """True where tokens i..j-1, a number in words, are a year: in two thousand and six."""
        return i > 0 and tokens.words[i - 1] in self.strong and (j >= len(tokens) or self._closed(tokens, j))

    def spans(self, tokens: Tokens, i: int, j: int) -> bool:
        """True where tokens i..j-1 are a range of years."""
        if _in_number(tokens, i):
            return False
        years = [int(form) for form in tokens.forms[i:j] if form.isdigit() and len(form) == 4]
        low, high = min(years), max(years)
        if j + 1 < len(tokens) and tokens.forms[j] in "-–" and tokens.glued(j) and tokens.forms[j + 1].isdigit():
            return False
        return low in _FAR and high in _FAR and self._follows(tokens, j, high in _NEAR)

    def _follows(self, tokens: Tokens, j: int, sure: bool) -> bool:
        """False where a counted noun, a unit or a currency follows."""
        if j >= len(tokens):
            return True
        word, form = tokens.words[j], tokens.forms[j]
        if word in self.counted or form in "%$€£¥°‰":
            return False
        if not form[0].isalpha() or word in self.function_words or sure or word in self.nouns:
            return not (tokens.glued(j) and form[0].isalpha() and len(form) > 1 and word not in ("er",))
        if self.noun_capitals:
            return form[0].islower() and not self._counts(tokens, j)
        return form[0].isupper()

    @staticmethod
    def _counts(tokens: Tokens, j: int) -> bool:
        """True where an adjective and a noun follow, as after a count: 2000 neue Stellen."""
        return j + 1 < len(tokens) and tokens.forms[j + 1][0].isupper() and tokens.words[j].endswith(("e", "en", "er"))

    def _closed(self, tokens: Tokens, j: int) -> bool:
        return j >= len(tokens) or tokens.forms[j] in _CLOSERS or tokens.words[j] in self.function_words


def _in_number(tokens: Tokens, i: int) -> bool:
    """True where digits before a hyphen go on into these, as in a telephone number: 82-2100."""
    if i < 2 or tokens.forms[i - 1] not in "-–" or not (tokens.glued(i) and tokens.glued(i - 1)):
        return False
    return tokens.forms[i - 2].isdigit() and len(tokens.forms[i - 2]) != 4


def _verb_follows(tokens: Tokens, j: int) -> bool:
    """Whether a verb stands behind the digits, so that they count nothing: profit for 2004 fell."""
    return any(first == j for kind in ("change", "copula", "say") for first, _, _ in tokens.hits.get(kind, ()))


_CURRENCIES = frozenset(["$", "€", "£", "¥", "usd", "eur", "gbp", "us$", "r$", "rmb"])
