"""What a language knows about names: which words join them, lead them, and are never part of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.extract.words.alike import places
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.vocabulary import Vocabulary

_STEM, _TAIL = 3, 4  # letters of the two parts of a compound
_SHORT = 3  # letters up to which a word for a firm is no end of a compound: AG, but not Vertrag


@dataclass(frozen=True, slots=True)
class NameRules:
    """The words in and around names."""

    stop: frozenset[str]
    particles: frozenset[str]  # inside a name: of, de la, von
    unpersonal: frozenset[str]  # those of them that are in no person's name: Ana Lee | of Orlin University
    skip: frozenset[str]  # titles and calendar words: never part of a name
    nouns_capitalised: bool
    corporate: frozenset[str]  # words in names of firms and bodies
    compounds: tuple[str, ...]  # the longer of them, which may end a compound: Orlingruppe
    public: frozenset[str]  # words in names of ministries, institutes, associations
    public_heads: tuple[str, ...]  # the longer of them, which may end a compound: Hafenministerium
    lower_places: frozenset[str]  # names of places without a capital
    bodies: frozenset[str]  # nouns that name firms and bodies: those of company names and of "the company"
    noun_endings: tuple[str, ...]
    nouns: frozenset[str]  # everyday ones, where nouns have capitals
    determiners: frozenset[str]
    links: frozenset[str]  # particles that are prepositions too, of-words aside: they join the names of bodies only
    owners: frozenset[str]  # of-words that are prepositions: before the name of whom something belongs to
    given_names: frozenset[str]
    hyphenated: frozenset[str]  # Orlin-based is no name
    firms: frozenset[str]  # words for a firm that are its name nowhere: the Group
    participles: tuple[str, ...]  # endings of a participle
    adverbs: tuple[str, ...]  # endings of an adverb
    declined: tuple[str, ...]  # endings of an adjective, where nouns have capitals
    adjectives: dict[str, str]  # forms of those that a name begins with, where nouns have capitals, and the one shown
    plural: frozenset[str]  # articles before more than one
    hallowed: frozenset[str]  # what a name with an owner in it begins with: St Ann's Hospital
    codes: frozenset[str]  # of the currencies that the language has words for
    verbs: tuple[str, ...]  # endings of a verb, where a subject without an article is a name
    owning: dict[str, int]  # forms of places before what is theirs (Orlins Mieten), and the letters of the place itself

    def is_corporate(self, word: str) -> bool:
        """Whether a word, in lower case, is one of the name of a firm or body."""
        return word in self.corporate or word.endswith(self.compounds)

    def shown(self, name: str) -> str:
        """A name with its adjective as it has it on its own: Freie Bürger, of den Freien Bürgern."""
        word, space, rest = name.partition(" ")
        return f"{self.adjectives.get(word.lower(), word)} {rest}" if space else name

    def is_public(self, words: Sequence[str]) -> bool:
        """Whether the words of a name, in lower case, are those of a ministry, an institute or the like."""
        if not self.public.isdisjoint(words):
            return True
        return self.nouns_capitalised and words[-1].endswith(self.public_heads)

    def ends_in_noun(self, word: str) -> bool:
        """Whether a word, in lower case, is a compound of an everyday noun: Unterrichtsstunden."""
        return any(word[at:] in self.nouns for at in range(_STEM, len(word) - _TAIL + 1))


def name_rules(vocabulary: Vocabulary) -> NameRules:
    """The words of a vocabulary that find and bound names."""
    section, grammar = vocabulary.section("names"), vocabulary.section("grammar")
    conjunctions = frozenset(grammar.get("conjunctions", ()))
    calendar = (vocabulary.cldr.get("months") or {}, vocabulary.cldr.get("weekdays") or {})
    dates = {word.lower() for names in calendar for forms in names.values() for word in forms}
    return NameRules(
        stop=vocabulary.stopwords,
        particles=frozenset(section.get("particles", ())) - conjunctions,
        unpersonal=frozenset(section.get("unpersonal", ())),
        skip=frozenset().union(dates, *(_words(section.get(key, ())) for key in ("titles", "nobody", "calendar"))),
        nouns_capitalised=bool(grammar.get("nouns_capitalised", False)),
        corporate=_words(section.get("corporate", ())),
        compounds=tuple(word for word in _words(section.get("corporate", ())) if len(word) > _SHORT),
        public=_words(section.get("public", ())),
        public_heads=tuple(word for word in _words(section.get("public", ())) if len(word) > _SHORT),
        lower_places=_words(section.get("lower_places", ())),
        bodies=_last_words((*section.get("corporate", ()), *section.get("generic", ()))),
        noun_endings=tuple(grammar.get("noun_endings", ())),
        nouns=frozenset(map(str, grammar.get("nouns", ()))),
        determiners=frozenset(section.get("determiners", ())) | frozenset(grammar.get("articles", ())),
        links=vocabulary.prepositions - frozenset(section.get("of", ())),
        owners=vocabulary.prepositions & frozenset(section.get("of", ())),
        given_names=vocabulary.given_names,
        hyphenated=frozenset(section.get("hyphenated", ())),
        firms=_words(section.get("firms", ())),
        verbs=tuple(grammar.get("verb_endings", ())),
        participles=tuple(grammar.get("attributes", grammar.get("participles", ()))),
        hallowed=frozenset(grammar.get("hallowed", ())),
        codes=frozenset(vocabulary.section("quantities").get("currencies") or ()),
        adjectives=_adjectives(grammar),
        plural=frozenset(grammar.get("plural", ())),
        adverbs=tuple(grammar.get("adverbs", ())),
        declined=tuple(grammar.get("declined", ())),
        owning=_owning(vocabulary),
    )


def _adjectives(grammar: dict[str, Any]) -> dict[str, str]:
    """The inflected forms of adjectives in names, lower case, and the form that a name has on its own."""
    endings = [str(ending) for ending in grammar.get("adjective_endings", ())]
    stems = map(str, grammar.get("adjectives", ()))
    return {stem + ending: stem.capitalize() + endings[0] for stem in stems for ending in endings}


def _owning(vocabulary: Vocabulary) -> dict[str, int]:
    """The places in lower case that are another place with the ending of an owner."""
    ending = vocabulary.section("grammar").get("genitive")
    if not ending:
        return {}
    section, cldr = dict(vocabulary.section("regions")), vocabulary.cldr
    listed = [*section.pop("cased", {}).values(), *section.values()]
    forms = {form.lower() for names in listed for name in names or () for form in expand(str(name))}
    forms |= {str(name).lower() for name in (*cldr.get("regions", {}).values(), *cldr.get("cities", {}))}
    forms |= {name.lower() for name, _ in places(vocabulary)}
    return {form: len(form) - len(ending) for form in forms if form.endswith(ending) and form[: -len(ending)] in forms}


def _words(templates: Iterable[str]) -> frozenset[str]:
    """The single words a list of templates stands for, lower case."""
    return frozenset(word.lower() for template in templates for word in expand(template) if " " not in word)


def _last_words(templates: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[-1].lower() for template in templates for phrase in expand(template) if phrase)
