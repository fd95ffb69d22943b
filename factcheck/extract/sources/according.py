"""Sources that a phrase leads to: "according to", "by", "so" at the end of a sentence, "zufolge" behind its source."""

from __future__ import annotations

from factcheck.extract.names.offices import Party, Voices, broken, groups
from factcheck.extract.sources.addressees import addressee_end, past_addressees
from factcheck.extract.sources.apposition import apposed, holder_behind, office_of
from factcheck.extract.sources.bearers import bearers, initials_behind, party_of
from factcheck.extract.sources.credit import Credit
from factcheck.extract.sources.joint import together
from factcheck.extract.sources.papers import is_new_paper, is_past_paper, known_paper, new_paper
from factcheck.extract.sources.phrase_speakers import credited_phrase
from factcheck.extract.sources.references import firms, organs
from factcheck.extract.sources.saying_verbs import spoken_at
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit

_LOOK = 8  # how far a source may stand from its cue
_NEAR = 3  # words between "according to" and a rule


def following(sentence: Sentence, hit: Hit, voices: Voices, open_ended: bool) -> Credit | None:
    """The source after "according to": the first of the names and groups close by, or the words themselves."""
    first, start, _ = hit
    near: list[Party] = [
        whole(name, sentence) for name in bearers(sentence)
        if start <= name.first <= start + _LOOK
        and not broken(sentence, start, name.first, commas=_described(sentence, start, name.first))
    ]  # fmt: skip
    near += [
        party for party in (*groups(sentence, voices), *_references(sentence, start, voices))
        if start <= party[0] <= start + _LOOK and not broken(sentence, start, party[0])
    ]  # fmt: skip
    if open_ended and _is_norm(sentence, start):
        return None
    spoken = spoken_at(sentence, start) if open_ended else 0
    told = addressee_end(sentence, spoken) if spoken else 0
    near = past_addressees(sentence, near, told) if spoken else near
    if not open_ended:  # the toll of the flood that hit Orlin
        near = [party for party in near if not _is_beyond(sentence, start, party[0])]
    near = [party for party in near if not is_past_paper(sentence, start, party, voices.attributes)]
    chosen = min(near, key=lambda party: (party[0], -party[1])) if near else None
    phrase = credited_phrase(sentence, told if told > spoken else start) if open_ended else None
    phrase = phrase or (known_paper(sentence, start, voices) if open_ended else None)
    held = office_of(sentence, start, chosen, voices) if chosen else None
    if chosen and (described := held or apposed(sentence, chosen) or holder_behind(sentence, chosen)):
        chosen = described
    elif chosen is None or (phrase and _goes_beyond(phrase, chosen, sentence)):
        chosen = phrase
    paper = new_paper(sentence, start) if open_ended and chosen is None else None
    if paper:
        return Credit(paper[2], paper[0], paper[1], first, told=True, nobody=True)
    if chosen is None and spoken and (unsaid := voices.head or voices.dropped):
        return Credit(unsaid, first, start, first, told=True)
    if chosen is None:
        return None
    nobody = chosen == phrase and is_new_paper(sentence, chosen)
    chosen = together(chosen, near, sentence)
    return Credit(chosen[2], chosen[0], chosen[1], first, told=True, nobody=nobody)


def preceding(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The source right before a word that follows it: Orlin zufolge; einer Umfrage zufolge."""
    tokens, end = sentence.tokens, hit[0]
    near = [(n.first, n.last, n.entity) for n in sentence.names if n.last == end and n.region is None and n.sure]
    near += [party for party in groups(sentence, voices) if party[1] == end]
    near += [(n.first, n.last, n.entity) for n in sentence.names if n.last == end and n.region is None]
    if near:
        first, last, who = near[0]
        return Credit(who, first, last, end, told=True)
    if end == 0 or not tokens.forms[end - 1][0].isupper():
        return None
    return Credit(tokens.forms[end - 1], end - 1, end, end, told=True, nobody=end - 1 in tokens.first("data"))


def opening(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The source in a phrase that opens a sentence up to its comma: for the prosecutor, the loss is 3 million."""
    credit = following(sentence, hit, voices, open_ended=False) if hit[0] <= 1 else None
    forms = sentence.tokens.forms
    if credit is None or credit.last >= len(forms):
        return None
    closed = next((i for i in range(credit.last, min(credit.last + 3, len(forms))) if not forms[i].islower()), 0)
    return credit if closed and forms[closed] == "," else None


def closing(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The source in the last words of a sentence, or between commas: the loss is 3 million, so Ana Ruiz."""
    first, last, _ = hit
    tokens = sentence.tokens
    credit = following(sentence, hit, voices, open_ended=False) if first and tokens.forms[first - 1] == "," else None
    rest = tokens.forms[credit.last :] if credit else []
    if credit is None or (rest[:1] != [","] and any(form[0].isalpha() for form in rest)):
        return None
    titles = tokens.first("title").keys() | tokens.first("determiner").keys()
    return credit if all(at in titles for at in range(last, credit.first)) else None


def whole(name: Name, sentence: Sentence) -> Party:
    """A name, or the initials behind one that is cut off."""
    initials = initials_behind(name, sentence)
    return (name.first, initials.last, initials.entity) if initials else party_of(name, sentence)


def _goes_beyond(phrase: Party, chosen: Party, sentence: Sentence) -> bool:
    """Whether more words follow those for the firm, which then mean another: "la compañía eléctrica"."""
    generic = phrase[0] == chosen[0] and phrase[0] in sentence.tokens.first("generic")
    return generic and phrase[1] > chosen[1]


def _described(sentence: Sentence, start: int, at: int) -> int:
    """How many commas may stand before a name: one behind an office, "according to its head, Ana Ruiz"."""
    forms = sentence.tokens.forms
    apposed = forms[at - 1] == "," and any(
        n.first == at and forms[n.last : n.last + 1] == [","] for n in sentence.names
    )
    return int(apposed or any(start <= first < at for first, _, _ in sentence.tokens.hits.get("title", ())))


def _references(sentence: Sentence, start: int, voices: Voices) -> list[Party]:
    """The pronoun right after "according to" and the words for the firm or body, with whom they stand for."""
    personal = sentence.tokens.first("personal").get(start)
    meant = [(start, personal[0], voices.person)] if personal and voices.person else []
    return [*meant, *organs(sentence, voices), *firms(sentence, voices)]


def _is_beyond(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a clause of its own stands between a cue and a party: the figures of those who left Orlin."""
    tokens = sentence.tokens
    relatives = tokens.first("relative")
    verbs = [i for kind in ("copula", "change", "say", "holds") for i in tokens.first(kind)]
    return any(start <= i < at and any(i < verb < at for verb in verbs) for i in relatives)


def _is_norm(sentence: Sentence, start: int) -> bool:
    """Whether "according to" leads to a rule, which says nothing: according to the Orlin norms."""
    return any(start <= first <= start + _NEAR for first, _, _ in sentence.tokens.hits.get("norms", ()))
