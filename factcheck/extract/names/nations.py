"""Countries by whatever word names them: British and the UK are Britain where an article says Britain."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_STEM, _ROOT = 3, 4  # letters that words for one people share; those that they share with their country's name
_ACRONYM = 5  # letters and dots of one


@dataclass(frozen=True, slots=True)
class Nations:
    """The countries of a language: their names, the roots of those, and the words for what is of them."""

    names: dict[str, str]  # by code
    roots: dict[str, frozenset[str]]  # how a form of the name of each may begin
    peoples: dict[str, str]  # French, Frenchman -> code

    def is_people(self, name: Name) -> bool:
        """Whether a place is named by what is of it: French, US-based."""
        return name.region is not None and self.peoples.get(name.entity.lower()) == name.region

    def names_country(self, name: Name) -> bool:
        """Whether a place is a country as a whole, by whatever form of its name."""
        form = name.entity
        short = form.isupper() and len(form) <= _ACRONYM
        return name.region in self.names and (short or _bare(form)[:_ROOT] in self.roots[name.region])


def nations(vocabulary: Vocabulary) -> Nations:
    """The countries that a language file has words for."""
    regions = (vocabulary.cldr.get("regions") or {}).items()
    names = {str(code): str(name) for code, name in regions if str(code).isalpha()}
    section = vocabulary.section("regions")
    languages = vocabulary.section("grammar").get("nouns_capitalised")  # they have the bare form: auf Orlinisch
    peoples: dict[str, str] = {}
    roots: dict[str, frozenset[str]] = {}
    for code, name in names.items():
        listed = [[form.lower() for form in expand(str(entry))] for entry in section.get(code) or ()]
        first = listed[0][0] if listed else name.lower()
        own = {form for forms in listed for form in forms if form[:_STEM] == first[:_STEM] or _is_tied(form)}
        peoples |= dict.fromkeys(own - {name.lower(), first if languages else ""}, code)
        roots[code] = frozenset((_bare(name)[:_ROOT], _bare(first)[:_ROOT]))
    return Nations(names, roots, peoples)


def take_for_persons(sentences: Sequence[Sentence], given_names: frozenset[str]) -> None:
    """Makes persons of the peoples and towns that are a person's surname here: Ana Cuban, and then Cuban alone."""
    full: dict[str, str] = {}
    for sentence in sentences:
        for name in sentence.names:
            words = name.entity.split()
            if name.region is None and not name.known and len(words) > 1 and words[0].lower() in given_names:
                full.setdefault(words[-1], name.entity)
    for sentence in sentences if full else ():
        tokens, places = sentence.tokens, sentence.tokens.after("region")
        led = {at for category in ("preposition", "of", "determiner") for at in tokens.after(category)}
        persons: set[int] = set()
        for name in sentence.names:
            alone = name.region is not None and name.first not in led and tokens.span(name.first, name.last)
            if alone in full:
                name.entity, name.region = full[alone], None
            if name.entity in full.values() and name.last in places:
                persons.add(name.last)
        if persons:
            told = [hit for hit in tokens.hits["region"] if hit[1] not in persons]
            tokens.take({**tokens.hits, "region": told})


def unite(sentences: Sequence[Sentence], known: Nations) -> None:
    """Gives all words for one country the name that the article prints most, else that of the language."""
    printed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    found: list[Name] = []
    for name in _places(sentences):
        people = known.is_people(name)
        if people or known.names_country(name):
            found.append(name)
            if not people and name.region:
                printed[name.region][name.entity] += 1
    for name in found:
        if name.region:
            forms, name.indirect = printed[name.region], known.is_people(name)
            name.entity = max(forms, key=forms.__getitem__) if forms else known.names[name.region]


def _places(sentences: Iterable[Sentence]) -> Iterable[Name]:
    return (name for sentence in sentences for name in sentence.names if name.region is not None)


def _is_tied(form: str) -> bool:
    """Whether a form is an acronym with something tied to it: uk-based, u.s.-based."""
    return form.partition("-")[0].replace(".", "") in ("uk", "us", "usa", "eu")


def _bare(form: str) -> str:
    """A form in lower case, without accents."""
    return unicodedata.normalize("NFKD", form.lower()).encode("ascii", "ignore").decode()
