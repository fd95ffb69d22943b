"""Which archived claims a draft's claims could be compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.archive.arrow import integers, pa, pc, texts
from factcheck.archive.keys import compact, copy_keys, entity_key
from factcheck.archive.nearest import DRAFT, Chosen, Compatible, Window, choose, fitting, same_region, stretches
from factcheck.archive.snapshot import Snapshot
from factcheck.model import Claim, Document

COPIES = 3  # archived articles that one article of a draft is aligned with
_ENTITY = "entity="
_POSTINGS = 1_000  # a sentence in more articles is a form, such as that of a weather report


@dataclass(slots=True)
class Candidates:
    """Archived claims to compare a draft with, the full text of likely copies, and how much was left out."""

    claims: list[Claim] = field(default_factory=list)
    copies: list[Document] = field(default_factory=list)
    cut: int = 0  # claims beyond the limit, further off in time, of those that were read


def find_candidates(
    archive: Snapshot,
    claims: Sequence[Claim],
    related: Mapping[str, Collection[str]],
    compatible: Compatible = same_region,
    own: Collection[str] = (),
    window: Window = DRAFT,
) -> Candidates:
    """The current claims with the same entity, the same or a related metric, and a region that fits, and near-copies.

    Documents with the id of one of the draft's, or of `own`, are the draft itself.
    """
    found = Candidates()
    drafts = {claim.doc for claim in claims} | set(own)
    rivals = _rivals(archive, _wanted(claims, related), drafts, compatible, window, found)
    by_place = {(claim.doc, claim.start, claim.id): claim for claim in rivals}
    for claim in _by_copy(archive, claims, drafts, found):
        by_place[claim.doc, claim.start, claim.id] = claim
    found.claims = [by_place[key] for key in sorted(by_place)]
    return found


def _wanted(claims: Sequence[Claim], related: Mapping[str, Collection[str]]) -> dict[int, list[Claim]]:
    """The draft's claims by the keys under which their rivals stand: those of each party that they may be about."""
    wanted: dict[int, list[Claim]] = {}
    for claim in claims:
        metrics = dict.fromkeys((claim.metric, *related.get(claim.metric, ())))
        for key in {entity_key(party, metric) for party in _parties(claim) for metric in metrics}:
            wanted.setdefault(key, []).append(claim)
    return wanted


def _parties(claim: Claim) -> Iterator[str]:
    """The entity of a claim, and what else may be it."""
    others = (other.removeprefix(_ENTITY) for other in claim.alternatives if other.startswith(_ENTITY))
    yield from (party for party in (claim.entity or "", *others) if compact(party))


def _rivals(
    archive: Snapshot,
    wanted: Mapping[int, Sequence[Claim]],
    drafts: Collection[str],
    compatible: Compatible,
    window: Window,
    found: Candidates,
) -> list[Claim]:
    """The claims that fit one of the draft, for each the nearest; far off in time is read only where few are near."""

    def chosen_of(rows: pa.Table, wanted: Mapping[int, Sequence[Claim]]) -> tuple[pa.Table, Chosen]:
        keys = pc.unique(rows["key"]).to_pylist()
        rows = _without(archive.current(fitting(rows, wanted, compatible), "doc"), drafts)
        chosen = choose(rows, keys, wanted, compatible, window)
        return rows.take(integers(sorted(chosen.rows))), chosen

    rows, left_out = archive.claim_rows(wanted, stretches(wanted, window))
    kept, chosen = chosen_of(rows, wanted)
    found.cut = chosen.cut
    again = {key: claims for key, claims in wanted.items() if key in left_out and key in chosen.few}
    if again:
        more, _ = chosen_of(archive.claim_rows(again)[0], again)
        kept = pa.concat_tables([kept.filter(pc.invert(pc.is_in(kept["key"], integers(again)))), more])
    return archive.claims_in(kept)


def _without(rows: pa.Table, drafts: Collection[str]) -> pa.Table:
    own = pc.is_in(rows["doc"], texts(sorted(drafts)))
    return rows.filter(pc.invert(own)) if pc.any(own).as_py() else rows


def _by_copy(archive: Snapshot, claims: Sequence[Claim], drafts: Collection[str], found: Candidates) -> list[Claim]:
    """The claims of the articles that share most sentences with those of a draft."""
    sentences: dict[int, set[str]] = {}
    for sentence, doc, lang in sorted({(claim.sentence, claim.doc, claim.lang) for claim in claims}):
        for key in sorted(copy_keys(sentence, lang)):
            sentences.setdefault(key, set()).add(doc)
    shared: dict[str, Counter[str]] = {claim.doc: Counter() for claim in claims}
    rows = _without(archive.current(archive.find("copies", sentences), "doc"), drafts)
    frequent = {pair["values"] for pair in rows["key"].value_counts().to_pylist() if pair["counts"] > _POSTINGS}
    for key, doc in zip(rows["key"].to_pylist(), rows["doc"].to_pylist(), strict=True):
        if key not in frequent:
            for draft in sentences[key]:
                shared[draft][doc] += 1
    leaders = {doc for counter in shared.values() for doc, _ in _leading(counter)}
    editions = sorted(archive.editions(leaders), key=lambda edition: edition.document.id) if leaders else []
    found.copies = [edition.document for edition in editions]
    return archive.claims_of(editions)


def _leading(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:COPIES]
