"""The SQL of a plan: a base table of the claims that may play, and passes over it that each give pairs.

A pass first compares cells (claims of one key and one time, by their extreme ends), and opens only those cells that
may hold a broken pair: a set of intervals has two that lie apart exactly when max(low) > min(high).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.engines.conditions import ANYTHING, monotone, side
from factcheck.compare.engines.plans import Plan
from factcheck.compare.gates import EVENT_DAYS
from factcheck.compare.scope import WORLD

HOT = 256  # claims of one key and time beyond which each is held against what most say, not against all
PARTNERS = 50  # claims that one claim is paired with in a law about times, the nearest first
_UNDATED = -(10**12)  # the last day of a cell that has words for its time and no date
_CELL = "g, place, c0, c1"


def base(plan: Plan) -> str:
    """The claims that may play a role, with their keys: g across articles, h within one."""
    keys = ", ".join(plan.shared) or "0"
    where = f"(({plan.first}) OR ({plan.second}))" + (" AND asserted" if plan.facts_only else "")
    where += " AND region IS NOT NULL" if plan.inside else ""
    return f"""CREATE OR REPLACE TEMP TABLE base AS
        SELECT ord, doc, origin, region, d0, d1, low, high,
            hash({", ".join((keys, *plan.across))}) AS g, hash({keys}) AS h, {plan.place or "''"} AS place,
            coalesce(d0, (hash(edtf) >> 2)::BIGINT) AS c0, coalesce(d1, {_UNDATED}) AS c1,
            kind = 'flow' AS flow, kind = 'event' AS event, ({plan.loose}) AS loose,
            region IS NULL AND told_region IS NOT NULL AS guessed,
            ({plan.first}) AS first, ({plan.second}) AS second
        FROM claims WHERE {where}"""


def guessed_places() -> str:
    """Where an article's home stands in for a region, its figures meet all those without one, too."""
    return f"""INSERT INTO base SELECT * REPLACE ('' AS place) FROM base
        WHERE (region IS NULL OR region = '{WORLD}') AND g IN (SELECT g FROM base WHERE guessed)"""


def cells() -> str:
    """The extreme ends of all claims of one key and time, for each role."""
    return f"""CREATE OR REPLACE TEMP TABLE cells AS
        SELECT {_CELL}, bool_and(flow) AS flow, bool_or(event) AS event, count(*) AS n, c0 AS d0, c1 AS d1,
            max(low) FILTER (first) AS low_1, min(high) FILTER (first) AS high_1,
            max(low) FILTER (second) AS low_2, min(high) FILTER (second) AS high_2
        FROM base WHERE c0 IS NOT NULL GROUP BY {_CELL}"""


def links(plan: Plan) -> str:
    """Pairs of different times at which claims may meet: overlapping ones, or one in the other as the law says."""
    periods = f"(SELECT DISTINCT c0 AS d0, c1 AS d1 FROM cells WHERE c1 <> {_UNDATED})"
    share = "(least(a.d1, b.d1) - greatest(a.d0, b.d0) + 1) / (greatest(a.d1 - a.d0, b.d1 - b.d0) + 1)"
    alike = f"{share} >= 0.45 AND (a.d0 <> b.d0 OR a.d1 <> b.d1)"
    return f"""CREATE OR REPLACE TEMP TABLE links AS
        SELECT a.d0 AS p0, a.d1 AS p1, b.d0 AS q0, b.d1 AS q1, {share} AS share
        FROM {periods} a JOIN {periods} b ON a.d0 <= b.d1 AND b.d0 <= a.d1
        WHERE {plan.ordered(side("a"), side("b")) if plan.times == "within" else alike}"""


def suspects(plan: Plan, *, all_pairs: bool) -> Iterator[str]:
    """Pairs of cells in which claims may break the law; with `all_pairs` all cells that may meet."""
    columns = "a.g, a.place AS place, b.place AS other, a.c0 AS c0, a.c1 AS c1, b.c0 AS e0, b.c1 AS e1"
    met = "JOIN cells b ON b.g = a.g AND b.place = a.place"
    if plan.inside:
        met = "JOIN inside i ON i.part = a.place JOIN cells b ON b.g = a.g AND b.place = i.whole"
    linked = f"cells a JOIN links l ON a.c0 = l.p0 AND a.c1 = l.p1 {met} AND b.c0 = l.q0 AND b.c1 = l.q1"
    test = "a.low_1 IS NOT NULL AND b.low_2 IS NOT NULL AND " + _cells_fail(plan, "a", "b", all_pairs)
    if plan.times == "within":
        yield f"SELECT {columns} FROM {linked} WHERE {test}"
        return
    yield f"SELECT {columns} FROM {linked} WHERE l.share >= CASE WHEN a.flow THEN 0.9 ELSE 0.45 END AND {test}"
    if plan.inside:
        yield f"SELECT {columns} FROM cells a {met} AND b.c0 = a.c0 AND b.c1 = a.c1 WHERE {test}"
    else:
        small = f"a.n BETWEEN 2 AND {HOT}" if plan.alike else "a.n > 1"
        own = f"a.low_1 IS NOT NULL AND a.low_2 IS NOT NULL AND {_cells_fail(plan, 'a', 'a', all_pairs)}"
        yield f"SELECT a.g, a.place, a.place, a.c0, a.c1, a.c0, a.c1 FROM cells a WHERE {small} AND {own}"
    yield f"""SELECT {columns} FROM cells a {met} AND b.event AND (a.c0 <> b.c0 OR a.c1 <> b.c1)
        AND b.c0 // {EVENT_DAYS} BETWEEN a.c0 // {EVENT_DAYS} - 2 AND a.c0 // {EVENT_DAYS} + 2
        WHERE a.event AND a.c1 <> {_UNDATED} AND b.c1 <> {_UNDATED} AND {test}"""


def pairs_of_suspects(plan: Plan, *, all_pairs: bool) -> str:
    """The pairs inside the cells of the table `suspect`."""
    return f"""SELECT a.ord, b.ord FROM suspect s
        JOIN base a ON a.g = s.g AND a.place = s.place AND a.c0 = s.c0 AND a.c1 = s.c1
        JOIN base b ON b.g = s.g AND b.place = s.other AND b.c0 = s.e0 AND b.c1 = s.e1
        WHERE {_pair(plan, all_pairs)}"""


def hot_pairs(plan: Plan, *, all_pairs: bool) -> str:
    """In a hot cell each claim against the first of those that hold the value which most origins share.

    A running sum of +1 where an interval begins and -1 where it ends finds that value; one origin counts once.
    """
    votes = f"(SELECT DISTINCT {_CELL}, origin, low, high FROM held)"
    return f"""WITH hot AS (SELECT {_CELL} FROM cells a WHERE n > {HOT} AND {_cells_fail(plan, "a", "a", all_pairs)}),
        held AS (SELECT b.* FROM base b JOIN hot USING ({_CELL})),
        ends AS (SELECT {_CELL}, low AS point, 1 AS step FROM {votes}
                 UNION ALL SELECT {_CELL}, high, -1 FROM {votes}),
        depth AS (SELECT *, sum(step) OVER (PARTITION BY {_CELL} ORDER BY point, step DESC
                  ROWS UNBOUNDED PRECEDING) AS votes FROM ends),
        peak AS (SELECT {_CELL}, arg_max(point, (votes, -point)) AS point FROM depth GROUP BY {_CELL}),
        chosen AS (SELECT {_CELL}, min(ord) AS ord FROM held JOIN peak USING ({_CELL})
                   WHERE low <= point AND point <= high GROUP BY {_CELL}),
        a AS (SELECT held.* FROM held JOIN chosen USING ({_CELL}, ord))
        SELECT least(a.ord, b.ord), greatest(a.ord, b.ord) FROM a JOIN held b USING ({_CELL})
        WHERE a.ord <> b.ord AND {_fails(plan, all_pairs)}"""


def loose_pairs(plan: Plan, *, all_pairs: bool) -> Iterator[str]:
    """Pairs that meet in one article only, and events that lack a date or a place."""
    test = _pair(plan, all_pairs)
    inside = "JOIN inside i ON i.part = a.place AND i.whole = b.place" if plan.inside else ""
    tie = ANYTHING if plan.times == "article" else "(a.loose OR b.loose)"
    yield f"SELECT a.ord, b.ord FROM base a JOIN base b ON b.h = a.h AND b.doc = a.doc {inside} WHERE {tie} AND {test}"
    if plan.times != "article":
        vague = f"(SELECT * FROM base WHERE event AND (d0 IS NULL OR region IS NULL OR d1 - d0 > {EVENT_DAYS}))"
        for one, other in ((vague, "base"), ("base", vague)):
            yield f"""SELECT a.ord, b.ord FROM {one} a JOIN {other} b ON b.g = a.g {inside}
                WHERE a.event AND b.event AND {test}"""


def ordered_pairs(plan: Plan) -> str:
    """Pairs of a law in which one time comes before the other: each claim against the extremes of all before it."""
    early, late = ("second", "first") if plan.swapped else ("first", "second")
    reach = "UNBOUNDED" if plan.within is None else str(plan.within)
    far = "" if plan.within is None else f"AND s.d0 - e.d0 <= {plan.within}"
    before = side("run", "_before")
    extremes = (side("run"), before) if plan.swapped else (before, side("run"))
    pair = (side("s"), side("e")) if plan.swapped else (side("e"), side("s"))
    one, other = ("s", "e") if plan.swapped else ("e", "s")
    return f"""WITH run AS (SELECT *, max(CASE WHEN {early} THEN low END) OVER before AS low_before,
                min(CASE WHEN {early} THEN high END) OVER before AS high_before
            FROM base WHERE d0 IS NOT NULL
            WINDOW before AS (PARTITION BY g, place ORDER BY d0 RANGE BETWEEN {reach} PRECEDING AND 1 PRECEDING)),
        s AS (SELECT * FROM run WHERE {late} AND low_before IS NOT NULL
            AND {plan.broken(*extremes) if monotone(plan.expect) else ANYTHING})
        SELECT {one}.ord, {other}.ord
        FROM s JOIN base e ON e.g = s.g AND e.place = s.place AND e.{early} AND e.d0 < s.d0 {far}
        WHERE {plan.ordered(*pair)} AND {plan.broken(*pair)}
        QUALIFY row_number() OVER (PARTITION BY s.ord ORDER BY s.d0 - e.d0, e.ord) <= {PARTNERS}"""


def free_pairs(plan: Plan) -> str:
    """Pairs of a law that says nothing of times."""
    return f"SELECT a.ord, b.ord FROM base a JOIN base b ON b.h = a.h WHERE {_pair(plan, all_pairs=False)}"


def _pair(plan: Plan, all_pairs: bool) -> str:
    order = "a.ord < b.ord" if plan.alike else "a.ord <> b.ord"
    return f"a.first AND b.second AND {order} AND {plan.ordered(side('a'), side('b'))} AND {_fails(plan, all_pairs)}"


def _fails(plan: Plan, all_pairs: bool) -> str:
    return ANYTHING if all_pairs else plan.broken(side("a"), side("b"))


def _cells_fail(plan: Plan, a: str, b: str, all_pairs: bool) -> str:
    if all_pairs or not monotone(plan.expect):
        return ANYTHING
    return plan.broken(side(a, "_1"), side(b, "_2"))
