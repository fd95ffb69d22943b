"""Lists: what leads to one says how firmly each of its items is put forward."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.extract.plans import AHEAD, PLAIN
from factcheck.extract.words.sentences import Sentence, is_item
from factcheck.model import Claim, Stance


def carry(claims: list[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims, those of a list that a plan leads to being planned: the offer contains: * 3 million for repairs."""
    led = _led(sentences)
    return [_as_led(claim, led) for claim in claims] if led else claims


def _as_led(claim: Claim, led: Mapping[range, Stance]) -> Claim:
    stance = next((stance for span, stance in led.items() if claim.start in span), None)
    return replace(claim, stance=stance) if stance and claim.stance in PLAIN else claim


def _led(sentences: Sequence[Sentence]) -> dict[range, Stance]:
    """The places of the items of lists, each with what the sentence that leads to its list says of them."""
    found: dict[range, Stance] = {}
    lead: Stance | None = None
    paragraph = -1
    for sentence in sentences:
        if sentence.text.endswith(":"):
            lead, paragraph = _ahead(sentence), sentence.paragraph
        elif lead and sentence.paragraph == paragraph and is_item(sentence.text, 0):
            found[range(sentence.start, sentence.end)] = lead
    return found


def _ahead(sentence: Sentence) -> Stance | None:
    """The last word for something to come in a sentence."""
    cues = [(first, stance) for stance in AHEAD for first, _, _ in sentence.tokens.hits.get(stance, ())]
    return max(cues)[1] if cues else None
