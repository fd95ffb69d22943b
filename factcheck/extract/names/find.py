"""Names in the sentences of one article, each brought to its fullest form.

A name is an alias the rules know, or a run of capitalised words that is not just the start of a sentence.
Short forms ("the Orlin Foundation" ... "Orlin"), initials in brackets and spelling variants become one.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import traded
from factcheck.extract.names.described import drop_demonyms, drop_descriptions, drop_nouns
from factcheck.extract.names.doubts import doubt_nouns, doubt_plurals
from factcheck.extract.names.forms import Names, part_renamed, unify
from factcheck.extract.names.nations import nations, take_for_persons, unite
from factcheck.extract.names.no_names import acts, is_told
from factcheck.extract.names.place_nouns import place_nouns, take_up_places
from factcheck.extract.names.quoted import QUOTES, quoted_again
from factcheck.extract.names.role_words import take_up_persons
from factcheck.extract.names.rules import name_rules
from factcheck.extract.names.runs import NameFinder
from factcheck.extract.names.short_forms import take_up
from factcheck.extract.names.teams import take_for_teams
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.rulebook import Rulebook

# What bears one name everywhere and always; bodies are translated, and firms change theirs.
_ONE_NAME = ("product", "platform", "index")
_LEAD, _DATELINE = 4, 12  # sentences among which a dateline may stand; its longest, in tokens


def register(vocabulary: Vocabulary, rulebook: Rulebook) -> None:
    """Adds the nouns of what markets quote, and all aliases; a plain word such as Apple must have its capital."""
    traded.register(vocabulary)
    endings = vocabulary.section("grammar").get("adjective_endings", ())
    stems = {f"{stem}{endings[0]}" for stem in vocabulary.section("grammar").get("adjectives", ())} if endings else ()
    for entity in rulebook.entities.values():
        for alias in (entity.name, *entity.aliases):
            distinct = " " in alias or alias[1:] != alias[1:].lower()
            cased = not distinct or (alias.isupper() and len(alias) <= 5)
            vocabulary.lexicon.add("entity", alias, entity, cased=cased)
            if cased and not alias.isupper():
                vocabulary.lexicon.add("entity", alias.upper(), entity, cased=True)
            if distinct and alias.partition(" ")[0].lower() in stems:  # der Deutschen Bank
                word, _, rest = alias.partition(" ")
                forms = (f"{word[: -len(endings[0])]}{ending} {rest}" for ending in endings[1:])
                vocabulary.lexicon.add_all("entity", forms, entity)


def prepare(vocabulary: Vocabulary) -> None:
    """Keeps the rules of names, the countries and the nouns for places in `vocabulary.compiled`."""
    vocabulary.compiled |= {
        "names": name_rules(vocabulary), "nations": nations(vocabulary), "place_nouns": place_nouns(vocabulary),
    }  # fmt: skip


def find_names(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> Names:
    """Fills `.names` of every sentence and returns the article's table of names."""
    forms = set().union(*(sentence.tokens.forms for sentence in sentences))
    quotes = not forms.isdisjoint(QUOTES)
    titles = quoted_again(sentence.tokens for sentence in sentences) if quotes else frozenset()
    finder = NameFinder(vocabulary.compiled["names"], forms, titles)
    for sentence in sentences:
        sentence.names = finder.run(sentence.tokens)
    if finder.rules.nouns_capitalised:
        doubt_nouns(sentences, finder.rules)
    _drop_datelines(sentences)
    drop_demonyms(sentences)
    if finder.rules.nouns_capitalised:
        drop_nouns(sentences)
    else:
        drop_descriptions(sentences, finder.rules)
    if finder.rules.plural:
        doubt_plurals(sentences, finder.rules)
    _drop_unsure(sentences, finder)
    table = unify(sentences, finder.rules)
    part_renamed(sentences)
    take_for_teams(sentences, vocabulary.compiled["nations"])
    take_for_persons(sentences, vocabulary.given_names)
    unite(sentences, vocabulary.compiled["nations"])
    table.counts.update([name.entity for sentence in sentences for name in sentence.names])
    for sentence in sentences:
        for name in sentence.names:
            if name.known and name.kind not in _ONE_NAME:
                table.learn(name.entity, finder.rules.shown(sentence.tokens.span(name.first, name.last)))
    take_up(sentences, table, vocabulary)
    take_up_persons(sentences, finder.rules)
    traded.name_traded(sentences, vocabulary)
    take_up_places(sentences, vocabulary)
    for sentence in sentences:
        _lead(sentence.names, sentence.tokens)
    return table


def _lead(names: Sequence[Name], tokens: Tokens) -> None:
    """Tells each name the token at which its noun phrase begins, articles and titles included."""
    titles, articles = tokens.after("title"), tokens.after("determiner")
    led = tokens.after("preposition")  # some are both: nel, im, do
    for name in names:
        first = name.first
        while first not in led and (hit := titles.get(first) or articles.get(first)):
            first = hit[0]
        name.lead = first


def _drop_datelines(sentences: Sequence[Sentence]) -> None:
    """Leaves out the names of a dateline, which say where a report was written: ORLIN, May 2 - ..."""
    for sentence in sentences[:_LEAD]:
        tokens, forms = sentence.tokens, sentence.tokens.forms
        capitals = any(len(form) > 2 and form.isupper() for form in forms[:2])
        dash = next((i for i, form in enumerate(forms[:_DATELINE]) if form in "-–—" and not tokens.glued(i)), 0)
        later = [i for i in range(dash + 1, min(len(forms), dash + _DATELINE)) if forms[i] in "-–—"]
        if forms[0] == "(" and capitals and later and not tokens.glued(later[0]):
            dash = later[0]  # (AGENCY) - ORLIN, 2 May - ...
        before = (name for name in sentence.names if name.last < dash)
        agency = any(name.kind in ("source", "statistics") and forms[name.first - 1] == "(" for name in before)
        if dash and (capitals or agency):
            sentence.names = [name for name in sentence.names if name.first > dash]


def _drop_unsure(sentences: Sequence[Sentence], finder: NameFinder) -> None:
    """Keeps a word seen only at the start of sentences if one elsewhere holds it, or a verb, 's or aside follows."""
    initial = finder.initial
    inside = {name.entity for s in sentences for name in s.names if (name.start, name.end) not in initial}
    inside |= {entity.split()[-1] for entity in inside}  # Orlin, after Ana Orlin
    for sentence in sentences:
        if initial.isdisjoint([(name.start, name.end) for name in sentence.names]):
            continue
        hits = sentence.tokens.hits
        verbs = {first for kind in ("say", "change", "copula", "possessive") for first, _, _ in hits.get(kind, ())}
        verbs |= _asides(sentence)
        sentence.names = [
            name
            for name in sentence.names
            if (name.start, name.end) not in initial
            or name.entity in inside
            or (name.last in verbs and not is_told(sentence.tokens, name.last, finder.rules))
            or acts(sentence.tokens, name.last, finder.rules.verbs)
        ]


def _asides(sentence: Sentence) -> set[int]:
    """The commas behind which an article or a relative opens an aside: Orlin, the watchdog; Orlin, which."""
    hits, forms = sentence.tokens.hits, sentence.tokens.forms
    openers = {first for kind in ("definite", "determiner", "relative") for first, _, _ in hits.get(kind, ())}
    return {i - 1 for i in openers if i and forms[i - 1] == ","}
