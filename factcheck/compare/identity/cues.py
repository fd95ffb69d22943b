"""Words between two figures of one article that set them apart, or say that one corrects the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factcheck.extract.words.lexicon import Lexicon
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import languages, read_language

_LISTS = (
    "contrast", "dispute", "anaphora", "theirs", "sides", "disputing", "figures", "estimate", "truth", "standing",
    "part_of", "total", "each", "rising", "falling", "below_zero", "origin", "local", "ranks", "supposing", "losses",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists of one language: what sets figures apart, disputes them, takes them up, adds them up."""

    lexicon: Lexicon

    def found(self, text: str) -> frozenset[str]:
        """Which lists have a phrase in the text; "the number" is another than "the number of visitors", anaphora_of."""
        hits = self.lexicon.scan(tokenize(text))
        links = {first for first, _, _ in hits.pop("of", ())}
        taken = hits.pop("anaphora", ())
        kinds = {"anaphora_of" if last in links else "anaphora" for _, last, _ in taken}
        return frozenset(hits) | kinds


@lru_cache(maxsize=16)
def cues_for(lang: str) -> Cues:
    """The cues of a language; empty for one without a file."""
    lexicon = Lexicon()
    section = read_language(lang).section("comparison") if lang in languages() else {}
    for name in _LISTS:
        lexicon.add_all(name, section.get(name, ()), name)
    if lang in languages():
        lexicon.add_all("of", read_language(lang).section("names").get("of", ()), "of")
        lexicon.add_all("where", read_language(lang).section("regions").get("prepositions", ()), "where")
    return Cues(lexicon)


def once_in(lang: str, tokens: Tokens) -> list[tuple[int, int, str]]:
    """What happens to anybody but once, with its tokens: born, founded, entered into force."""
    return [(first, last, kind) for first, last, kind in _once(lang).scan(tokens).get("once", ())]


@lru_cache(maxsize=16)
def indefinite(lang: str) -> frozenset[str]:
    """The indefinite articles of a language, by which a thing is told of for the first time."""
    section = read_language(lang).section("numbers") if lang in languages() else {}
    return frozenset(str(word) for word in section.get("articles", ()))


@lru_cache(maxsize=16)
def _once(lang: str) -> Lexicon:
    lexicon = Lexicon()
    section = read_language(lang).section("comparison") if lang in languages() else {}
    for kind, phrases in (section.get("once") or {}).items():
        lexicon.add_all("once", phrases, kind)
    return lexicon
