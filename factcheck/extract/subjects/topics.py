"""What an article is about as a whole: every name and noun phrase of it is weighed by where it stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from factcheck.extract.subjects.marks import marked
from factcheck.extract.subjects.standing import Standing
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.yamlfile import read_yaml

LEAST = -5.0  # the log of a share that is as good as none


@cache
def weights() -> dict[str, float]:
    """What each mark of a candidate adds to its weight, by name; fitted to hand-made claims."""
    return {str(name): float(value) for name, value in read_yaml(Path(__file__).with_name("topics.yml")).items()}


def topicality(
    sentences: Sequence[Sentence], standings: Mapping[str, Standing], persons: frozenset[str],
    vocabulary: Vocabulary, title: str | None = None,
) -> dict[str, float]:  # fmt: skip
    """The log of the share of belief that an article is about each of its candidates, the likeliest first.

    `title` is that of the page or sidecar, for a text that does not print its headline.
    """
    weight = weights().get
    totals = {
        candidate: round(sum([weight(name, 0.0) * value for name, value in marks.items()]), 6)
        for candidate, marks in marked(sentences, standings, persons, vocabulary, title).items()
    }
    top = max(totals.values(), default=0.0)
    whole = math.log(sum(math.exp(total - top) for total in totals.values())) if totals else 0.0
    ranked = sorted(totals, key=lambda candidate: (-totals[candidate], candidate))
    return {candidate: max(LEAST, totals[candidate] - top - whole) for candidate in ranked}
