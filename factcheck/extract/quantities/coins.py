"""Cents: whose they are, and dollars with their cents."""

from __future__ import annotations

from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.phrases import Phrases

FLOATING_CENTS = frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "ZAR", "KES", "TWD", "CHF"})


def settle_cents(reading: Reading, drafts: list[Draft], phrases: Phrases) -> list[Draft]:
    """Gives cents the currency of the sentence, else the usual one of the language; joins dollars and their cents."""
    code = next((draft.unit for draft in drafts if draft.unit in FLOATING_CENTS), phrases.cents_default)
    found: list[Draft] = []
    for draft in drafts:
        cents = draft.unit == "?"
        draft.unit = code if cents else draft.unit
        whole = found[-1] if found else None
        if whole and _is_change(reading, whole, draft, phrases):
            draft.value, cents, code = draft.value / 100, True, whole.unit
        if cents and whole and whole.unit == code and whole.value % 1 == 0 and draft.value < 1:
            gap = reading.words[whole.last : draft.first]
            if not gap or (len(gap) == 1 and (gap[0] in phrases.range_and or gap[0] in reading.rules.mixed)):
                whole.value = float(f"{whole.value + draft.value:.15g}")
                whole.number.step, whole.number.decimals = 0.01, True
                whole.widen(whole.first, draft.last)
                continue
        found.append(draft)
    return found


def _is_change(reading: Reading, whole: Draft, draft: Draft, phrases: Phrases) -> bool:
    """Whether a bare figure behind an amount of money is its cents: 15 dollars 50, 25 euros con 50."""
    number = draft.number
    if dimension(whole.unit) != "money" or whole.value % 1 or whole.number.scale != 1.0 or draft.unit != "count":
        return False
    if whole.last != whole.core[1] or whole.last == whole.number.last:
        return False
    two = len(reading.word(number.first)) == 2 if number.style == "digits" else 10 <= number.value < 100
    gap = reading.words[whole.last : draft.first]
    closed = draft.last >= len(reading.words) or not reading.words[draft.last][0].isalpha()
    joined = len(gap) == 1 and (gap[0] in phrases.range_and or gap[0] in reading.rules.mixed) and closed
    return two and number.form == "plain" and not number.decimals and (not gap or joined)
