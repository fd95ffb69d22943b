"""Which of the expressions that a sentence could hold outrank others, and what stands in their way."""

from __future__ import annotations

from factcheck.extract.periods.atoms import PREFIX
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.steps import PARTS_OF_YEAR
from factcheck.extract.words.tokens import Tokens

_MODERN = 1700
_WHOLE = 2  # words of "the year"


def is_weekday(node: Node) -> bool:
    """Whether a node is a weekday, with "this" or "last" at most."""
    return "weekday" in (node[0], node[2][0] if node[0] == "rel" else None)


def in_name(i: int, tokens: Tokens) -> bool:
    """Whether a word is one of several with a capital: the Winter Games."""
    return i > 0 and i + 1 < len(tokens) and tokens.forms[i][0].isupper() and tokens.forms[i + 1][0].isupper()


def ends_in_number(j: int, node: Node, tokens: Tokens) -> bool:
    """Whether a bare number ends an hour or a day without its month: Monday 21, at 5, a las ocho."""
    while node[0] in ("at", "open", "clocks"):
        node = node[2]
    bare = node[0] == "weekday_day" or (node[0] in ("clock", "day") and node[2] is None)
    return bare and (
        tokens.forms[j - 1].isdigit() or any(last == j for _, last, _ in tokens.hits.get(PREFIX + "NUM", ()))
    )


def ends_in_old_year(j: int, node: Node, tokens: Tokens) -> bool:
    """Whether the year of a day or month is one that newspapers seldom print: 12 October 1000."""
    while node[0] in ("range", "open"):
        node = node[2]
    dated = node[0] in ("day", "month") and isinstance(node[1], tuple) and node[1][0] == "year"
    return dated and node[1][1] < _MODERN and tokens.forms[j - 1] == str(node[1][1])


def precedence(item: tuple[int, int, Node]) -> tuple[int, int, int]:
    """What puts the expressions of a sentence in order: those that outrank others, the longer, the earlier."""
    whole = item[2][0] == "whole" and item[2][1] != "weekend"  # le week-end is no longer for its hyphen
    full = whole and item[1] - item[0] > _WHOLE  # "the full year" outranks "full year"
    return 0 if full else _rank(item[2]), item[0] - item[1], item[0]


def _rank(node: Node) -> int:
    if node[0] == "set":
        return 1 if isinstance(node[1], str) and len(node) == 2 else -1  # "every Monday" outranks "Monday at 4"
    if node[0] == "window" and node[3] is None and node[2][1][-1][1] in PARTS_OF_YEAR:
        return 1  # "last quarter of 2004" outranks "in the last quarter"
    if node == ("daypart", "NI") or (node[0] == "day" and node[2] is None):
        return 1  # "two nights" outranks "nights", "7th of January" outranks "on the 7th"
    return {"dur": 1, "within": 1, "now": 1, "ref": 1, "whole": 2}.get(node[0], 0)
