"""The comparisons that a law cannot say, by the name that its `expect` calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.compare import plausibility, titles
from factcheck.compare.arithmetic import (
    changes,
    directions,
    grim,
    measures,
    multiples,
    parts,
    products,
    ratios,
    shares,
    wholes,
)
from factcheck.compare.context import Context
from factcheck.compare.dates import events as event_dates
from factcheck.compare.diagnosis import slips
from factcheck.compare.identity import opposites, restatement, wordings
from factcheck.compare.laws.law import Law
from factcheck.model import Finding

Comparison = Callable[[Law, Context], Iterable[Finding]]

COMPARISONS: dict[str, Comparison] = {
    "bounds_agree": wordings.other_bounds,
    "change_fits_levels": changes.changes,
    "conversion_fits_rate": restatement.conversions,
    "copies_agree": restatement.altered_figures,
    "direction_fits_levels": directions.directions,
    "duration_fits_dates": plausibility.durations,
    "event_has_one_date": event_dates.event_dates,
    "headline_is_in_text": titles.titles_in_text,
    "moves_agree": opposites.opposite_moves,
    "multiple_fits_terms": multiples.multiples,
    "part_fits_whole": parts.parts_within,
    "parts_fit_whole": parts.sums_of_parts,
    "periods_agree": wordings.other_periods,
    "product_fits_total": products.products,
    "ratio_fits_terms": ratios.ratios,
    "share_comes_from_cases": grim.shares_of_cases,
    "share_fits_part_and_whole": shares.shares,
    "shares_imply_one_whole": wholes.wholes,
    "slip_in_article": slips.slips_in_article,
    "sources_agree": measures.sources_agree,
    "unit_fits_metric": plausibility.unit_misfits,
    "value_is_plausible": plausibility.out_of_range,
}


def all_comparisons() -> dict[str, Comparison]:
    """The comparisons above and those that other packages add."""
    from factcheck import plugins

    return {**plugins.comparisons(), **COMPARISONS}
