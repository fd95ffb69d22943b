"""Data, polls and papers that are credited: with whose they are, else as themselves."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.letters import abbreviates, compact
from factcheck.extract.names.offices import Party, Voices, broken, groups
from factcheck.extract.sources.credit import Credit
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit

_TOLD = 3  # tokens from data to the verb they are the subject of: a poll published on Sunday puts
_OWNER, _OWNED = 4, 6  # tokens between a name and its data, between "'s" and them: Orlin's third quarter 2019 results
_NO_OWNED = ("say", "holds", "copula", "determiner", "preposition", "relative", "conjunction", "pronoun")
_ADJECTIVES = 3  # tokens between data and the word that says whose they are


def documents(sentence: Sentence, names: Sequence[Party], voices: Voices) -> list[Party]:
    """Data and papers with whom they are of, who speaks through them: a recent study of the Orlin Institute."""
    tokens = sentence.tokens
    linked = {**tokens.first("belongs"), **tokens.first("of")}
    articles = tokens.first("determiner")
    found = []
    for first, last, _ in tokens.hits.get("data", ()):
        at = next((at for at in range(last, min(last + _ADJECTIVES, len(tokens))) if at in linked), None)
        if at is None or not all(form.islower() for form in tokens.forms[last:at]):
            continue
        if any(i in tokens.first("preposition") for i in range(last, at)):
            continue  # data in the Orlin valley
        start = linked[at][0]
        start = articles[start][0] if start in articles else start
        start = _past_papers(start, sentence)
        near = (start - 1, start, start + 1)
        whose = next((party for party in (*names, *groups(sentence, voices)) if party[0] in near), None)
        if whose and not _is_title(first, whose[1], sentence):
            found.append((first, whose[1], whose[2]))
    return found


def _is_title(first: int, last: int, sentence: Sentence) -> bool:
    """Whether the initials behind data and a name are of both, so that the name is part of what the data are called."""
    forms = sentence.tokens.forms
    if forms[last : last + 1] != ["("] or forms[last + 2 : last + 3] != [")"]:
        return False
    words = [compact(word) for word in sentence.tokens.words[first:last]]
    return abbreviates(compact(forms[last + 1]), "".join(word[:1] for word in words))


def _past_papers(at: int, sentence: Sentence) -> int:
    """The token behind a further paper that the data at a token are of: results of the yearly survey of Orlin."""
    tokens = sentence.tokens
    links, articles = tokens.first("of"), tokens.first("determiner")
    named = {i for name in sentence.names for i in range(name.first, name.last)}
    for paper in range(at, min(at + _ADJECTIVES, len(tokens))):
        if paper in tokens.first("data") and paper not in named:
            link = tokens.first("data")[paper][0]
            if link in links:
                start = links[link][0]
                return articles[start][0] if start in articles else start
    return at


def known_paper(sentence: Sentence, start: int, voices: Voices) -> Party | None:
    """The data or paper behind "according to" that a text has spoken of, as whose it is: according to the survey."""
    tokens = sentence.tokens
    article = tokens.first("definite").get(start) or tokens.first("the_many").get(start)
    paper = tokens.first("data").get(article[0]) if article else None
    return (start, paper[0], voices.body) if article and paper and voices.body else None


def new_paper(sentence: Sentence, start: int) -> Party | None:
    """A paper behind "according to" that the text has not spoken of yet, as itself: according to a study."""
    tokens = sentence.tokens
    article = tokens.first("determiner").get(start)
    paper = tokens.first("data").get(article[0]) if article and start not in tokens.first("definite") else None
    return (start, paper[0], tokens.span(start, paper[0])) if article and paper else None


def is_new_paper(sentence: Sentence, party: Party) -> bool:
    """Whether common words are a paper that the text has not spoken of yet: according to a recent study."""
    tokens, (first, last, _) = sentence.tokens, party
    article = first in tokens.first("determiner") and first not in tokens.first("definite")
    return article and tokens.after("data").get(last, (first,))[0] > first


def as_paper(sentence: Sentence, party: Party, voices: Voices) -> tuple[str, bool]:
    """Who speaks where common words do, and whether nobody is known to: a report, which found; the report, which."""
    tokens, (first, last, who) = sentence.tokens, party
    words = first in tokens.first("determiner") and who == tokens.span(first, last)
    if not words or last - 1 not in tokens.first("data"):
        return who, False
    known = first in tokens.first("definite") or first in tokens.first("the_many")
    return (voices.body, False) if known and voices.body else (who, True)


def owner(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The name in front of "data", "figures": whose they are; "the figures suggest" those of the last body credited."""
    first, _, _ = hit
    if first in sentence.tokens.first("unnamed") and first not in sentence.tokens.after("possessive"):
        return _speaking(sentence, hit, voices)  # to Orlin Press sources
    led = sentence.tokens.after("preposition")
    dated = {at for mention in sentence.periods for at in range(mention.first, mention.last)}
    for name in reversed(sentence.names):
        if name.last - 1 in dated:
            continue  # FY Q4 results
        owned = name.last in sentence.tokens.first("possessive")
        if name.region and not owned:
            continue  # German media reports
        near = _OWNED if owned else _OWNER
        if not owned and ((name.first in led and name.last < first) or _is_apart(sentence, name.last, first)):
            continue  # in Orlin the figure was; of Orlin that have published their figures
        if name.sure and name.last <= first <= name.last + near and not broken(sentence, name.last, first):
            return Credit(name.entity, name.first, name.last, first)
    for party in groups(sentence, voices):
        if party[1] in sentence.tokens.first("possessive") and party[1] <= first <= party[1] + _OWNED:
            return Credit(party[2], party[0], party[1], first)  # the government's figures
    return _speaking(sentence, hit, voices)


def _is_apart(sentence: Sentence, last: int, first: int) -> bool:
    """Whether a verb, an article or a preposition stands between a name and data, which are then not its own."""
    tokens = sentence.tokens
    return any(last <= at < first for kind in _NO_OWNED for at in tokens.first(kind))


def _article(sentence: Sentence, at: int) -> int | None:
    """The token of the article of data, adjectives between them left aside: a new report, une récente étude."""
    tokens = sentence.tokens
    articles = tokens.after("determiner")
    for first in range(at, max(0, at - _ADJECTIVES), -1):
        if first in articles:
            return articles[first][0]
        word = tokens.forms[first - 1]
        if not (word.isalpha() and word.islower()) or any(first - 1 in tokens.first(kind) for kind in _NO_OWNED):
            return None
    return None


def _speaking(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The source of data that speak themselves: of "the figures suggest" the last body credited, else "a poll"."""
    tokens, (first, last, _) = sentence.tokens, hit
    start = _article(sentence, first)
    if start in tokens.first("theirs"):
        return None  # Orlin, which published its figures
    if start is None:
        bare = first == 0 and last in tokens.first("say")  # Reports say
        return Credit(tokens.span(first, last), first, last, first, told=True, nobody=True) if bare else None
    if start in tokens.after("of") or start in tokens.after("preposition"):
        return None
    saying = start in tokens.after("say")
    saying = saying or any(last <= at <= last + _TOLD for at in tokens.first("say"))
    holding = [at for at in range(last, last + _TOLD + 1) if at in tokens.first("holds")]
    ahead = any(at in tokens.first("forecast") for at in holding)  # the report forecast
    known = start in tokens.first("definite") or start in tokens.first("the_many")
    if known and voices.body and (saying or ahead):
        return Credit(voices.body, first, last, first)
    saying = saying or bool(holding)
    opens = start == 0 or tokens.forms[start - 1] == "," or start in tokens.after("say")
    return Credit(tokens.span(first, last), first, last, first, told=True, nobody=True) if saying and opens else None


def is_past_paper(sentence: Sentence, start: int, party: Party, endings: tuple[str, ...]) -> bool:
    """Whether a preposition or date parts a name from the data before it, which are not its own: a study, in Orlin."""
    tokens = sentence.tokens
    paper = next((last for first, last, _ in tokens.hits.get("data", ()) if start <= first < party[0]), None)
    if paper is None:
        return False
    if any(name.first == party[0] and not name.sure for name in sentence.names):
        return True
    between = range(paper, party[0])
    own = {*tokens.first("of"), *tokens.first("belongs"), *(last - 1 for _, last, _ in tokens.hits.get("by", ()))}
    led = [at for at in tokens.first("preposition") if at in between and at not in own]
    apart = any(not (endings and tokens.words[at - 1].endswith(endings)) for at in led)  # a poll concluded by Orlin
    return apart or any(mention.first in between for mention in sentence.periods)
