"""Which archived claims a draft's claims could be compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from factcheck.archive.arrow import pa, pc
from factcheck.archive.keys import compact, copy_key, entity_key
from factcheck.archive.runs import PLACE
from factcheck.archive.snapshot import Snapshot
from factcheck.archive.tables import claims_of
from factcheck.model import Claim, Document

COPIES = 3  # archived articles that one article of a draft is aligned with
_POSTINGS = 1_000  # a sentence in more articles is a form, such as that of a weather report
_WORLD = "world"
_NARROW = ("key", "doc", "version", "region", "time_start", "time_end")  # what decides; the rest is read for the chosen
_EPOCH = 719_163  # the ordinal of 1970-01-01
Compatible = Callable[[str | None, str | None], bool]


@dataclass(frozen=True, slots=True)
class Window:
    """How many archived claims of its region, and of others that fit, one claim is compared with."""

    most: int = 1_000  # the nearest in time
    days: float = inf  # no more than `beyond` of those that are so far off
    beyond: int = 1_000


DRAFT = Window()


@dataclass(slots=True)
class Candidates:
    """Archived claims to compare a draft with, the full text of likely copies, and how much was left out."""

    claims: list[Claim] = field(default_factory=list)
    copies: list[Document] = field(default_factory=list)
    cut: int = 0  # claims beyond the limit, further off in time


def same_region(a: str | None, b: str | None) -> bool:
    """True where two regions are the same, or neither narrows the world."""
    return (a or _WORLD) == (b or _WORLD)


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
    by_place: dict[tuple[str, int, str], Claim] = {}
    wanted = _wanted(claims, related)
    rivals = _without(archive.current(archive.find("claims", wanted, _NARROW), "doc"), drafts)
    chosen = _fitting(rivals, wanted, compatible, window, found)
    for table in (archive.fetch("claims", chosen), _by_copy(archive, claims, drafts, found)):
        for claim in claims_of(table):
            by_place[claim.doc, claim.start, claim.id] = claim
    found.claims = [by_place[key] for key in sorted(by_place)]
    return found


def _wanted(claims: Sequence[Claim], related: Mapping[str, Collection[str]]) -> dict[int, list[Claim]]:
    """The draft's claims by the keys under which their rivals stand."""
    wanted: dict[int, list[Claim]] = {}
    for claim in claims:
        if compact(claim.entity or ""):
            for metric in dict.fromkeys((claim.metric, *related.get(claim.metric, ()))):
                wanted.setdefault(entity_key(claim.entity or "", metric), []).append(claim)
    return wanted


def _without(rows: pa.Table, drafts: Collection[str]) -> pa.Table:
    return rows.filter(pc.invert(pc.is_in(rows["doc"], pa.array(sorted(drafts), pa.string()))))


def _fitting(
    rows: pa.Table, wanted: Mapping[int, list[Claim]], compatible: Compatible, window: Window, found: Candidates
) -> list[int]:
    """The places of the rows that fit a claim of the draft, for each claim the nearest."""
    rows = rows.take(pc.sort_indices(rows, [("key", "ascending")]))
    kept: set[int] = set()
    for key, (at, size) in _stretches(rows["key"]).items():
        group = rows.slice(at, size)
        for claim in wanted[key]:
            for chosen in _by_region(group, claim, compatible):
                near = _nearest(group, chosen, claim, window)
                found.cut += len(chosen) - len(near)
                kept.update(at + i for i in near)
    places: list[int] = rows[PLACE].take(pa.array(sorted(kept), pa.int64())).to_pylist()
    return places


def _stretches(keys: pa.ChunkedArray) -> dict[int, tuple[int, int]]:
    """Where each key of a sorted column begins, and how often it stands there."""
    found, at = {}, 0
    for pair in keys.value_counts().to_pylist():
        found[pair["values"]] = at, pair["counts"]
        at += pair["counts"]
    return found


def _by_region(group: pa.Table, claim: Claim, compatible: Compatible) -> Iterator[pa.Array]:
    """The rows of the claim's region, and those of others that fit."""
    regions = group["region"].unique().to_pylist()
    own = [region for region in regions if same_region(claim.region, region)]
    others = [region for region in regions if region not in own and compatible(claim.region, region)]
    for names in (own, others):
        if names:
            inside = pc.is_in(group["region"], pa.array(names, pa.string()))  # null is among them where None is
            yield pc.indices_nonzero(inside)


def _nearest(group: pa.Table, chosen: pa.Array, claim: Claim, window: Window) -> list[int]:
    """The chosen rows that lie in the window, the nearest in time; one without a date counts as just inside."""
    if len(chosen) <= window.beyond:
        return list(chosen.to_pylist())
    days = pc.fill_null(pc.cast(_days_off(group.take(chosen), claim), pa.float64()), window.days)
    inside = pc.sum(pc.less_equal(days, window.days)).as_py()
    first = pc.sort_indices(pa.table({"days": days}), [("days", "ascending")])
    return list(chosen.take(first[: max(window.beyond, min(inside, window.most))]).to_pylist())


def _days_off(rows: pa.Table, claim: Claim) -> pa.ChunkedArray:
    """The days between a claim and each row, none where they overlap; for one without a date the latest are nearest."""
    start, end = (pc.cast(rows[name], pa.int32()) for name in ("time_start", "time_end"))
    if not claim.time or not claim.time.end:
        return pc.negate(end)
    last = claim.time.end.toordinal() - _EPOCH
    first = claim.time.start.toordinal() - _EPOCH if claim.time.start else last
    return pc.max_element_wise(pc.subtract(start, last), pc.subtract(first, end), 0, skip_nulls=False)


def _by_copy(archive: Snapshot, claims: Sequence[Claim], drafts: Collection[str], found: Candidates) -> pa.Table:
    """The claims of the articles that share most sentences with those of a draft."""
    sentences: dict[int, set[str]] = {}
    for sentence, doc in sorted({(claim.sentence, claim.doc) for claim in claims}):
        key = copy_key(sentence)
        if key is not None:
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
    return archive.claim_rows(editions)


def _leading(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:COPIES]
