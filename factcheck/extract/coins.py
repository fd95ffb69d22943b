"""Cents: whose they are, and dollars with their cents."""

from __future__ import annotations

from factcheck.extract.draft import Draft, Reading
from factcheck.extract.phrases import Phrases

FLOATING_CENTS = frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "ZAR", "KES", "TWD", "CHF"})


def settle_cents(reading: Reading, drafts: list[Draft], phrases: Phrases) -> list[Draft]:
    """Gives cents the currency of the sentence, else the usual one of the language; joins dollars and their cents."""
    code = next((draft.unit for draft in drafts if draft.unit in FLOATING_CENTS), phrases.cents_default)
    found: list[Draft] = []
    for draft in drafts:
        cents = draft.unit == "?"
        draft.unit = code if cents else draft.unit
        whole = found[-1] if found else None
        if cents and whole and whole.unit == code and whole.value % 1 == 0 and draft.value < 1:
            gap = reading.words[whole.last : draft.first]
            if not gap or (len(gap) == 1 and gap[0] in phrases.range_and):
                whole.value = float(f"{whole.value + draft.value:.15g}")
                whole.number.step, whole.number.decimals = 0.01, True
                whole.widen(whole.first, draft.last)
                continue
        found.append(draft)
    return found
