"""How a language puts a verb into the future, and which verbs of a sentence it puts there."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_SHORTEST = 4  # letters of a word that can be told to be a verb by its ending


@dataclass(frozen=True, slots=True)
class Tenses:
    """How a language puts a verb into the future."""

    endings: tuple[str, ...] = ()  # of its verbs: llegará
    auxiliaries: frozenset[str] = frozenset()  # before an infinitive that closes the clause: wird … steigen
    modals: frozenset[str] = frozenset()  # right before an infinitive: deve subir
    infinitives: tuple[str, ...] = ()  # the endings of those infinitives
    headline: frozenset[str] = frozenset()  # before an infinitive in a headline: Orlin to cut jobs
    words: frozenset[str] = frozenset()  # the auxiliaries and modals

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Tenses:
        """The tenses of a language, from its file."""
        known = vocabulary.section("grammar").get("future") or {}
        auxiliaries, modals, headline = (frozenset(known.get(key, ())) for key in ("auxiliaries", "modals", "headline"))
        endings, infinitives = tuple(known.get("endings", ())), tuple(known.get("infinitives", ()))
        return cls(endings, auxiliaries, modals, infinitives, headline, auxiliaries | modals)


def coordinated(sentence: Sentence, tenses: Tenses) -> list[int]:
    """The infinitives that a conjunction ties to an earlier one of a plan: va arrêter un four et supprimer."""
    if not tenses.infinitives or not {"plan", "forecast"} & sentence.tokens.hits.keys():
        return []
    forms, hits = sentence.tokens.forms, sentence.tokens.hits
    planned = min(last for kind in ("plan", "forecast") for _, last, _ in hits.get(kind, ()))
    ties = sentence.tokens.after("conjunction")
    return [at for at in range(planned, len(forms)) if at in ties and forms[at].endswith(tenses.infinitives)]


def future(sentence: Sentence, tenses: Tenses) -> list[int]:
    """The verbs in the future that no list holds."""
    forms = list(sentence.tokens.forms)
    ends, words = tenses.endings, tenses.words
    if sentence.zone == "headline":
        words |= tenses.headline
    elif forms:
        forms[0] = forms[0].lower()  # Vão abrir 40 escolas
    found = [at for at, form in enumerate(forms) if form.endswith(ends) and _is_word(form)] if ends else []
    if words.isdisjoint(forms):
        return found
    return found + [at for at, form in enumerate(forms) if form in words and _goes_on(forms, at, tenses)]


def _is_word(form: str) -> bool:
    return len(form) >= _SHORTEST and form.islower()


def _goes_on(forms: list[str], at: int, tenses: Tenses) -> bool:
    """Whether a word that can put a verb into the future does so by what stands around it."""
    after = forms[at + 1] if at + 1 < len(forms) else ""
    if forms[at] in tenses.headline:
        return at > 0 and after.islower() and (forms[at - 1][0].isupper() or forms[at - 1][0].isdigit())
    if forms[at] in tenses.modals:
        return after.endswith(tenses.infinitives)
    return _closed_by_infinitive(forms, at, tenses.infinitives)


def _closed_by_infinitive(forms: list[str], at: int, endings: tuple[str, ...]) -> bool:
    """Whether the clause of an auxiliary ends with an infinitive, or one stands right before it."""
    end = next((i for i in range(at + 1, len(forms)) if forms[i] in ".,;:–—"), len(forms))
    closing = forms[end - 1] if end - 1 > at else forms[at - 1] if at else ""
    return closing.islower() and closing.endswith(endings)
