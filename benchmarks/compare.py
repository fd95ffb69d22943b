"""Times the database engine over millions of generated claims against a sort of the same table, and checks its finds.

    python benchmarks/compare.py 1000000
    python benchmarks/compare.py 10000000 --memory 3GB

The generator is seeded: entities by Zipf's law, 40 metrics of four kinds, 30 regions, ten years; one figure in a
hundred is planted wrong.  What is timed is one run of every law of two roles, from the table to the pairs that may
break it; the sort is of the columns that such a run needs, by entity, metric, region and day.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time

from factcheck.compare.engines.duckdb import Database, connect
from factcheck.compare.engines.plans import plan_of
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.lawbook import load_laws
from factcheck.rulebook import load_rulebook

ENTITIES, METRICS, REGIONS, DAYS, FIRST_DAY = 200_000, 40, 30, 3650, 735_000
GENERATE = f"""
CREATE TABLE claims AS
WITH numbers AS (
    SELECT (i - $seed * 1000000000)::INTEGER AS ord, hash(i * 8) / 18446744073709551616.0 AS u1,
        hash(i * 8 + 1) AS h2, hash(i * 8 + 2) AS h3, hash(i * 8 + 3) AS h4, hash(i * 8 + 4) AS h5
    FROM range($seed * 1000000000, $seed * 1000000000 + $count) t(i)
), drawn AS (
    SELECT ord, (exp(u1 * ln({ENTITIES})))::INTEGER AS entity, (h2 % {METRICS})::INTEGER AS metric,
        (h3 % {REGIONS})::INTEGER AS region, (h4 % {DAYS})::INTEGER AS day, h5 % 100 = 0 AS planted, h5 FROM numbers
), timed AS (
    SELECT *, ['stock', 'cumulative', 'flow', 'event'][metric % 4 + 1] AS kind,
        CASE WHEN metric % 4 = 2 THEN CASE h5 % 7 WHEN 0 THEN 360 ELSE 30 END ELSE 1 END AS length,
        CASE WHEN metric % 4 = 3 THEN 0 ELSE day // length * length END AS start FROM drawn
), valued AS (
    SELECT *, 1e6 + hash(entity, metric, region) % 1000000
            + CASE metric % 4 WHEN 3 THEN 0 ELSE start * 100 END AS truth,
        CASE WHEN region = 0 THEN 40.0 ELSE 1.0 END * length AS scale FROM timed
)
SELECT ord, 'd' || ord // 10 AS doc, ord % 10 AS passage, 'd' || ord // 10 AS origin, 'e' || entity AS entity,
    CASE metric WHEN 0 THEN 'dau' WHEN 4 THEN 'mau' WHEN 2 THEN 'revenue' ELSE 'm' || metric END AS metric,
    kind, 'level' AS shape, 'count' AS unit, 'count' AS dimension, '' AS restrictors, NULL::VARCHAR AS whole,
    CASE WHEN region = 0 THEN 'world' ELSE $places[region] END AS region,
    CASE WHEN region = 0 THEN 'world' ELSE $places[region] END AS told_region,
    CASE WHEN h5 % 10 = 1 THEN 'headline' ELSE 'body' END AS zone, 'as_of' AS timekind, 'asserted' AS stance,
    TRUE AS fact, TRUE AS asserted, NULL::VARCHAR AS edtf,
    truth * scale * CASE WHEN planted THEN 30.0 ELSE 0.999 END AS low,
    truth * scale * CASE WHEN planted THEN 30.0 ELSE 1.001 END AS high,
    ({FIRST_DAY} + start)::INTEGER AS d0, ({FIRST_DAY} + start + length - 1)::INTEGER AS d1, planted
FROM valued
"""
PLACES = [
    "US", "CN", "JP", "DE", "IN", "GB", "FR", "IT", "BR", "CA", "RU", "KR", "AU", "ES", "MX", "ID", "NL", "SA", "TR",
    "CH", "PL", "SE", "BE", "AR", "NO", "AT", "NG", "IL", "IE",
]  # fmt: skip


def seconds(work: object, *given: object, **named: object) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    work(*given, **named)  # type: ignore[operator]
    return time.perf_counter() - began


def main() -> None:
    """Prints one line a law, and the ratio to the sort."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--memory", default="3GB")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    connection = connect(given.memory, given.threads)
    connection.execute(GENERATE, {"seed": given.seed, "count": given.count, "places": PLACES})
    engine = Database(connection, lambda order: None)  # type: ignore[arg-type,return-value]
    columns = "ord, entity, metric, region, d0, d1, low, high"
    sort = f"CREATE OR REPLACE TEMP TABLE sorted AS SELECT {columns} FROM claims ORDER BY entity, metric, region, d0"
    sorts = [seconds(connection.execute, sort) for _ in range(3)]
    connection.execute("DROP TABLE sorted")
    print(f"{given.count:,} claims; sort {statistics.median(sorts):.2f} s ({', '.join(f'{s:.2f}' for s in sorts)})")
    total = 0.0
    planted: set[int] = set()
    for law in load_laws(load_rulebook(), all_comparisons())[0].values():
        if law.declarative and len(law.claims) == 2:
            took = seconds(engine.pairs, plan_of(law))
            total += took
            pairs, hit = connection.execute("""
                SELECT count(*), count(*) FILTER (a.planted OR b.planted) FROM (SELECT DISTINCT * FROM pair) p
                JOIN claims a ON a.ord = p.one JOIN claims b ON b.ord = p.other""").fetchone()
            found = "SELECT DISTINCT ord FROM claims JOIN pair ON ord IN (one, other) WHERE planted"
            if given.count <= 1_000_000:
                planted |= {row[0] for row in connection.execute(found).fetchall()}
            print(f"{law.id:28} {took:6.2f} s {pairs:10,} pairs, {hit:,} with a planted figure")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"all laws {total:.2f} s = {total / statistics.median(sorts):.1f} times the sort; peak memory {peak:.2f} GB")
    if planted:
        print(f"planted figures in some pair: {len(planted):,}")


if __name__ == "__main__":
    main()
