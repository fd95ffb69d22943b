"""The DuckDB engine: a law's typed form becomes SQL, and SQL finds the claims that may break it.

What a law's author wrote never becomes SQL: names of metrics and units are parameters, everything else is chosen from
fixed texts. The connection has no files, no network and no extensions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from factcheck.compare.blocks import admitted, block_key, plays
from factcheck.compare.engines import passes
from factcheck.compare.engines.plans import Plan, plan_of
from factcheck.compare.engines.table import COLUMNS, arrow_table
from factcheck.compare.laws.law import Law
from factcheck.compare.scope import region_inside
from factcheck.compare.view import View
from factcheck.errors import FactcheckError, Problem

_CLOSED: dict[str, Any] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
}


class Database:
    """Finds candidates among claims that stand in a table."""

    def __init__(self, connection: Any, view: Callable[[int], View]) -> None:
        """Over a connection with a table `claims` of the columns in `table`; `view` gives the claim of an ord."""
        self.connection, self.view = connection, view
        self.connection.execute("CREATE OR REPLACE TEMP TABLE inside (part VARCHAR, whole VARCHAR)")
        regions = [row[0] for row in connection.execute("SELECT DISTINCT region FROM claims").fetchall() if row[0]]
        pairs = [(a, b) for a in regions for b in regions if a != b and region_inside(a, b)]
        if pairs:
            self.connection.executemany("INSERT INTO inside VALUES (?, ?)", pairs)

    @classmethod
    def of_views(cls, views: Sequence[View]) -> Database:
        """An engine over claims in memory."""
        connection = connect()
        connection.register("given", arrow_table(views))
        connection.execute(f"CREATE TABLE claims AS SELECT {', '.join(COLUMNS)} FROM given")
        connection.unregister("given")
        by_order = {view.order: view for view in views}
        return cls(connection, by_order.__getitem__)

    def candidates(self, law: Law) -> Iterator[dict[str, View]]:
        """The ways in which claims may play the law's roles; those that agree too, where the law is of one fact."""
        names = list(law.claims)
        for orders in self.found(law, all_pairs="fact" in law.same):
            views = [self.view(order) for order in orders]
            if len({block_key(law, view) for view in views}) == 1 and all(
                admitted(law, view) and plays(view, law.claims[name]) for name, view in zip(names, views, strict=True)
            ):
                yield dict(zip(names, views, strict=True))

    def found(self, law: Law, *, all_pairs: bool = False) -> Iterator[tuple[int, ...]]:
        """The places in the table of claims that may break the law; with `all_pairs` of all that may meet."""
        if len(law.claims) == 1:
            yield from self._singles(law)
        elif len(law.claims) == 2:
            self.pairs(plan_of(law), all_pairs=all_pairs)
            cursor = self.connection.execute("SELECT DISTINCT one, other FROM pair ORDER BY one, other")
            while rows := cursor.fetchmany(100_000):
                yield from rows

    def pairs(self, plan: Plan, *, all_pairs: bool = False) -> None:
        """Fills the table `pair`."""
        run = self.connection.execute
        run("CREATE OR REPLACE TEMP TABLE pair (one INTEGER, other INTEGER)")
        run(passes.base(plan), dict(plan.parameters))
        if plan.place and not plan.inside and plan.times != "article":
            run(passes.guessed_places())
        if plan.times in ("alike", "within"):
            self._suspects(plan, all_pairs)
            run("INSERT INTO pair " + passes.pairs_of_suspects(plan, all_pairs=all_pairs))
            if plan.alike and plan.times == "alike":
                run("INSERT INTO pair " + passes.hot_pairs(plan, all_pairs=all_pairs))
        if plan.times == "before":
            run("INSERT INTO pair " + passes.ordered_pairs(plan))
        loose = [passes.free_pairs(plan)] if plan.times == "any" else passes.loose_pairs(plan, all_pairs=all_pairs)
        for query in loose:
            run("INSERT INTO pair " + query)

    def _suspects(self, plan: Plan, all_pairs: bool) -> None:
        run = self.connection.execute
        run(passes.cells())
        run(passes.links(plan))
        run("""CREATE OR REPLACE TEMP TABLE suspect
            (g UBIGINT, place VARCHAR, other VARCHAR, c0 BIGINT, c1 BIGINT, e0 BIGINT, e1 BIGINT)""")
        for query in passes.suspects(plan, all_pairs=all_pairs):
            run("INSERT INTO suspect " + query)

    def _singles(self, law: Law) -> Iterator[tuple[int, ...]]:
        yield from self.connection.execute("SELECT ord FROM claims ORDER BY ord").fetchall()


def connect(memory_limit: str = "", threads: int = 0) -> Any:
    """A DuckDB connection that reaches nothing but the tables it is given; a FactcheckError without the package."""
    try:
        import duckdb
    except ImportError as error:
        hint = "pip install 'factcheck[archive]', or leave out --engine"
        raise FactcheckError(Problem("--engine", "duckdb is not installed", hint=hint, stage="config")) from error
    limits: dict[str, Any] = {"memory_limit": memory_limit, "threads": threads}
    connection = duckdb.connect(config=_CLOSED | {name: value for name, value in limits.items() if value})
    connection.execute("SET lock_configuration = true")
    return connection
