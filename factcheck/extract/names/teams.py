"""Cities that stand for their clubs in an article about clubs: Madrid for Real Madrid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.extract.names.nations import Nations
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence

_KIND, _OFTEN = "team", 2  # mentions of clubs in an article that is about them


def take_for_teams(sentences: Sequence[Sentence], nations: Nations) -> None:
    """Makes clubs of the cities that nothing is said to be in or of, in an article that names clubs."""
    printed = [name.entity for sentence in sentences for name in sentence.names if name.kind == _KIND]
    if len(printed) < _OFTEN:
        return
    words = Counter(word for club in set(printed) for word in club.split())
    clubs = {word: club for club in printed for word in club.split() if words[word] == 1}
    for sentence in sentences:
        led = {**sentence.tokens.after("preposition"), **sentence.tokens.after("of")}
        for name in sentence.names:
            if name.first not in led and _is_city(name, nations):
                name.entity, name.region, name.kind = clubs.get(name.entity, name.entity), None, _KIND


def _is_city(name: Name, nations: Nations) -> bool:
    return name.region is not None and not nations.is_people(name) and not nations.names_country(name)
