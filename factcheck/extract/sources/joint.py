"""Several who say something together, and those who only pass on what another says."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.offices import Party
from factcheck.extract.sources.credit import Credit
from factcheck.extract.words.sentences import Sentence

_CITED = 3  # tokens between a verb of saying and the words that lead to whose it is: reported, citing the police


def together(party: Party, speaking: Sequence[Party], sentence: Sentence) -> Party:
    """The party with whoever is joined to it on either side: Ana Ruiz and Tom Berg."""
    before = next((other for other in speaking if _joins(other, party, sentence)), None)
    if before:
        return before[0], party[1], f"{before[2]} {sentence.tokens.span(before[1], before[1] + 1)} {party[2]}"
    behind = next((other for other in speaking if _joins(party, other, sentence)), None)
    if behind:
        return party[0], behind[1], f"{party[2]} {sentence.tokens.span(party[1], party[1] + 1)} {behind[2]}"
    return party


def origins(found: Sequence[Credit], sentence: Sentence) -> list[Credit]:
    """The credits but for those who only cite another: Orlin Press reported, citing the police."""
    tokens = sentence.tokens
    if any(not credit.told for credit in found):  # Ana Ruiz, a spokeswoman for the agency, said
        spoken = tokens.first("spokesperson")
        found = [
            credit for credit in found if not credit.told or spoken.keys().isdisjoint((credit.cue, credit.cue + 1))
        ]
    cited = [credit for credit in found if credit.cue in tokens.first("origins")]
    kept = [
        credit for credit in found
        if credit.told or not any(0 < origin.cue - credit.cue <= _CITED for origin in cited)
    ]  # fmt: skip
    told = min((credit.last for credit in kept if credit.told), default=len(tokens))
    return [credit for credit in kept if credit.cue not in tokens.first("relayed") or told > credit.cue]


def _joins(one: Party, other: Party, sentence: Sentence) -> bool:
    """Whether only a word for "and", and an article, stands between two parties, who are not the same."""
    tokens = sentence.tokens
    if one[1] not in tokens.first("joins") or one[2] == other[2]:
        return False
    article = tokens.first("determiner").get(one[1] + 1)
    return other[0] in (one[1] + 1, article[0] if article else one[1] + 1)
