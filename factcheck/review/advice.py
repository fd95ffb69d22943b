"""What the desk's own decisions say of a rule."""

from __future__ import annotations

import math
from typing import Literal

from factcheck.archive.decisions import Precision

Advice = Literal["", "mute", "promote"]
_FEWEST = 8  # judged findings
_Z = 1.645  # of a 90 % interval
_MUTE, _PROMOTE = 0.5, 0.7


def advice(known: Precision) -> Advice:
    """Whether to mute a rule that is surely more often wrong than right, or to promote one that is surely right."""
    judged = known.confirmed + known.dismissed
    if judged < _FEWEST:
        return ""
    low, high = wilson(known.confirmed, judged)
    return "mute" if high < _MUTE else "promote" if low > _PROMOTE else ""


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The Wilson interval of a share of 90 % confidence."""
    share, square = right / judged, _Z * _Z
    centre = (share + square / (2 * judged)) / (1 + square / judged)
    reach = _Z / (1 + square / judged) * math.sqrt(share * (1 - share) / judged + square / (4 * judged * judged))
    return centre - reach, centre + reach
