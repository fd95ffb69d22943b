"""What a share is a part of, and what the words before a figure say that it is the number of."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.metrics import counted
from factcheck.extract.metrics.repeated import former_count, placed
from factcheck.extract.nonclaims.numbered import numbered
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_CLOSED = ("preposition", "determiner", "conjunction", "copula", "say", "change", "pronoun", "plan")
_VERBS = ("extreme", "change", "say", "copula", "metric_verb", "metric_act")
_PHRASE = 5  # words of the noun phrase after an of-word
_NEAR = 3  # tokens between a verb and its figure
_WORD = 3  # letters of the shortest noun


def part_of(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> tuple[str, bool]:
    """The noun that a share is a share of, and whether rules/things names it: 60 % of homes, one in five drivers."""
    tokens, at = sentence.tokens, behind_of(quantity, sentence)
    fraction = quantity.last == quantity.number[1]  # no unit is printed
    if at == quantity.last and not fraction:
        return "", False
    if fraction and at == quantity.last:
        inside = _noun_in(range(quantity.number[0] + 1, quantity.number[1] - 1), sentence, vocabulary)
        if inside[0] or (at < len(tokens) and tokens.words[at] in vocabulary.stopwords):
            return inside
    first = next((other.noun[0] for other in sentence.quantities if other.noun and other.first == at), at)
    return _noun_in(range(first, min(len(tokens), first + _PHRASE)), sentence, vocabulary)


def behind_of(quantity: Quantity, sentence: Sentence) -> int:
    """The token behind the of-words and articles that follow a figure."""
    at = quantity.last
    links = {
        first: last for category in ("of", "of_article") for first, last, _ in sentence.tokens.hits.get(category, ())
    }
    while at in links:
        at = links[at]
    return at


def is_of_firm(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a share is one of a firm, and of nothing that belongs to it: 5 % of Orlin, not of Orlin's sales."""
    tokens, at = sentence.tokens, quantity.last
    if quantity.kind != "share" or at not in tokens.first("of"):
        return False
    at = tokens.first("of")[at][0]
    generic = next((last for first, last, _ in tokens.hits.get("generic", ()) if at - 1 <= first <= at < last), None)
    if generic:
        return generic not in tokens.first("possessive")
    firm = next((n for n in sentence.names if n.first == at and n.sure and n.region is None), None)
    return firm is not None and firm.last not in tokens.first("possessive")


def is_of_total(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a share is one of a total that goes without a name: 54 % of the total."""
    tokens, at = sentence.tokens, quantity.last
    at = tokens.first("of").get(at, (at,))[0]
    return at > quantity.last and any(first == at for first, _, _ in tokens.hits.get("whole", ()))


def is_made_up(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a verb right before a share says that something makes it up: accounts for 60 % of e-mails."""
    made_up = sentence.tokens.hits.get("makes_up", ())
    return any(quantity.first - _NEAR <= last <= quantity.first for _, last, _ in made_up)


def number_of(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """What a figure counts by the words before it: the number of ships had risen by 60 %."""
    ends = [last for _, last, _ in sentence.tokens.hits.get("number_of", ()) if last < quantity.first]
    others = [other.last for other in sentence.quantities if other.noun and other.last <= quantity.first]
    if not ends or any(last > ends[-1] for last in others):
        thing = placed(quantity, sentence)
        return f"count:{thing}" if thing else _reached(quantity, sentence) or _repeated(quantity, sentence)
    start = ends[-1]
    people = [i for i in sentence.tokens.first("people") if start <= i < start + _PHRASE and i < quantity.first]
    noun = "people" if people else _noun_in(range(start, min(quantity.first, start + _PHRASE)), sentence, vocabulary)[0]
    return f"count:{noun}" if noun else None


def _reached(quantity: Quantity, sentence: Sentence) -> str | None:
    """What a bare figure behind a verb of change or of reaching is the number of: the thefts reached 412 in May."""
    verbs, first = sentence.tokens.after("change"), quantity.first
    if first not in verbs and sentence.tokens.after("q_link_to").get(first, (first,))[0] not in verbs:
        return None
    found = numbered(replace(quantity, role="to"), sentence)
    return f"count:{found[0]}" if found else None


def _repeated(quantity: Quantity, sentence: Sentence) -> str | None:
    """What a bare figure counts that goes on with the count before it: hired 40 nurses in May, 30 in June."""
    former = former_count(quantity, sentence)
    if former is None:
        return None
    told = numbered(former, sentence)
    noun = counted.thing(former, sentence) or counted.counted_noun(former, sentence) or placed(former, sentence)
    return f"count:{noun or (told[0] if told else 'figure')}"


def _noun_in(span: range, sentence: Sentence, vocabulary: Vocabulary) -> tuple[str, bool]:
    """The noun that closes the phrase at the start of a stretch of tokens, and whether rules/things names it."""
    tokens = sentence.tokens
    closed = {i for category in _CLOSED for i in tokens.first(category)}
    closed |= {i for i, _, _ in tokens.hits.get("q_number", ())}
    wholes = {i for i, _, _ in tokens.hits.get("whole", ())}
    capital = vocabulary.section("grammar").get("nouns_capitalised", False)
    noun = None
    for i in span:
        word = tokens.words[i]
        function = i in closed or word in vocabulary.stopwords or (capital and not tokens.forms[i][0].isupper())
        if not word[0].isalpha() or i in wholes or (noun is not None and function):
            break
        if not function and len(word) >= _WORD:
            noun = i
    if noun is None:
        return "", False
    for first, last, thing in tokens.hits.get("thing", ()):
        if span.start <= first and last <= noun + 1:
            return str(thing), True
    return tokens.words[noun], False


def noun_after(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """What a multiple multiplies, as other:<word>: five times more visitors; tripled the number of visitors."""
    tokens = sentence.tokens
    led = tokens.first("determiner").get(quantity.last, (quantity.last,))[0]
    start = tokens.first("number_of").get(led, (0,))[0]
    noun = _noun_in(range(start, min(len(tokens), start + _PHRASE)), sentence, vocabulary)[0] if start else ""
    if noun:
        return f"count:{noun}"
    for i in range(quantity.last, min(len(tokens), quantity.last + 4)):
        word = tokens.words[i]
        if not word[0].isalpha() or word in vocabulary.prepositions:
            return None
        if word not in vocabulary.stopwords and len(word) > 2:
            return f"other:{word}"
    return None


def noun_before(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """The nearest noun before a figure that rules/things or the words for people hold, else the nearest word."""
    tokens = sentence.tokens
    taken = {t for name in sentence.names for t in range(name.first, name.last)}
    taken |= {t for other in sentence.quantities for t in range(other.first, other.last)}
    verbs = {t for kind in _VERBS for first, last, _ in tokens.hits.get(kind, ()) for t in range(first, last)}
    known = {i: thing for first, last, thing in tokens.hits.get("thing", ()) for i in range(first, last)}
    known |= {i: "people" for i, _, _ in tokens.hits.get("people", ())}
    known = {i: thing for i, thing in known.items() if i not in taken}
    nearest, apart = None, False
    for i in range(quantity.first - 1, max(-1, quantity.first - 9), -1):
        form = tokens.forms[i]
        if form in ";:—(":
            break
        apart = apart or form == ","
        if i in known and i not in verbs and not apart:
            return f"other:{known[i]}"
        usable = form[0].isalpha() and len(form) > 3 and i not in taken and i not in verbs
        if nearest is None and usable and tokens.words[i] not in vocabulary.stopwords:
            nearest = f"other:{tokens.words[i]}"
    return nearest
