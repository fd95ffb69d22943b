"""Which figures are shown to an editor, and which are not: claims built by hand, compared in memory."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import claim, day, document

from factcheck.compare.copies.find import find_copies
from factcheck.compare.copies.sentences import sentences
from factcheck.compare.engine import compare
from factcheck.compare.engines.memory import NEIGHBOURS, Memory
from factcheck.compare.engines.sweep import Sweep
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.judge import make_judge
from factcheck.compare.laws.lawbook import load_laws
from factcheck.compare.view import views
from factcheck.interval import Interval
from factcheck.model import Claim, Document, Finding
from factcheck.period import Period
from factcheck.rulebook import Metric, load_rulebook

BOOK = load_rulebook()
BOOK.metrics = {
    "users": Metric("users", "Users", "stock", ("count",), additive=True),
    "mau": Metric("mau", "Monthly active users", "stock", ("count",), additive=True),
    "dau": Metric("dau", "Daily active users", "stock", ("count",)),
    "revenue": Metric("revenue", "Revenue", "flow", ("money",), additive=True, plausible=(0, 1e13)),
    "downloads": Metric("downloads", "Downloads", "cumulative", ("count",), additive=True),
    "fine": Metric("fine", "Fine", "event", ("money",)),
    "market_share": Metric("market_share", "Market share", "share", ("percent",)),
}
BAD = ("conflict", "tension")
MAY = Period(date(2024, 5, 1), date(2024, 5, 31), "2024-05")
APRIL = Period(date(2024, 4, 1), date(2024, 4, 30), "2024-04")
Y2023 = Period(date(2023, 1, 1), date(2023, 12, 31), "2023")


def say(source: Document, quote: str, value: float, **slots: Any) -> Claim:
    """A claim with half a unit of its last digit as its interval, unless told otherwise."""
    half = value * 0.005 if "half" not in slots else slots.pop("half")
    interval = slots.pop("interval", Interval(value - half, value + half))
    credit = slots.pop("credit", None)
    made = claim(quote, source, value, allowed=interval, stated=interval, lang=source.lang)
    words = made.sentence.replace(quote, " ").lower().split()
    usual: dict[str, Any] = {
        "metric": "mau",
        "time": MAY,
        "timekind": "as_of",
        "source": credit,
        "frame": tuple(sorted({word.strip(".,")[:6] for word in words if len(word) > 3})),
    }
    return replace(made, **usual | slots)


def run(documents: list[Document], claims: list[Claim], **options: Any) -> list[Finding]:
    return compare(claims, documents, BOOK, **options)


def bad(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity in BAD]


A = document("a.txt", "Harbour Line reached 5.7 million monthly users in May, Kestrel Data found.")
B = document("b.txt", "In May some 7.5 million monthly users were found at Harbour Line, said Kestrel Data.")


def pair(**slots: Any) -> list[Finding]:
    return run([A, B], [say(A, "5.7 million", 5.7e6, credit="Kestrel Data"), say(B, "7.5 million", 7.5e6, **slots)])


def test_one_fact_with_two_values() -> None:
    (finding,) = bad(pair(credit="Kestrel Data"))
    assert (finding.rule, finding.severity, finding.origins) == ("same-fact", "conflict", 1)
    assert [member.group for member in finding.members] == [0, 1]
    assert "5.7 million" in finding.message
    assert finding.gates
    assert all(gate.passed for gate in finding.gates)
    assert [d.slip for d in finding.diagnosis] == ["digits"]


@pytest.mark.parametrize(
    "slots",
    [
        {"entity": "Quayside"},
        {"metric": "users"},
        {"time": APRIL},
        {"region": "IN"},
        {"restrictors": ("who:under 18",)},
        {"stance": "forecast"},
        {"negated": True},
        {"time": None},
        {"frame": ("court", "lawyer")},
    ],
)
def test_equal_metrics_are_not_one_fact(slots: dict[str, Any]) -> None:
    credit = None if "frame" in slots else "Kestrel Data"
    assert bad(pair(**{"credit": credit} | slots)) == []


def test_what_is_below_the_bar_is_shown_only_on_demand() -> None:
    claims = [say(A, "5.7 million", 5.7e6), say(B, "7.5 million", 7.5e6, frame=("court", "lawyer"))]
    assert bad(run([A, B], claims)) == []
    assert [finding.confidence for finding in bad(run([A, B], claims, show_all=True))] == ["low"]


def test_rounding_is_a_note_and_a_face_value_gap_a_tension() -> None:
    first = say(A, "5.7 million", 5.7e6, credit="Kestrel Data")
    near = say(B, "7.5 million", 7.5e6, credit="Kestrel Data", interval=Interval(5.78e6, 9e6))
    wide = Interval(5e6, 1e7)
    note = run([A, B], [first, replace(near, allowed=wide)])
    assert [finding.severity for finding in note] == ["note"]
    far = replace(near, stated=Interval(7e6, 8e6), allowed=wide)
    assert [finding.severity for finding in run([A, B], [first, far])] == ["tension"]


def test_inferred_dates_soften_unless_tenfold() -> None:
    inferred = replace(MAY, basis="inferred")
    (finding,) = bad(pair(credit="Kestrel Data", time=inferred))
    assert finding.severity == "tension"
    claims = [say(A, "5.7 million", 5.7e6, credit="K"), say(B, "7.5 million", 7.5e7, credit="K", time=inferred)]
    assert [f.severity for f in bad(run([A, B], claims))] == ["conflict"]


WITHIN = document(
    "within.txt",
    "Harbour Line has 5.7 million monthly users\n\n"
    "The bank put the loss at 3 million euros.\n"
    "However, the federation says the figure is closer to 700,000 euros.\n"
    "Harbour Line has 7.5 million monthly users at present.\n"
    "Harbour Line had 20 monthly users here, while 30 monthly users went there.\n"
    "The number of live users reached 200 million, and the number of live users reached 400 million.\n",
)


def within(*pairs: tuple[str, float, dict[str, Any]]) -> list[Finding]:
    return bad(run([WITHIN], [say(WITHIN, quote, value, **slots) for quote, value, slots in pairs]))


def test_headline_against_body() -> None:
    found = within(("5.7 million", 5.7e6, {"zone": "headline", "time": None}), ("7.5 million", 7.5e6, {}))
    assert [finding.severity for finding in found] == ["conflict"]


def test_one_article_needs_positive_evidence() -> None:
    assert within(("5.7 million", 5.7e6, {"frame": ("one", "word")}), ("7.5 million", 7.5e6, {})) == []
    assert within(("20", 20.0, {}), ("30", 30.0, {})) == []


def test_a_second_source_that_disputes_the_figure() -> None:
    slots = {"metric": "fine", "unit": "EUR", "time": None}
    found = within(("3 million", 3e6, slots), ("700,000", 7e5, slots | {"credit": "the federation"}))
    assert [finding.severity for finding in found] == ["conflict"]
    assert [finding.confidence for finding in found] == ["medium"]


def test_the_same_words_before_two_figures() -> None:
    more = {"metric": "users", "bound": "more_than"}
    found = within(
        ("200 million", 2e8, more | {"interval": Interval(2e8, 3e8, True)}),
        ("400 million", 4e8, more | {"interval": Interval(4e8, 5e8, True)}),
    )
    assert len(found) == 1


def test_corroboration_counts_independent_origins() -> None:
    french = document("c.txt", "Selon le Courrier, Harbour Line a 5,7 millions d'utilisateurs mensuels.", lang="fr")
    claims = [
        say(A, "5.7 million", 5.7e6, credit="Kestrel Data"),
        say(french, "5,7 millions", 5.7e6, credit="le Courrier"),
    ]
    (finding,) = run([A, french], claims)
    assert (finding.severity, finding.origins, {m.group for m in finding.members}) == ("corroboration", 2, {0})
    same = [claims[0], replace(claims[1], source="the Kestrel Data")]
    assert run([A, french], same)[0].origins == 1


def test_one_finding_per_fact_with_the_outlier_named() -> None:
    third = document("c.txt", "Kestrel Data found that Harbour Line reached 5.7 million monthly users in May, it said.")
    claims = [
        say(A, "5.7 million", 5.7e6, credit="Kestrel Data"),
        say(B, "7.5 million", 7.5e6, credit="Kestrel Data"),
        say(third, "5.7 million", 5.7e6, credit="Kestrel Data"),
    ]
    (finding,) = bad(run([A, B, third], claims))
    assert sorted((member.claim.doc, member.group) for member in finding.members) == [
        ("a.txt", 0), ("b.txt", 1), ("c.txt", 0),
    ]  # fmt: skip
    assert "stands alone" in finding.explanation


AGENCY = """\
Harbour Line, the ferry company, carried 410,000 passengers in April, its chief executive Mara Quist said.
The fleet has 14 ships and sails from nine ports of the northern coast, the company said on Thursday.
Harbour Line earned $5.7 million in the first quarter, after $4.1 million a year before, it said in a statement.
"""


def copies(old: str, new: str) -> tuple[list[Document], list[Claim]]:
    original, copy = document("original.txt", AGENCY), document("copy.txt", AGENCY.replace(old, new))
    figures = [("410,000", 410_000.0), ("14 ships", 14.0), ("$5.7 million", 5.7e6), ("$4.1 million", 4.1e6)]
    claims = [say(original, quote, value, metric=f"count:{i}") for i, (quote, value) in enumerate(figures)]
    values = {"140,000": 140_000.0, "41 ships": 41.0, "$5.7 billion": 5.7e9, "$7.5 million": 7.5e6}
    for quote, value in figures:
        printed = new if quote == old else quote
        claims.append(say(copy, printed, values.get(printed, value), metric="other:else", unit="count"))
    return [original, copy], claims


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("410,000", "140,000"),
        ("14 ships", "41 ships"),
        ("$5.7 million", "$5.7 billion"),
        ("$5.7 million", "$7.5 million"),
    ],
)
def test_an_altered_figure_in_a_near_copy(old: str, new: str) -> None:
    """Whatever the slots: the copies here have another metric."""
    (finding,) = bad(run(*copies(old, new)))
    assert (finding.rule, finding.severity, finding.confidence) == ("altered-figure", "conflict", "high")
    groups = {member.claim.doc: member.group for member in finding.members}
    assert groups["original.txt"] != groups["copy.txt"]
    assert {member.claim.quote for member in finding.members} == {old, new}


@pytest.mark.parametrize(
    ("quote", "bound", "interval", "severity"),
    [
        ("more than 400,000", "more_than", Interval(4e5, float("inf"), True), None),
        ("less than 400,000", "less_than", Interval(0, 4e5, False, True), "conflict"),
        ("more than 410,000", "more_than", Interval(4.1e5, float("inf"), True), "tension"),
    ],
)
def test_qualifiers_in_near_copies(quote: str, bound: str, interval: Interval, severity: str | None) -> None:
    documents, claims = copies("410,000", quote)
    value = float(quote.split()[-1].replace(",", ""))
    claims = [replace(c, value=value, bound=bound, allowed=interval) if c.quote == quote else c for c in claims]
    assert [finding.severity for finding in bad(run(documents, claims))] == ([severity] if severity else [])


def test_a_short_sentence_with_another_figure() -> None:
    texts = ["Harbour Line has 12 ferries.", "Harbour Line has 62 ferries."]
    articles = [document(f"{i}.txt", text) for i, text in enumerate(texts)]
    slots: dict[str, Any] = {"metric": "count:ferries", "time": MAY, "half": 0.0, "frame": ()}
    claims = [say(articles[0], "12", 12.0, **slots), say(articles[1], "62", 62.0, **slots)]
    assert [finding.rule for finding in bad(run(articles, claims))] == ["same-fact"]


def test_unaltered_copies_are_one_origin() -> None:
    findings = run(*copies("nothing", "nothing"))
    assert {finding.severity for finding in findings} == {"corroboration"}
    assert {finding.origins for finding in findings} == {1}


def test_a_claim_cut_differently_in_the_copy_is_not_altered() -> None:
    documents, claims = copies("nothing", "nothing")
    longer = say(documents[1], "carried 410,000 passengers", 41.0, unit="ratio")
    assert bad(run(documents, [*claims[:4], longer])) == []


def test_rewritten_roundings_are_not_altered() -> None:
    documents, claims = copies("410,000", "412,345")
    claims = [replace(c, value=412_345.0) if c.quote == "412,345" else c for c in claims]
    assert bad(run(documents, claims)) == []


def test_many_copies_make_one_finding() -> None:
    texts = [AGENCY] * 4 + [AGENCY.replace("14 ships", "41 ships")]
    documents = [document(f"paper{i}.txt", text) for i, text in enumerate(texts)]
    claims = [say(d, "41 ships" if i == 4 else "14 ships", 41.0 if i == 4 else 14.0) for i, d in enumerate(documents)]
    (finding,) = bad(run(documents, claims))
    assert [member.group for member in finding.members] == [0, 0, 0, 0, 1]
    assert finding.origins == 1


def test_a_form_filled_in_anew_is_no_copy() -> None:
    form = "The harbour counted {} ships, {} trucks, {} trains, {} cranes and {} workers on the quay that day.\n"
    documents = [
        document(f"{i}.txt", form.format(*numbers))
        for i, numbers in enumerate([(11, 22, 33, 44, 55), (16, 27, 38, 49, 61)])
    ]
    claims = [
        say(d, f" {value} ", float(value), half=0.0, metric=f"count:{i}", time=day(f"2024-05-1{n}"))
        for n, (d, numbers) in enumerate(zip(documents, [(11, 22, 33, 44, 55), (16, 27, 38, 49, 61)], strict=True))
        for i, value in enumerate(numbers)
    ]
    assert bad(run(documents, claims)) == []


def test_sums_that_come_out_right_and_wrong() -> None:
    text = "Harbour Line's revenue rose 44% to $205.4 million from $142 million.\n"
    article = document("sum.txt", text)
    money = {"metric": "revenue", "unit": "USD", "timekind": "during"}
    levels = [
        say(article, "$205.4 million", 205.4e6, time=MAY, half=5e4, **money),
        say(article, "$142 million", 142e6, time=Y2023, half=5e5, restrictors=("role:from",), **money),
    ]
    change = say(article, "44%", 44.0, kind="change", metric="revenue", unit="percent", half=0.5)
    (right,) = run([article], [change, *levels])
    assert (right.severity, right.rule) == ("consistent", "change-against-levels")
    wrong = document("sum.txt", text.replace("44%", "24%"))
    (found,) = run([wrong], [replace(change, quote="24%", value=24.0, allowed=Interval(23.5, 24.5)), *levels])
    assert found.severity == "conflict"
    assert {member.role: member.group for member in found.members} == {"change": 0, "before": 1, "after": 1}


def test_part_and_whole() -> None:
    world = document("world.txt", "Harbour Line has 120 million monthly users in the world.")
    india = document("india.txt", "Some 165 million people in India use Harbour Line each month.")
    claims = [say(world, "120 million", 1.2e8, region="world"), say(india, "165 million", 1.65e8, region="IN")]
    assert [f.rule for f in bad(run([world, india], claims))] == ["part-exceeds-whole"]
    assert bad(run([world, india], [claims[0], replace(claims[1], region_basis="topic")])) == []


def test_a_bracket_is_a_second_reading() -> None:
    text = "Harbour Line pays $5.7 million ($38 million) to the port.\n"
    article = document("fine.txt", text)
    slots = {"metric": "fine", "unit": "USD", "time": day("2019-02-27")}
    first = say(article, "$5.7 million", 5.7e6, half=5e4, **slots)
    second = say(article, "$38 million", 38e6, half=5e5, **slots, bracket_of=first.id)
    (finding,) = run([article], [first, second])
    assert (finding.rule, finding.severity) == ("conversion-in-brackets", "conflict")
    euros = replace(second, unit="EUR", value=5e6, allowed=Interval(4.95e6, 5.05e6))
    assert [f.severity for f in run([article], [first, euros])] == ["consistent"]


def test_fingerprints_do_not_depend_on_offsets_or_order() -> None:
    moved = document("a.txt", "An editor's note comes first.\n" + A.text)
    claims = [say(A, "5.7 million", 5.7e6, credit="K"), say(B, "7.5 million", 7.5e6, credit="K")]
    shifted = [say(moved, "5.7 million", 5.7e6, credit="K"), claims[1]]
    ids = {f.id for f in bad(run([A, B], claims))}
    assert ids == {f.id for f in bad(run([moved, B], shifted))}
    assert ids == {f.id for f in bad(run([B, A], claims[::-1]))}


def test_the_same_input_gives_the_same_findings() -> None:
    documents, claims = copies("410,000", "140,000")
    assert run(documents, claims) == run(documents, claims)


def test_no_claims_and_unknown_values() -> None:
    assert run([], []) == []
    assert bad(run([A], [replace(say(A, "5.7 million", 5.7e6), value=None)])) == []


def test_copies_are_found_without_comparing_all_with_all() -> None:
    documents = [document(f"{i}.txt", f"{AGENCY}\nA closing line of paper number {i}.\n") for i in range(30)]
    assert len(find_copies(documents)) <= 3 * 30
    assert [s.forms[0] for s in sentences(AGENCY)] == ["harbour", "the", "harbour"]


def test_claims_that_cannot_break_a_law_do_not_meet() -> None:
    """Of three thousand claims of a few names, one planted outlier meets its neighbours; the rest are swept."""
    rng = random.Random(7)
    articles = [document(f"{i}.txt", f"Firm {i} counted {i} things in the port.") for i in range(500)]
    claims = []
    for i in range(3_000):
        when = date.fromordinal(date(2024, 1, 1).toordinal() + rng.randrange(300))
        value = 3e6 if i == 1_234 else float(rng.randrange(1_000, 9_000))
        claims.append(replace(
            say(articles[i % 500], f"{i % 500} ", value, half=0.5),
            id=f"c{i}", entity=f"Firm {int(rng.paretovariate(0.6)) % 40}",
            metric=rng.choice(["mau", "users", "revenue"]), time=Period(when, when, when.isoformat()),
        ))  # fmt: skip
    laws, _ = load_laws(BOOK, all_comparisons())
    met = list(Memory(views(claims, BOOK)).candidates(laws["implausible-jump"]))
    assert 0 < len(met) < len(claims) * NEIGHBOURS / 50
    assert any(view.claim.value == 3e6 for roles in met for view in roles.values())


_SIZES = st.floats(1, 1e6, allow_nan=False)


_STARTS = st.none() | st.integers(0, 300)


@pytest.mark.parametrize("law", ["same-fact", "sub-period-exceeds-period", "implausible-jump"])
@settings(max_examples=30, deadline=None)
@given(days=st.lists(_STARTS, min_size=2, max_size=60), asked=st.frozensets(st.integers(0, 59), max_size=5))
def test_with_a_focus_no_pair_that_holds_one_of_it_is_lost(
    law: str, days: list[int | None], asked: frozenset[int]
) -> None:
    law_asked = load_laws(BOOK, all_comparisons())[0][law]
    starts = [None if day is None else date.fromordinal(date(2024, 1, 1).toordinal() + day) for day in days]
    seen = views([
        say(A, "5.7 million", 5.7e6, id=f"c{i}", doc=f"{i}.txt", time=when and Period(when, when, when.isoformat()))
        for i, when in enumerate(starts)
    ], BOOK)  # fmt: skip
    every, some = (
        {tuple(view.order for view in roles.values()) for roles in Memory(seen, focus).candidates(law_asked)}
        for focus in (None, asked)
    )
    assert {pair for pair in every if asked & set(pair)} <= some
    assert all(asked & set(pair) for pair in some)


@settings(deadline=None)
@given(st.lists(st.tuples(_SIZES, st.floats(0, 0.2), st.booleans()), min_size=2, max_size=60))
def test_the_sweep_passes_over_no_pair_that_breaks_the_law(figures: list[tuple[float, float, bool]]) -> None:
    laws, _ = load_laws(BOOK, all_comparisons())
    law = laws["implausible-jump"]
    claims = [
        say(A, "5.7 million", value, interval=Interval(value * (1 - wide), value * (1 + wide), is_open, is_open))
        for value, wide, is_open in figures
    ]
    block = views(claims, BOOK)
    judge = make_judge(law)
    kept = set(Sweep(law).later(block, len(block)))
    for i, j in itertools.combinations(range(len(block)), 2):
        for one, other in ((i, j), (j, i)):
            stated = {"earlier": block[one].as_stated, "later": block[other].as_stated}
            assert (i, j) in kept or not judge.expect(stated)[1]


def test_a_finding_names_an_entity_as_its_article_prints_it() -> None:
    old = {"entity": "Quayside Group", "entity_printed": "Harbour Line", "credit": "Kestrel Data"}
    (finding,) = bad(run([A, B], [say(A, "5.7 million", 5.7e6, **old), say(B, "7.5 million", 7.5e6, **old)]))
    assert finding.message.startswith("Harbour Line: ")
