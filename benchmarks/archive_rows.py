"""Generated claims for the benchmarks of the archive, all from one seed.

Entities by Zipf's law, 40 metrics of four kinds, 30 regions, ten years. Each entity, metric and region has a true value
that grows; one figure in a hundred is told thirty times too large.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import pyarrow as pa

from factcheck.archive.keys import entity_key
from factcheck.archive.tables import SCHEMAS
from factcheck.interval import Interval
from factcheck.model import Claim, Document
from factcheck.period import days, on

ENTITIES, DAYS, PLANTED = 100_000, 3650, 100
FIRST_DAY, EPOCH = 16_436, 719_163  # 2015-01-01 in days since 1970; the ordinal of 1970-01-01
STOCK, CUMULATIVE, FLOW, EVENT = range(4)
# Of kinds by turns: stock, cumulative, flow, event
METRICS = (
    "dau", "downloads", "flights", "attendance", "mau", "comments", "complaints", "closures", "accounts", "goals",
    "applications", "hires", "aircraft", "likes", "concerts", "job_cuts", "apprentices", "matches", "graduates",
    "launches", "banks", "patents", "accidents", "openings", "buildings", "posts", "attacks", "participants", "cars",
    "nominations", "cyberattacks", "protesters", "companies", "awards", "deportations", "recalls", "charging_points",
    "defeats", "bankruptcies", "flights_cancelled",
)  # fmt: skip
REGIONS = [
    "world", "US", "CN", "JP", "DE", "IN", "GB", "FR", "IT", "BR", "CA", "RU", "KR", "AU", "ES", "MX", "ID", "NL", "SA",
    "TR", "CH", "PL", "SE", "BE", "AR", "NO", "AT", "NG", "IL", "IE",
]  # fmt: skip
WORDS = np.array(["harbour", "line", "carried", "guests", "more", "than", "ever", "before", "said", "its", "chief"])
_TEXTS = {
    "kind": "level", "unit": "count", "bound": "exact", "stance": "asserted", "zone": "body", "lang": "en",
    "confidence": "high", "entity_basis": "subject", "region_basis": "stated", "time_basis": "stated",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawn:
    """Claims as numbers, one array a slot."""

    entity: np.ndarray
    metric: np.ndarray
    region: np.ndarray
    start: np.ndarray  # days since 1970
    end: np.ndarray
    truth: np.ndarray
    value: np.ndarray


def entity_name(number: int) -> str:
    return f"Firm {number}"


def draw(rng: np.random.Generator, count: int, firms: int = 0) -> Drawn:
    """Claims by the dice, all about as many firms as are asked for, or each about one of its own."""
    entity, metric = _zipf(rng, firms or count), rng.integers(0, len(METRICS), count)
    entity = rng.choice(entity, count) if firms else entity
    region, day = rng.integers(0, len(REGIONS), count), rng.integers(0, DAYS, count)
    kind = metric % 4
    length = np.where(kind == FLOW, 30, 1)
    start = np.where(kind == EVENT, day // 365 * 365, day // length * length)  # an event a year
    truth = 1000 + _mixed(entity, metric, region) % 1000 + start * 0.1
    value = np.round(truth * length * np.where(region == 0, 40, 1))
    return planted(rng, Drawn(entity, metric, region, FIRST_DAY + start, FIRST_DAY + start + length - 1, value, value))


def planted(rng: np.random.Generator, drawn: Drawn) -> Drawn:
    """The claims with one figure in a hundred told too large."""
    return replace(drawn, value=drawn.truth * np.where(rng.integers(0, PLANTED, len(drawn.truth)) == 0, 30, 1))


def tables(rng: np.random.Generator, count: int, first_doc: int) -> dict[str, pa.Table]:
    """The rows of an archive, ten claims a document."""
    drawn = draw(rng, count)
    doc = np.char.add("news/", (first_doc + np.arange(count) // 10).astype(str))
    start, end = (pa.array(days, pa.int32()).cast(pa.date32()) for days in (drawn.start, drawn.end))
    quote = drawn.value.astype(np.int64).astype(str)
    sentence = WORDS[rng.integers(0, len(WORDS), count)]
    for word in [*(WORDS[rng.integers(0, len(WORDS), count)] for _ in range(7)), quote]:
        sentence = np.char.add(np.char.add(sentence, " "), word)
    iso = start.cast(pa.string())
    given = {
        "key": _keys(drawn), "version": np.ones(count, np.int64), "doc": doc, "sentence": sentence, "quote": quote,
        "id": rng.integers(0, 2**63, count).astype(str), "start": np.arange(count) % 10 * 100,
        "end": np.arange(count) % 10 * 100 + 9, "sentence_start": np.arange(count) % 10 * 100,
        "entity": np.char.add("Firm ", drawn.entity.astype(str)), "metric": np.array(METRICS)[drawn.metric],
        "value": drawn.value, "low_allowed": drawn.value, "high_allowed": drawn.value, "low_stated": drawn.value,
        "high_stated": drawn.value, "time_start": start, "time_end": end, "time_edtf": iso, "published": iso,
        "timekind": np.where(drawn.metric % 4 == FLOW, "during", "as_of"),
        "region": np.array(REGIONS)[drawn.region], "frame": _frames(drawn.metric),
    }  # fmt: skip
    documents = np.unique(doc)
    article = {"key": rng.integers(-(2**63), 2**63, len(documents)), "id": documents, "path": documents,
               "article": documents, "version": np.ones(len(documents), np.int64)}  # fmt: skip
    copies = {"key": rng.integers(-(2**63), 2**63, count), "doc": doc, "version": np.ones(count, np.int64)}
    return {
        "claims": _filled(SCHEMAS["claims"], count, given, _TEXTS),
        "documents": _filled(SCHEMAS["documents"], len(documents), article, {"text": "A short text.", "lang": "en"}),
        "copies": _filled(SCHEMAS["copies"], count, copies, {}),
    }


def article(seed: int, name: str, count: int, *, firms: int = 0, version: int = 1) -> tuple[Document, list[Claim]]:
    """An article with claims on firms as frequent as in the archive; a later version has its slips elsewhere."""
    rng = np.random.default_rng(seed)
    drawn, words = draw(rng, count, firms), WORDS[rng.integers(0, len(WORDS), (count, 8))]
    for _ in range(version - 1):
        drawn = planted(rng, drawn)
    sentences = [f"{' '.join(row)} {value:.0f}." for row, value in zip(words, drawn.value, strict=True)]
    starts = np.cumsum([0, *(len(sentence) + 1 for sentence in sentences)]).tolist()
    claims = [_claim(drawn, i, name, sentences[i], starts[i]) for i in range(count)]
    return Document(name, name, "\n".join(sentences), "en", published=on(date(2025, 1, 1))), claims


def _claim(drawn: Drawn, i: int, doc: str, sentence: str, start: int) -> Claim:
    value, metric = float(drawn.value[i]), int(drawn.metric[i])
    quote = f"{value:.0f}"
    first = date.fromordinal(EPOCH + int(drawn.start[i]))
    last = first + timedelta(int(drawn.end[i] - drawn.start[i]))
    return Claim(
        f"c{i}-{quote}", doc, start + len(sentence) - 1 - len(quote), start + len(sentence) - 1, quote, sentence,
        entity_name(int(drawn.entity[i])), METRICS[metric], "level", value, "count", "exact", Interval.point(value),
        Interval.point(value), time=days(first, last), timekind="during" if metric % 4 == FLOW else "as_of",
        region=REGIONS[int(drawn.region[i])], published="2025-01-01", sentence_start=start, frame=_frame(metric),
    )  # fmt: skip


def _frame(metric: int) -> tuple[str, ...]:
    """The words beyond the slots, here the same in each clause on a metric."""
    return tuple(f"{word}{metric}" for word in ("count", "report", "year"))


def _frames(metric: np.ndarray) -> pa.Array:
    frames = pa.array([_frame(i) for i in range(len(METRICS))], pa.list_(pa.string()))
    return frames.take(pa.array(metric))


def _zipf(rng: np.random.Generator, count: int) -> np.ndarray:
    return np.searchsorted(_weights(), rng.random(count))


@lru_cache(maxsize=1)
def _weights() -> np.ndarray:
    weights = 1 / np.arange(1, ENTITIES + 1)
    return np.cumsum(weights / weights.sum())


def _mixed(*parts: np.ndarray) -> np.ndarray:
    """A number that the parts alone decide and that looks like chance."""
    mixed = np.zeros(len(parts[0]), np.uint64)
    for part in parts:
        mixed = (mixed * np.uint64(1_000_003)) ^ (part.astype(np.uint64) * np.uint64(2_654_435_761))
    return (mixed >> np.uint64(7)).astype(np.int64)


@lru_cache(maxsize=1)
def _halves() -> tuple[np.ndarray, np.ndarray]:
    """What `entity_key` makes of each entity, and of each metric."""
    mask = 0xFFFFFFFF
    heads = np.array([entity_key(entity_name(i), "") >> 32 & mask for i in range(ENTITIES)], np.uint64)
    tails = np.array([entity_key("", metric) & mask for metric in METRICS], np.uint64)
    return heads << np.uint64(32), tails


def _keys(drawn: Drawn) -> np.ndarray:
    heads, tails = _halves()
    return (heads[drawn.entity] | tails[drawn.metric]).view(np.int64)


def _filled(schema: pa.Schema, count: int, given: dict[str, object], texts: dict[str, str]) -> pa.Table:
    """A table whose other columns are empty."""
    arrays = []
    for field in schema:
        if field.name in given:
            column = given[field.name]
            arrays.append(column if isinstance(column, pa.Array) else pa.array(column, field.type))
        elif field.name in texts:
            arrays.append(pa.repeat(texts[field.name], count))
        elif pa.types.is_boolean(field.type) or pa.types.is_integer(field.type):
            arrays.append(pa.repeat(0, count).cast(field.type))
        else:
            arrays.append(pa.nulls(count, field.type))
    return pa.Table.from_arrays(arrays, schema=schema)
