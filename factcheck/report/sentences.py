"""The sentences that sum a run up: the verdict, and what was covered."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Result
from factcheck.report.phrases import counted, plural
from factcheck.report.rows import coverage, problems, summary


def verdict(result: Result) -> str:
    """One line with the counts of the run, also where all is well."""
    counts = summary(result)
    read = f"{plural(counts['claims'], 'claim')} in {plural(counts['documents'], 'document')}"
    found = [counted(severity, number) for severity, number in counts["severities"].items() if number]
    if not counts["claims"]:
        found.insert(0, "nothing to compare")
    elif not counts["severities"]["conflict"] and not counts["severities"]["tension"]:
        found.insert(0, "no figures that contradict each other")
    trouble = f"; {plural(len(problems(result)), 'problem')} on the way" if problems(result) else ""
    return f"{read}: {', '.join(found)}{trouble}."


def covered(result: Result) -> Iterator[str]:
    """What the run could and could not read, date and compare, a sentence each."""
    facts = coverage(result)
    languages = ", ".join(f"{number:,} {lang}" for lang, number in facts["languages"].items())
    read = plural(len(result.documents), "document")
    yield f"{read} read ({languages or 'none'}), {facts['characters']:,} characters."
    for key, text in (
        ("documents_without_date", "without a publication date"),
        ("documents_without_claims", "without any claim"),
    ):
        if facts[key]:
            yield f"{plural(len(facts[key]), 'document')} {text}: {_list(facts[key])}."
    slots = [
        f"{facts[f'claims_without_{slot}']:,} without {word}"
        for slot, word in (("entity", "an entity"), ("time", "a date"), ("metric", "a known metric"))
        if facts[f"claims_without_{slot}"]
    ]
    if slots:
        yield f"Of {plural(len(result.claims), 'claim')}, {', '.join(slots)}."
    if facts["claims_hypothetical"]:
        yield f"{plural(facts['claims_hypothetical'], 'claim')} about plans, forecasts or rumours."
    for key, value in facts["compared"].items():
        yield f"{key.replace('_', ' ').capitalize()}: {_value(value)}."


def _list(names: list[str], shown: int = 5) -> str:
    more = [f"and {len(names) - shown:,} more"] if len(names) > shown else []
    return ", ".join([*names[:shown], *more])


def _value(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{str(key).replace('_', ' ')} {_value(part)}" for key, part in value.items())
    return f"{value:,}" if isinstance(value, int) else str(value)
