"""Two engines, one meaning: what breaks a law in memory breaks it in the database, and nothing else does."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import pytest
from make import claim as make_claim

from factcheck.cli import main
from factcheck.compare.blocks import interchangeable
from factcheck.compare.engine import compare
from factcheck.compare.engines import Engine, make_engine
from factcheck.compare.engines.duckdb import Database, connect
from factcheck.compare.engines.passes import HOT
from factcheck.compare.engines.plans import plan_of
from factcheck.compare.engines.table import arrow_table
from factcheck.compare.gates import GATES
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.examples import read_example
from factcheck.compare.laws.files import read_law
from factcheck.compare.laws.judge import make_judge
from factcheck.compare.laws.law import Law
from factcheck.compare.laws.lawbook import load_laws
from factcheck.compare.view import View, views
from factcheck.config import ENGINES
from factcheck.extract.assemble import extract
from factcheck.extraction import date_document
from factcheck.interval import Interval
from factcheck.model import Claim, Document
from factcheck.period import Period
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
LAWS = {name: law for name, law in load_laws(BOOK, all_comparisons())[0].items() if law.declarative}
METRICS = ["downloads", "users", "mau", "dau", "revenue", "settlement", "price", "count:ship"]
Match = tuple[tuple[int, ...], str]


def matches(law: Law, engine: Engine) -> set[Match]:
    """What a law says of the claims that an engine brings to it."""
    judge = make_judge(law)
    tests = [gate for gate in GATES if gate.__name__.removesuffix("_gate") in law.same]
    found: set[Match] = set()
    for roles in engine.candidates(law):
        verdict = judge.verdict(roles)
        met = list(roles.values())
        if verdict is None or (verdict == "upheld" and "fact" not in law.same):
            continue
        if len(met) == 1 or all(test(met[0], met[1], BOOK).passed for test in tests):
            found.add((_orders(law, roles), verdict))
    return found


def _orders(law: Law, roles: Mapping[str, View]) -> tuple[int, ...]:
    orders = tuple(view.order for view in roles.values())
    return tuple(sorted(orders)) if len(orders) == 2 and interchangeable(law) else orders


def both(law: Law, seen: Sequence[View]) -> tuple[set[Match], set[Match]]:
    return matches(law, make_engine("memory", seen)), matches(law, make_engine("duckdb", seen))


@lru_cache(maxsize=1)
def example_views() -> tuple[View, ...]:
    """The claims of all examples of all laws, as one corpus."""
    texts = [text for law in load_laws(BOOK, all_comparisons())[0].values() for kind in law.examples.values()
             for example in kind for text in example]  # fmt: skip
    documents = [date_document(read_example(text, number), BOOK) for number, text in enumerate(texts)]
    return tuple(views([claim for document in documents for claim in extract(document, BOOK)], BOOK))


def random_views(seed: int, count: int) -> list[View]:
    """Claims of every sort: dated to a day, a month or not at all, open, denied, narrowed, in one article or many."""
    rng = random.Random(seed)
    return views([_random_claim(rng, number, count) for number in range(count)], BOOK)


def _random_claim(rng: random.Random, number: int, count: int) -> Claim:
    value = rng.choice([10, 20, 20, 20, 21, 400, 4e5])
    low, high = value * rng.choice([1, 1, 0.95]), value * rng.choice([1, 1, 1.05])
    stated = Interval(low, high, low < high and rng.random() < 0.2, low < high and rng.random() < 0.2)
    if rng.random() < 0.1:
        stated = Interval(value, float("inf"), True, False)
    return make_claim(
        value=value,
        id=f"c{number}",
        doc=f"d{rng.randint(0, max(3, count // 6))}",
        stated=stated,
        allowed=Interval(stated.low * 0.97, stated.high * 1.03),
        entity=rng.choice(["Harbour Line", "Harbour Line", "Orlin", None]),
        metric=rng.choice(METRICS),
        kind=rng.choice(["level"] * 6 + ["share", "change"]),
        unit=rng.choice(["count"] * 6 + ["USD"]),
        time=_random_period(rng),
        timekind=rng.choice(["as_of", "during", "since_launch", "unknown"]),
        region=rng.choice([None, None, "US", "FR", "world", "150"]),
        region_basis=rng.choice(["stated", "stated", "topic", "carried"]),
        restrictors=rng.choice([()] * 6 + [("who:city dwellers",)]),
        of=rng.choice([None] * 6 + ["total"]),
        source=rng.choice([None] * 4 + ["Quay Gazette", "Dock Watch"]),
        stance=rng.choice(["asserted"] * 6 + ["reported", "forecast", "rumour", "denied"]),
        zone=rng.choice(["headline", "lead", "body", "body"]),
        sentence_start=rng.randint(0, 2),
    )


def _random_period(rng: random.Random) -> Period | None:
    year, month = rng.choice([2019, 2020]), rng.randint(1, 12)
    first = date(year, month, rng.randint(1, 28))
    basis = rng.choice(["stated", "resolved", "inferred"])
    month_end = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return rng.choice([
        None,
        Period(None, None, str(year), "published"),
        Period(first, first, first.isoformat(), basis),
        Period(first.replace(day=1), month_end, f"{year}-{month:02}", basis),
        Period(date(year, 1, 1), date(year, 12, 31), str(year), basis),
        Period(None, first, f"../{first}", basis),
        Period(first, first + timedelta(rng.randint(1, 200)), f"{first}/..", basis),
    ])  # fmt: skip


@pytest.mark.parametrize("name", sorted(LAWS))
def test_law_examples_match(name: str) -> None:
    memory, database = both(LAWS[name], example_views())
    assert memory == database
    assert memory, "the examples hold a match"


@pytest.mark.parametrize("seed", range(6))
def test_random_claims_match(seed: int) -> None:
    seen = random_views(seed, 300)
    for law in LAWS.values():
        memory, database = both(law, seen)
        assert memory == database, law.id


def test_random_claims_hold_matches() -> None:
    engines = [make_engine("memory", random_views(seed, 300)) for seed in range(6)]
    assert sum(len(matches(law, engine)) for law in LAWS.values() for engine in engines) > 60


def law_of(where: str, expect: str, same: str = "entity, metric, unit, scope", roles: str = "{a: {}, b: {}}") -> Law:
    text = f"title: t\nwhy: w\nseverity: conflict\nstatus: draft\nclaims: {roles}\nsame: [{same}]\n"
    text += (f"where: {where}\n" if where else "") + f'expect: {expect}\nsay: "{{a.value}}"\n'
    law, problem = read_law(Path("random.yml"), text)
    assert law, problem
    return law


def random_law(rng: random.Random) -> Law:
    """A law put together from all that the language has."""

    def number(depth: int = 0) -> str:
        if depth > 1 or rng.random() < 0.5:
            return rng.choice(["a.value", "b.value", "a.value", "b.value", "2", "0.5", "-a.value", "(b.time - a.time)"])
        return f"({number(depth + 1)} {rng.choice('+-**/')} {number(depth + 1)})"

    def test(depth: int = 0) -> str:
        kind = rng.random()
        if depth < 2 and kind < 0.3:
            return f"({test(depth + 1)} {rng.choice(['and', 'or'])} {test(depth + 1)})"
        if kind < 0.4:
            return f"(not {test(depth + 1)})"
        if kind < 0.6:
            return f"a.time {rng.choice(['<', '<=', '>', '>=', '==', 'in', 'overlaps'])} b.time"
        if kind < 0.7:
            return f"{rng.choice(['a.scope', 'b.scope'])} {rng.choice(['in', '==', 'overlaps'])} b.scope"
        return f"{number()} {rng.choice(['<', '<=', '==', '>=', '>'])} {number()}"

    same = ["entity, metric, unit, scope", "entity, unit, scope, time", "entity, metric, unit, time, stance, scope",
            "document, metric", "metric, unit, region", "entity, metric, kind, unit, scope, time, fact"]  # fmt: skip
    where = rng.choice(["", test(), "a.time < b.time", "b.time < a.time and a.time - b.time <= 62",
                        "a.time in b.time and " + test(), "a.scope in b.scope and not a.scope == b.scope"])  # fmt: skip
    roles = rng.choice(["{a: {}, b: {}}", "{a: {kind: flow}, b: {}}", "{a: {metric: dau}, b: {metric: [mau, users]}}"])
    return law_of(where, f"{test()} and a.value <= 100 * b.value", rng.choice(same), roles)


@pytest.mark.parametrize("seed", range(60))
def test_random_laws_match(seed: int) -> None:
    law = random_law(random.Random(seed))
    memory, database = both(law, random_views(seed, 120))
    assert memory == database, law


def test_findings_are_the_same(tmp_path: Path) -> None:
    texts = ["By 1 May 2024 Harbour Line had carried 12 million passengers in total.",
             "By 1 June 2024 Harbour Line had carried 11.2 million passengers in total.",
             "Orlin had 400 ships in May 2024. In May 2024 Orlin had 400 ships."]  # fmt: skip
    documents = [date_document(Document(f"{n}.txt", f"{n}.txt", text, "en"), BOOK) for n, text in enumerate(texts)]
    claims = [claim for document in documents for claim in extract(document, BOOK)]
    one, other = (compare(claims, documents, BOOK, engine=name) for name in ENGINES)
    assert one == other
    assert {finding.rule for finding in one} >= {"running-total-fell", "same-fact"}


def test_a_hot_block_is_held_against_what_most_say() -> None:
    day = Period(date(2024, 5, 1), date(2024, 5, 1), "2024-05-01", "stated")
    wrong = set(range(100, 20_000, 400))
    made = [
        make_claim(value=9.0 if n in wrong else 5.0, id=str(n), doc=f"d{n}", metric="users", time=day,
                   stated=Interval.point(9.0 if n in wrong else 5.0))
        for n in range(20_000)
    ]  # fmt: skip
    found = matches(LAWS["same-fact"], make_engine("duckdb", views(made, BOOK)))
    broken = {orders for orders, verdict in found if verdict != "upheld"}
    assert broken == {(0, order) for order in wrong}
    assert len(made) > HOT


def test_reprints_have_one_vote() -> None:
    day = Period(date(2024, 5, 1), date(2024, 5, 1), "2024-05-01", "stated")

    def said(number: int, value: float, source: str | None) -> Claim:
        return make_claim(value=value, id=str(number), doc=f"d{number}", metric="users", time=day, source=source,
                          stated=Interval.point(value))  # fmt: skip

    made = [said(n, 7.0, "Quay Gazette") for n in range(200)] + [said(200 + n, 5.0, None) for n in range(120)]
    found = matches(LAWS["same-fact"], make_engine("duckdb", views(made, BOOK)))
    assert {orders[1] for orders, verdict in found if verdict != "upheld"} == {200}
    assert {min(orders) for orders, verdict in found if verdict == "upheld"} == {200}


HOSTILE = ["'; DROP TABLE claims; --", '" OR 1=1 --', "read_text('/etc/passwd')", "$first_metric", "?", "\0", "\ud800"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_law_never_becomes_sql(text: str) -> None:
    law = law_of("", "a.value == b.value", "entity, time, scope")
    hostile = replace(law, claims={"a": {"metric": (text,)}, "b": {"metric": (text, "users"), "unit": (text, "count")}})
    plan = plan_of(hostile)
    asked = f"{plan.first} {plan.second}"
    assert asked == "(list_contains($first_metric, metric)) " + (
        "(list_contains($second_metric, metric)) AND (list_contains($second_unit, unit))"
    )
    seen = views([make_claim(id="1", metric=text, doc="x" + text), make_claim(id="2", metric="users", doc=text)], BOOK)
    memory, database = both(hostile, seen)
    assert memory == database


@pytest.mark.parametrize(
    "query",
    ["SELECT * FROM read_text('/etc/hostname')", "COPY claims TO '/tmp/stolen.csv'", "INSTALL httpfs", "ATTACH 'x.db'",
     "SET enable_external_access = true", "SELECT * FROM 'pyproject.toml'"],
)  # fmt: skip
def test_the_connection_reaches_nothing_but_its_tables(query: str) -> None:
    import duckdb

    engine = Database.of_views(random_views(1, 5))
    with pytest.raises(duckdb.Error):
        engine.connection.execute(query).fetchall()


def test_a_table_keeps_open_ends_apart() -> None:
    above = make_claim(value=5.0, stated=Interval(5.0, float("inf"), True))
    (row,) = arrow_table(views([above], BOOK)).to_pylist()
    assert row["low"] > 5.0
    assert row["high"] == float("inf")


def test_an_engine_that_does_not_exist_is_named() -> None:
    with pytest.raises(ValueError, match="no engine 'spark': write memory or duckdb"):
        make_engine("spark", [])


def test_the_command_line_takes_an_engine(capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for name in ENGINES:
        main(["check", "seeds", "--engine", name, "--format", "json", "--quiet", "--fail-on", "none"])
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]


def test_limits_are_kept() -> None:
    limit = connect("100MB", 1).execute("SELECT current_setting('memory_limit'), current_setting('threads')").fetchone()
    assert limit == ("95.3 MiB", 1)
