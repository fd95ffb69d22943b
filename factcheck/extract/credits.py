"""Who is credited with a figure: by a verb of saying, by "according to", by whose data they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.mentions import Quantity
from factcheck.extract.offices import Party, Voices, broken, groups
from factcheck.extract.phrase_speakers import credited_phrase, speaking_phrase
from factcheck.extract.quotations import has_quotation, introduced, speaker_beside
from factcheck.extract.saying import NEAR, REACH, subject_of
from factcheck.extract.sentences import Sentence
from factcheck.extract.speakers import firms, parties
from factcheck.extract.tokens import Hit

_LOOK = 8  # how far a source may stand from its cue
_TOLD = 3  # tokens from data to the verb they are the subject of: a poll published on Sunday puts
_BESIDE = 6  # tokens between a figure and the phrase behind it that credits it alone: 300 according to the union
_CUES = frozenset({"according", "by", "according_first", "say", "holds", "data"})


@dataclass(frozen=True, slots=True)
class Credit:
    """A source and the tokens it stands on; `cue` is where the word of saying stands."""

    source: str
    first: int
    last: int
    cue: int
    told: bool = False  # by "according to", not as the subject of a verb
    weak: bool = False  # by a verb that is not always one of saying
    nobody: bool = False  # by data of which nothing says whose they are: a survey suggests


def credits(sentence: Sentence, voices: Voices) -> list[Credit]:
    """The sources that a sentence with a cue for one credits, in order of their cues."""
    hits = sentence.tokens.hits
    found: list[Credit] = []
    articles = sentence.tokens.after("determiner")  # "il secondo trimestre" credits nobody
    cues = [hit for hit in hits.get("according", ()) if hit[0] not in articles]
    found += [credit for hit in cues if (credit := _following(sentence, hit, voices, True))]
    found += [credit for hit in hits.get("by", ()) if (credit := _following(sentence, hit, voices, False))]
    found += [credit for hit in hits.get("according_first", ()) if (credit := _opening(sentence, hit, voices))]
    found += _heard(sentence, voices, {token for credit in found for token in range(credit.first, credit.last)})
    if not found:
        phrases = ((speaking_phrase(sentence, hit), hit[0]) for hit in hits.get("say", ()))
        found += [Credit(party[2], party[0], party[1], cue) for party, cue in phrases if party]
    if not found:
        found += [c for hit in hits.get("data", ()) if (c := _owner(sentence, hit, voices))]
    return sorted(found, key=lambda credit: credit.cue)


def may_credit(sentence: Sentence) -> bool:
    """Whether a sentence has a cue that credits somebody."""
    return not _CUES.isdisjoint(sentence.tokens.hits) or has_quotation(sentence)


def _heard(sentence: Sentence, voices: Voices, taken: set[int]) -> list[Credit]:
    """The speakers of a sentence, by its verbs or by its quotation; none whose tokens are taken."""
    quoted, hits = has_quotation(sentence), sentence.tokens.hits
    if not quoted and "say" not in hits and "holds" not in hits:
        return []
    speaking = parties(sentence, voices)
    spoken = [credit for credit in _spoken(sentence, voices, speaking) if credit.first not in taken]
    return spoken or (_quoted(sentence, voices, speaking) if quoted else [])


def _spoken(sentence: Sentence, voices: Voices, speaking: Sequence[Party]) -> list[Credit]:
    """The subjects of verbs of saying, and of those that credit whoever stands close by."""
    hits, found = sentence.tokens.hits, []
    for category, reach in (("say", REACH), ("holds", NEAR)):
        for hit in hits.get(category, ()):
            party = subject_of(sentence, hit, speaking, voices, reach)
            if party:
                found.append(Credit(party[2], party[0], party[1], hit[0], weak=category == "holds"))
    return found


def _quoted(sentence: Sentence, voices: Voices, speaking: Sequence[Party]) -> list[Credit]:
    """The speaker of a quotation by where he stands: before the colon that leads to it, or right behind it."""
    colon = introduced(sentence)
    if colon is not None:
        before = next((party for party in speaking if party[1] <= colon), None)
        first, last, who = before or (colon, colon, voices.person)
        return [Credit(who, first, last, colon)] if who else []
    beside = speaker_beside(sentence, speaking)
    return [Credit(beside[0][2], beside[0][0], beside[0][1], beside[1])] if beside else []


def _following(sentence: Sentence, hit: Hit, voices: Voices, open_ended: bool) -> Credit | None:
    """The source after "according to": the first of the names and groups close by, or the words themselves."""
    first, start, _ = hit
    near: list[Party] = [
        (name.first, name.last, name.entity) for name in sentence.names
        if name.region is None and start <= name.first <= start + _LOOK
        and not broken(sentence, start, name.first, commas=_described(sentence, start, name.first))
    ]  # fmt: skip
    near += [
        party for party in (*groups(sentence, voices), *_references(sentence, start, voices))
        if start <= party[0] <= start + _LOOK and not broken(sentence, start, party[0])
    ]  # fmt: skip
    chosen = min(near) if near else None
    phrase = credited_phrase(sentence, start) if open_ended else None
    if chosen is None or (phrase and _goes_beyond(phrase, chosen, sentence)):
        chosen = phrase
    return Credit(chosen[2], chosen[0], chosen[1], first, told=True) if chosen else None


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
    """The pronoun right after "according to" and the words for the firm, with whom they stand for."""
    personal = sentence.tokens.first("personal").get(start)
    meant = [(start, personal[0], voices.person)] if personal and voices.person else []
    return [*meant, *firms(sentence, voices)]


def _opening(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The source in a phrase that opens a sentence up to its comma: for the prosecutor, the loss is 3 million."""
    credit = _following(sentence, hit, voices, open_ended=False) if hit[0] <= 1 else None
    forms = sentence.tokens.forms
    if credit is None or credit.last >= len(forms):
        return None
    closed = next((i for i in range(credit.last, min(credit.last + 3, len(forms))) if not forms[i].islower()), 0)
    return credit if closed and forms[closed] == "," else None


def _owner(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The name in front of "data", "figures": whose they are; "the figures suggest" those of the last body credited."""
    first, _, _ = hit
    for name in reversed(sentence.names):
        if name.sure and name.last <= first <= name.last + 4 and not broken(sentence, name.last, first):
            return Credit(name.entity, name.first, name.last, first)
    return _told_by_data(sentence, hit, voices)


def _told_by_data(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The source of data that speak themselves: of "the figures suggest" the last body credited, else "a poll"."""
    tokens, (first, last, _) = sentence.tokens, hit
    article = tokens.after("determiner").get(first)
    if article is None or article[0] in tokens.after("of") or article[0] in tokens.after("preposition"):
        return None
    saying = article[0] in tokens.after("say") or any(last <= at <= last + _TOLD for at in tokens.first("say"))
    if first in tokens.after("definite") and voices.body and saying:
        return Credit(voices.body, first, last, first, told=True)
    saying = saying or any(last <= at <= last + _TOLD for at in tokens.first("holds"))
    opens = article[0] == 0 or tokens.forms[article[0] - 1] == ","
    return Credit(tokens.span(first, last), first, last, first, told=True, nobody=True) if saying and opens else None


def source_of(quantity: Quantity, sentence: Sentence, found: Sequence[Credit]) -> str | None:
    """The credit that governs a figure: a phrase right behind it, the nearest cue before it, else the nearest after."""
    after = [credit for credit in found if credit.cue >= quantity.last]
    if after and after[0].told and _touches(quantity, after[0], sentence):
        return after[0].source
    before = [credit for credit in found if credit.cue < quantity.first]
    if before:
        return next((credit for credit in reversed(before) if not credit.weak), before[-1]).source
    return found[0].source if found else None


def _touches(quantity: Quantity, credit: Credit, sentence: Sentence) -> bool:
    """Whether a credit follows a figure with no sign and no other figure between."""
    between = range(quantity.last, credit.cue)
    parted = broken(sentence, quantity.last, credit.cue) or any(q.first in between for q in sentence.quantities)
    return len(between) <= _BESIDE and not parted
