"""The 64-bit keys that archived rows are sorted and found by; the same on every machine and in every release."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from hashlib import blake2b

from factcheck.compare.copies.sentences import numerals_of
from factcheck.model import Claim

MIN_WORDS = 6  # of a sentence that may betray a copy
_WORDS = re.compile(r"\w+")


def key_of(text: str) -> int:
    """The key of a name, signed as Parquet's int64 is."""
    return int.from_bytes(_digest(text, 8), "big", signed=True)


def claim_key(claim: Claim) -> int:
    """The key of a claim's entity and metric: one entity's claims stand together, and in them one metric's.

    A claim without an entity stands with its document, since it can only be compared there.
    """
    return _joined(compact(claim.entity or "") or f"\0{claim.doc}", claim.metric)


def entity_key(entity: str, metric: str) -> int:
    """The key under which the claims of an entity and a metric stand."""
    return _joined(compact(entity), metric)


def entity_range(entity: str) -> tuple[int, int]:
    """The first and the last key that claims of an entity can have."""
    head = _head(compact(entity))
    return _signed(head << 32), _signed(head << 32 | 0xFFFFFFFF)


def copy_key(sentence: str, numerals: Set[str] = frozenset()) -> int | None:
    """The key of a sentence without its numbers and the word after each, which may be a scale; None for a short one."""
    words = _WORDS.findall(sentence.lower())
    numbers = [word[0].isdigit() or word in numerals for word in words]
    bare = [word for i, word in enumerate(words) if not numbers[i] and (i == 0 or not numbers[i - 1])]
    return key_of(" ".join(bare)) if sum(map(str.isalpha, bare)) >= MIN_WORDS else None


def copy_keys(sentence: str, lang: str) -> set[int]:
    """The keys by which a sentence and its copies are found: with its number words, and without them."""
    keys = (copy_key(sentence), copy_key(sentence, numerals_of(lang)))
    return {key for key in keys if key is not None}


def compact(name: str) -> str:
    """Letters and digits only, lower case, as the entity gate compares names."""
    return "".join(filter(str.isalnum, name.casefold()))


@lru_cache(maxsize=65536)
def _joined(entity: str, metric: str) -> int:
    return _signed(_head(entity) << 32 | int.from_bytes(_digest(metric, 4), "big"))


def _head(entity: str) -> int:
    return int.from_bytes(_digest(entity, 4), "big")


def _signed(number: int) -> int:
    return number - (1 << 64) if number >> 63 else number


def _digest(text: str, size: int) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=size).digest()
