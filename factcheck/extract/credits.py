"""Who is credited with a figure: by a verb of saying, by "according to", by whose data they are."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.credit import Credit
from factcheck.extract.mentions import Name
from factcheck.extract.offices import Party, Voices, broken, groups
from factcheck.extract.papers import documents, known_paper, owner
from factcheck.extract.phrase_speakers import credited_phrase, office_speaking, person_meant, speaking_phrase
from factcheck.extract.quotations import has_quotation, introduced, speaker_beside
from factcheck.extract.saying import NEAR, subject_of
from factcheck.extract.saying_verbs import REACH, dated_agents
from factcheck.extract.sentences import Sentence
from factcheck.extract.speakers import bearers, firms, initials_behind, parties
from factcheck.extract.tokens import Hit

_LOOK = 8  # how far a source may stand from its cue
_NEAR = 3  # common words between a description and the name it is of
_NO_PART = ("preposition", "say", "holds", "copula", "conjunction", "relative")  # of a description
_CUES = frozenset({"according", "by", "according_first", "closing", "say", "holds", "data"})


def credits(sentence: Sentence, voices: Voices) -> list[Credit]:
    """The sources that a sentence with a cue for one credits, in order of their cues."""
    hits = sentence.tokens.hits
    found: list[Credit] = []
    articles = sentence.tokens.after("determiner")  # "il secondo trimestre" credits nobody
    cues = [hit for hit in hits.get("according", ()) if hit[0] not in articles]
    found += [credit for hit in cues if (credit := _following(sentence, hit, voices, True))]
    agents = [*hits.get("by", ()), *dated_agents(sentence)]
    found += [credit for hit in agents if (credit := _following(sentence, hit, voices, False))]
    found += [credit for hit in hits.get("according_first", ()) if (credit := _opening(sentence, hit, voices))]
    found += [credit for hit in hits.get("closing", ()) if (credit := _closing(sentence, hit, voices))]
    found += _heard(sentence, voices, {token for credit in found for token in range(credit.first, credit.last)})
    if not found:
        phrases = [(speaking_phrase(sentence, hit), hit[0]) for hit in hits.get("say", ())]
        phrases = phrases or [(office_speaking(sentence, hit), hit[0]) for hit in hits.get("holds", ())]
        for party, cue in ((party, cue) for party, cue in phrases if party):
            who = person_meant(sentence, party, voices)
            found.append(Credit(who, party[0], party[1], cue))
    if not found:
        found += [c for hit in hits.get("data", ()) if (c := owner(sentence, hit, voices))]
    if not found and "data" in hits:
        names = [_whole(name, sentence) for name in bearers(sentence)]
        found += [Credit(who, first, last, first) for first, last, who in documents(sentence, names, voices)[:1]]
    if found and len(sentence.quantities) > 1:
        found += _gapped(sentence, voices, found)
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
    people = {first for kind in ("unnamed", "spokesperson") for first, _, _ in hits.get(kind, ())}
    data = {hit[1]: hit for hit in hits.get("data", ()) if hit[0] not in people}
    for category, reach in (("say", REACH), ("holds", NEAR)):
        for hit in hits.get(category, ()):
            paper = owner(sentence, data[hit[0]], voices) if hit[0] in data else None
            party = subject_of(sentence, hit, speaking, voices, reach) if paper is None or paper.nobody else None
            if paper and not party:
                found.append(paper)
            if party:
                party = (party[0] >= hit[1] and _apposed(sentence, party)) or party
                who = person_meant(sentence, party, voices)
                found.append(Credit(who, party[0], party[1], hit[0], weak=category == "holds"))
    return found


def _gapped(sentence: Sentence, voices: Voices, found: Sequence[Credit]) -> list[Credit]:
    """Those beside whom a verb is left out that another has: the union speaks of 900 people, the police of 300."""
    tokens, forms = sentence.tokens, sentence.tokens.forms
    told = min((credit.cue for credit in found if not credit.told), default=len(tokens))
    figures = {quantity.first for quantity in sentence.quantities}
    taken = {credit.first for credit in found}
    words = {forms[quantity.first - 1] for quantity in sentence.quantities if told < quantity.first}
    gapped = []
    for first, last, who in parties(sentence, voices):
        opened = first - 1 - (first in tokens.after("determiner") and forms[first - 1].islower())
        at = last + (forms[last : last + 1] == [","])
        led = tokens.first("preposition").get(at)
        parted = opened > told and (forms[opened] in (",", ";") or opened + 1 in tokens.after("conjunction"))
        if parted and led and led[0] in figures and first not in taken and forms[at] in words:
            gapped.append(Credit(who, first, last, last, gapped=True))
    return gapped


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
        _whole(name, sentence) for name in bearers(sentence)
        if start <= name.first <= start + _LOOK
        and not broken(sentence, start, name.first, commas=_described(sentence, start, name.first))
    ]  # fmt: skip
    near += [
        party for party in (*groups(sentence, voices), *_references(sentence, start, voices))
        if start <= party[0] <= start + _LOOK and not broken(sentence, start, party[0])
    ]  # fmt: skip
    if open_ended and _is_norm(sentence, start):
        return None
    near = [party for party in near if not _is_past_paper(sentence, start, party)]
    chosen = min(near, key=lambda party: (party[0], -party[1])) if near else None
    phrase = credited_phrase(sentence, start) if open_ended else None
    phrase = phrase or (known_paper(sentence, start, voices) if open_ended else None)
    if chosen and (apposed := _apposed(sentence, chosen)):
        chosen = apposed
    elif chosen is None or (phrase and _goes_beyond(phrase, chosen, sentence)):
        chosen = phrase
    return Credit(chosen[2], chosen[0], chosen[1], first, told=True) if chosen else None


def _is_norm(sentence: Sentence, start: int) -> bool:
    """Whether "according to" leads to a rule, which says nothing: according to the Orlin norms."""
    return any(start <= first <= start + _NEAR for first, _, _ in sentence.tokens.hits.get("norms", ()))


def _is_past_paper(sentence: Sentence, start: int, party: Party) -> bool:
    """Whether a preposition or date parts a name from the data before it, which are not its own: a study, in Orlin."""
    tokens = sentence.tokens
    paper = next((last for first, last, _ in tokens.hits.get("data", ()) if start <= first < party[0]), None)
    if paper is None:
        return False
    between = range(paper, party[0])
    own = {*tokens.first("of"), *tokens.first("belongs"), *(last - 1 for _, last, _ in tokens.hits.get("by", ()))}
    apart = any(at in between and at not in own for at in tokens.first("preposition"))
    return apart or any(mention.first in between for mention in sentence.periods)


def _whole(name: Name, sentence: Sentence) -> Party:
    """A name, or the initials behind one that is cut off."""
    initials = initials_behind(name, sentence)
    return (name.first, initials.last, initials.entity) if initials else (name.first, name.last, name.entity)


def _apposed(sentence: Sentence, party: Party) -> Party | None:
    """The name that common words right before it describe: the news agency Orlin; the bakers' guild, Orlin."""
    tokens, (first, last, _) = sentence.tokens, party
    if any(name.first < last and name.last > first for name in bearers(sentence)):
        return None
    for name in bearers(sentence):
        if last <= name.first <= last + _NEAR:
            between = tokens.forms[last : name.first]
            closed = between == [","] and tokens.forms[name.last : name.last + 1] in ([","], ["."], [])
            plain = all(form.islower() for form in between) or closed
            linked = any(at in tokens.first(kind) for kind in _NO_PART for at in range(last, name.first))
            return (first, name.last, name.entity) if plain and not linked and name.sure else None
    return None


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


def _closing(sentence: Sentence, hit: Hit, voices: Voices) -> Credit | None:
    """The source in the last words of a sentence: the loss is 3 million, so Ana Ruiz."""
    first, last, _ = hit
    tokens = sentence.tokens
    credit = _following(sentence, hit, voices, open_ended=False) if first and tokens.forms[first - 1] == "," else None
    if credit is None or any(form[0].isalpha() for form in tokens.forms[credit.last :]):
        return None
    titles = tokens.first("title").keys() | tokens.first("determiner").keys()
    return credit if all(at in titles for at in range(last, credit.first)) else None
