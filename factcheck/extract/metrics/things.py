"""The nouns of rules/things in the lexicon of a language."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.rulebook import Rulebook


def register(vocabulary: Vocabulary, rulebook: Rulebook, head_first: bool, astray: Collection[str] | None) -> None:
    """Adds the nouns of rules/things, and those but `astray` as last parts of compounds: Gemüse|bauern."""
    heads = () if head_first else ("head",)
    for thing, names in rulebook.things.items():
        if vocabulary.lang not in names:
            continue
        people = ("counted_person",) if thing in rulebook.people else ()
        vocabulary.lexicon.add("thing", names[vocabulary.lang], thing, also=(*heads, *people))
        for head in expand(names[vocabulary.lang]) if astray is not None else ():
            for category in ("thing", *people) if head.lower() not in (astray or ()) else ():
                vocabulary.lexicon.add_head(category, head, thing)
