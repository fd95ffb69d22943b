"""What speaks for two claims stating one fact, for whoever asks about a pair."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.compare.arithmetic.precision import exclude
from factcheck.compare.identity.evidence import AGREE_BAR, BAR, Evidence
from factcheck.compare.identity.weigh import Identity
from factcheck.compare.view import views
from factcheck.model import Claim, Document
from factcheck.rulebook import Rulebook


def one_fact(a: Claim, b: Claim, documents: Iterable[Document], rulebook: Rulebook) -> Evidence:
    """The evidence that two claims state one fact."""
    first, second = views((a, b), rulebook)
    evidence = Identity({document.id: document for document in documents}, rulebook).weigh(first, second)
    evidence.needed = BAR if exclude(first, second) else AGREE_BAR
    return evidence
