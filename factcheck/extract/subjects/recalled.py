"""How an article has come to an entity so far: how long ago it was named, and how many figures were about it."""

from __future__ import annotations

import math

from factcheck.extract.discourse import Discourse
from factcheck.extract.subjects.roles import Features
from factcheck.extract.words.sentences import Sentence

_FAR = 20  # sentences beyond which a mention is no nearer than none


def recalled(entity: str, sentence: Sentence, named: bool, figures: int, discourse: Discourse) -> Features:
    """What the sentences before say for an entity, `named` or not in this one: last mention, share of `figures`."""
    found: Features = []
    if not named:
        at, paragraph = discourse.named.get(entity, (-_FAR, -1))
        found.append(("gap", math.log(min(sentence.index - at, _FAR))))
        found.append((f"unsaid_{_kind(entity, discourse)}", 1.0))
        if paragraph == sentence.paragraph:
            found.append(("same_paragraph", 1.0))
        elif discourse.paragraph != sentence.paragraph:
            found.append(("new_paragraph", 1.0))
    if told := discourse.told.get(entity, 0):
        found += [("told", told / figures), ("told_often", math.log1p(told))]
    return found


def _kind(entity: str, discourse: Discourse) -> str:
    """What an entity is, as far as the article tells: a noun, place, person, firm, public body or other name."""
    standing = discourse.standings.get(entity)
    if standing is None:
        return "noun"
    if standing.place or entity in discourse.persons:
        return "place" if standing.place else "person"
    return "firm" if standing.firm else "public" if standing.public else "other"
