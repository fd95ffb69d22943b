"""From a node to what it stands for: times of day, lengths, and words such as "now"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck import period as periods
from factcheck.extract.periods import steps
from factcheck.extract.periods.build_times import afternoon
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.reference import Reading, Reference, Resolver, made, resolve


def _now(node: Node, ref: Reference) -> Reading:
    if ref.published is None:
        return Reading(None, "now", "PRESENT_REF", "published")
    end = ref.published_end or ref.published
    return Reading(periods.days(ref.published, end).on_basis("resolved"), "now", "PRESENT_REF", "published")


def _ref(node: Node, ref: Reference) -> Reading:
    return Reading(None, "ref", node[1], "published")


def _launch(node: Node, ref: Reference) -> Reading:
    """ "Since then" counts from the day just spoken of; since when "since its launch" does, the article may not say."""
    first = ref.context.start if node[1] == "then" and ref.context else None
    if first is not None and ref.published is not None and first <= ref.published:
        return replace(made(periods.days(first, ref.published), "window", "", "context"), mod="since")
    today = str(ref.published or "") if node[1] == "today" else ""  # "until today" names a day, "so far" does not
    return Reading(None, "launch", today, "context", "since")


def _ytd(node: Node, ref: Reference) -> Reading | None:
    if ref.published is None:
        return None
    first = date(ref.published.year, 1, 1)
    return made(periods.days(first, ref.published), "window", f"{first.year}", "published")


def _clock(node: Node, ref: Reference) -> Reading:
    return Reading(None, "time", steps.clock_timex(node))


def _daypart(node: Node, ref: Reference) -> Reading:
    return Reading(None, "time", f"T{node[1]}")


def _clocks(node: Node, ref: Reference) -> Reading | None:
    first, last = resolve(node[1], ref), resolve(node[2], ref)
    return Reading(None, "time", f"{first.timex}/{last.timex}") if first and last else None


def _at(node: Node, ref: Reference) -> Reading | None:
    whole, when = resolve(node[1], ref), resolve(node[2], ref)
    if whole is None or when is None:
        return None
    day, _, daypart = whole.timex.partition("T")
    if daypart in ("AF", "EV", "NI"):
        when = resolve(afternoon(node[2]), ref) or when
    return replace(whole, timex="/".join(day + moment for moment in when.timex.split("/")))


def _dur(node: Node, ref: Reference) -> Reading:
    if isinstance(node[1], str):
        return Reading(None, "duration", node[1])
    return Reading(None, "duration", steps.duration_timex(node[1]))


def _set(node: Node, ref: Reference) -> Reading:
    value = node[1]
    if len(node) > 2:  # every Monday at 8: XXXX-WXX-1T08
        when = resolve(node[2], ref)
        day = _set(node[:2], ref).timex
        return Reading(None, "set", (day if day[0] == "X" else "") + (when.timex if when else ""))
    if isinstance(value, str):
        return Reading(None, "set", value)
    if value[0] == "daypart":
        return Reading(None, "set", f"T{value[1]}")
    if value[0] == "weekday":
        return Reading(None, "set", f"XXXX-WXX-{value[1] + 1}")
    return Reading(None, "set", steps.duration_timex(value[1]))


TIMES: dict[str, Resolver] = {
    "now": _now,
    "ref": _ref,
    "launch": _launch,
    "ytd": _ytd,
    "clock": _clock,
    "daypart": _daypart,
    "clocks": _clocks,
    "at": _at,
    "dur": _dur,
    "set": _set,
}
