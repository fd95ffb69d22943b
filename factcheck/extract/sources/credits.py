"""Who is credited with a figure: by a verb of saying, by "according to", by whose data they are."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.offices import Party, Voices
from factcheck.extract.sources.according import closing, following, opening, preceding, whole
from factcheck.extract.sources.answering import answering
from factcheck.extract.sources.apposition import apposed
from factcheck.extract.sources.bearers import bearers
from factcheck.extract.sources.credit import Credit
from factcheck.extract.sources.joint import origins, together
from factcheck.extract.sources.papers import as_paper, documents, owner
from factcheck.extract.sources.phrase_speakers import office_speaking, person_meant, speaking_phrase
from factcheck.extract.sources.quotations import has_quotation, introduced, speaker_beside
from factcheck.extract.sources.reach import expects, without_polls
from factcheck.extract.sources.saying import NEAR, subject_of
from factcheck.extract.sources.saying_verbs import REACH, dated_agents, is_attribute
from factcheck.extract.sources.speakers import parties
from factcheck.extract.words.clauses import without_auxiliaries
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit

_BESIDE = 2  # tokens of a verb whose object is a figure: has counted
_CUES = frozenset(
    {"according", "according_behind", "according_parted", "by", "according_first", "closing", "say", "holds", "data"}
)


def credits(sentence: Sentence, voices: Voices) -> list[Credit]:
    """The sources that a sentence with a cue for one credits, in order of their cues."""
    hits = sentence.tokens.hits
    found: list[Credit] = []
    articles = sentence.tokens.after("determiner")  # "il secondo trimestre" credits nobody
    cues = [hit for hit in hits.get("according", ()) if hit[0] not in articles]
    cues += _parted(sentence)
    found += [credit for hit in cues if (credit := following(sentence, hit, voices, True) or _official(sentence, hit))]
    agents = [*hits.get("by", ()), *dated_agents(sentence)]
    found += [credit for hit in agents if (credit := following(sentence, hit, voices, False))]
    published = {credit.cue for credit in found} & {hit[0] for hit in agents}  # the data published on Friday by Orlin
    papers = {c.cue for c in found if published & {c.last, _past_comma(c.last, sentence)} and is_paper(c, sentence)}
    found = [credit for credit in found if credit.cue not in papers]
    own = [range(first, last) for first, last, _ in hits.get("according", ())]  # eigenen Angaben zufolge
    behind = [hit for hit in hits.get("according_behind", ()) if not any(hit[0] in span for span in own)]
    found += [credit for hit in behind if (credit := preceding(sentence, hit, voices))]
    found += [credit for hit in hits.get("according_first", ()) if (credit := opening(sentence, hit, voices))]
    found += [credit for hit in hits.get("closing", ()) if (credit := closing(sentence, hit, voices))]
    spoken = _heard(sentence, voices, {token for credit in found for token in range(credit.first, credit.last)})
    found += [credit for credit in spoken if not _is_published(credit, found, sentence)]
    found += _phrases(sentence, voices, found)
    if not found:
        found += [c for hit in hits.get("data", ()) if (c := owner(sentence, hit, voices))]
    if not found and "data" in hits:
        names = [whole(name, sentence) for name in bearers(sentence)]
        found += [Credit(who, first, last, first) for first, last, who in documents(sentence, names, voices)[:1]]
    if len(sentence.quantities) > 1:
        found += _gapped(sentence, voices, found) if found else []
        found = _answered(found, answering(sentence, found))
    return origins(sorted(without_polls(found, sentence), key=lambda credit: credit.cue), sentence)


def _official(sentence: Sentence, hit: Hit) -> Credit | None:
    """The figures without a name that a cue itself holds: nach offiziellen Angaben."""
    first, last, _ = hit
    inside = (h for h in sentence.tokens.hits.get("unnamed", ()) if first <= h[0] and h[1] <= last)
    return next((Credit(sentence.tokens.span(a, b), a, b, first, told=True) for a, b, _ in inside), None)


def _answered(found: Sequence[Credit], answers: Sequence[Credit]) -> list[Credit]:
    """The credits of a sentence with those that answer others, in place of what was taken for the same subject."""
    verbs = {at for answer in answers for at in range(answer.last, answer.cue + 1)}
    subjects = {answer.first for answer in answers}
    return [c for c in found if c.cue not in verbs and c.first not in subjects] + list(answers)


def _phrases(sentence: Sentence, voices: Voices, found: Sequence[Credit]) -> list[Credit]:
    """The common words that speak where nobody else does, or others only expect: the labour office said."""
    if not all(expects(credit, sentence) for credit in found):
        return []
    hits, taken = sentence.tokens.hits, {credit.cue for credit in found}
    said = [hit for hit in hits.get("say", ()) if hit[0] not in taken]
    said = [hit for hit in said if not is_attribute(sentence, hit[0], voices.attributes)]
    phrases = [(speaking_phrase(sentence, hit), hit[0]) for hit in said]
    if not found and not phrases:
        phrases = [(office_speaking(sentence, hit), hit[0]) for hit in hits.get("holds", ())]
    speaking = [(party, person_meant(sentence, party, voices), cue) for party, cue in phrases if party]
    return [Credit(who, party[0], party[1], cue) for party, who, cue in speaking]


def _is_published(credit: Credit, found: Sequence[Credit], sentence: Sentence) -> bool:
    """Whether a survey speaks of which a phrase behind it tells by whom: the Orlin Survey, published by the bank."""
    data = sentence.tokens.first("data")
    survey = any(name.first in data and credit.first <= name.first < credit.last for name in sentence.names)
    return survey and any(credit.last <= other.cue < credit.cue for other in found)


def _past_comma(at: int, sentence: Sentence) -> int:
    """The token behind a comma at a token."""
    return at + (sentence.tokens.forms[at : at + 1] == [","])


def is_unnamed_paper(credit: Credit, sentence: Sentence) -> bool:
    """Whether a credit is but data without a name: no Orlin Statistics Office."""
    named = {at for name in sentence.names for at in range(name.first, name.last)}
    data = sentence.tokens.first("data").keys() - named
    return any(credit.first <= at < credit.last for at in data)


def is_paper(credit: Credit, sentence: Sentence) -> bool:
    """Whether a credit is but data: the provisional figures."""
    return any(credit.first <= at < credit.last for at in sentence.tokens.first("data"))


def may_credit(sentence: Sentence) -> bool:
    """Whether a sentence has a cue that credits somebody."""
    return not _CUES.isdisjoint(sentence.tokens.hits) or has_quotation(sentence) or bool(dated_agents(sentence))


def _parted(sentence: Sentence) -> list[Hit]:
    """The cues of which a part ends the clause: geht aus dem Bericht hervor."""
    ends = [first for first, _, _ in sentence.tokens.hits.get("parting", ())]
    return [hit for hit in sentence.tokens.hits.get("according_parted", ()) if ends and ends[-1] >= hit[1]]


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
    impersonal = sentence.tokens.after("impersonal")  # se destacaba
    people = {first for kind in ("unnamed", "spokesperson") for first, _, _ in hits.get(kind, ())}
    data = {hit[1]: hit for hit in hits.get("data", ()) if hit[0] not in people}
    for category, reach in (("say", REACH), ("holds", NEAR)):
        for hit in (hit for hit in hits.get(category, ()) if hit[0] not in impersonal):
            paper = owner(sentence, data[hit[0]], voices) if hit[0] in data else None
            party = subject_of(sentence, hit, speaking, voices, reach) if paper is None or paper.nobody else None
            if paper and not party:
                found.append(paper)
            if party:
                party = (party[0] >= hit[1] and apposed(sentence, party)) or party
                party = together(party, speaking, sentence)
                who, nobody = as_paper(sentence, party, voices)
                who = person_meant(sentence, (party[0], party[1], who), voices)
                aside = without_auxiliaries(sentence, hit[0]) in sentence.tokens.after("relative")
                weak = category == "holds"
                found.append(Credit(who, party[0], party[1], hit[0], weak=weak, aside=aside, nobody=nobody))
    return found


def _gapped(sentence: Sentence, voices: Voices, found: Sequence[Credit]) -> list[Credit]:
    """Those beside whom a verb is left out that another has: the union speaks of 900 people, the police of 300."""
    tokens, forms = sentence.tokens, sentence.tokens.forms
    told = min((credit.cue for credit in found if not credit.told), default=len(tokens))
    figures = {quantity.first for quantity in sentence.quantities}
    taken = {credit.first for credit in found}
    words = {forms[quantity.first - 1] for quantity in sentence.quantities if told < quantity.first}
    first = min((figure for figure in figures if figure > told), default=0)
    if any(name.last + 1 == first and name.first > told and forms[name.last] in words for name in sentence.names):
        return []  # the poll shows Ana Ruiz at 55 per cent and Tom Berg at 45
    beside = told < first <= told + _BESIDE  # police counted 300 people, the organisers 900
    gapped = []
    for first, last, who in parties(sentence, voices):
        opened = first - 1 - (first in tokens.after("determiner") and forms[first - 1].islower())
        at = last + (forms[last : last + 1] == [","])
        led = tokens.first("preposition").get(at)
        parted = opened > told and (forms[opened] in (",", ";") or opened + 1 in tokens.after("conjunction"))
        again = (led and led[0] in figures and forms[at] in words) or (at in figures and beside)
        if parted and again and first not in taken:
            gapped.append(Credit(who, first, last, last - 1, gapped=True))
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
