"""What the forms of the review page ask the desk to do; each action returns the finding to show next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast
from urllib.parse import parse_qsl

from starlette.datastructures import FormData

from factcheck.archive.decisions import Scope, Verdict
from factcheck.errors import FactcheckError, Problem
from factcheck.review.desk import Desk
from factcheck.review.links import queue_link
from factcheck.review.queue import Filter


def filter_of(form: FormData) -> Filter:
    """The filter under which a form was shown."""
    return Filter.of(dict(parse_qsl(_text(form, "back"), keep_blank_values=True)))


def next_page(form: FormData, by: Filter, following: str) -> str:
    """Where to go when a form was carried out."""
    return "/desk" if form.get("to") == "desk" else queue_link(by, following)


def again(form: FormData) -> list[tuple[str, str]]:
    """The fields of a form, to send them once more and insist."""
    return [(name, str(value)) for name, value in form.multi_items() if name != "insist"]


def _decide(desk: Desk, who: str, form: FormData) -> str:
    seen, at, by = _seen(form), _text(form, "at"), filter_of(form)
    with desk.lock:
        desk.decide(who, cast(Verdict, _text(form, "verdict")), seen, _text(form, "why"), bool(form.get("insist")))
        return _following(desk, by, at) if at in seen else at


def _note(desk: Desk, who: str, form: FormData) -> str:
    at = _text(form, "at")
    desk.note(who, at, _seen(form).get(at, -1), _text(form, "text"))
    return at


def _assign(desk: Desk, who: str, form: FormData) -> str:
    desk.assign(who, _seen(form), _text(form, "assignee") or who)
    return _text(form, "at")


def _suppress(desk: Desk, who: str, form: FormData) -> str:
    at = _text(form, "at")
    scope, *numbers = _text(form, "scope").split() or [""]
    which = [int(number) for number in numbers if number.isdecimal()]
    version, expires = _seen(form).get(at, -1), _day(_text(form, "expires"))
    with desk.lock:
        desk.suppress(who, at, version, cast(Scope, scope), _text(form, "why"), expires, which)
        return _following(desk, filter_of(form), at)


def _undo(desk: Desk, who: str, form: FormData) -> str:
    for subject, version in _seen(form).items():
        desk.undo(who, subject, version)
        return _text(form, "at")
    return desk.undo_latest(who) or _text(form, "at")


def _following(desk: Desk, by: Filter, at: str) -> str:
    """The next finding; after the last one the first that is left, none where the filter has run empty."""
    if following := desk.queue.after(by, at):
        return following
    if desk.queue.holds(by, at):
        return at
    return next((item.id for item in desk.queue.page(by, 0)), "")


def _seen(form: FormData) -> dict[str, int]:
    """What a form is about, with versions as shown: the ticked findings, else the one at hand, or its cluster."""
    one = form.getlist("subject") + (form.getlist("member") if form.get("cluster") else [])
    pairs = [str(text).rpartition(":") for text in form.getlist("ticked") or one]
    return {subject: int(version) for subject, _, version in pairs if version.isdecimal()}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise FactcheckError(Problem("review", f"no date {text!r}", stage="review")) from error


def _text(form: FormData, name: str) -> str:
    return str(form.get(name, "")).strip()


ACTIONS: dict[str, Callable[[Desk, str, FormData], str]] = {
    "decide": _decide,
    "note": _note,
    "assign": _assign,
    "suppress": _suppress,
    "undo": _undo,
}
