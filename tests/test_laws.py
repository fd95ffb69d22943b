"""Law files: what is accepted, what is refused and where, and that the examples in the shipped ones hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from make import claim, document

from factcheck.compare.engine import compare
from factcheck.compare.findings.say import fill, unknown_fields
from factcheck.compare.laws.comparisons import COMPARISONS, all_comparisons
from factcheck.compare.laws.examples import check_examples, read_example, run_examples
from factcheck.compare.laws.files import read_law
from factcheck.compare.laws.law import KEYS, law_schema
from factcheck.compare.laws.lawbook import load_laws
from factcheck.compare.laws.profiles import apply_profile
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
LAWS, PROBLEMS = load_laws(BOOK, all_comparisons())

GOOD = """\
title: A total fell
why: Totals grow.
severity: conflict
claims: {earlier: {kind: cumulative}, later: {kind: [cumulative]}}
same: [entity, metric]
where: earlier.time < later.time
expect: earlier.value <= later.value
say: "{later.entity}: {earlier.value}, then {later.value}."
examples:
  conflict: [["2024-05-02: a", "2024-06-02: b"]]
  fine: ["2024-05-02: c"]
"""


def read(text: str) -> tuple[object, object]:
    return read_law(Path("rules/laws/time/total.yml"), text, COMPARISONS)


@pytest.mark.parametrize(
    ("expect", "place"),
    [
        ("__import__('os').system('id') == 0", (6, 20)),
        ("earlier.value.__class__ == 0", (6, 22)),
        ("earlier.value <= later.value; DROP TABLE claims", (6, 37)),
        ("[x for x in (1)]", (6, 9)),
    ],
)
def test_a_hostile_condition_is_refused_where_it_stands(expect: str, place: tuple[int, int]) -> None:
    text = "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(("where", "examples", "  ")))
    law, problem = read(text.replace("expect: earlier.value <= later.value", f"expect: {expect}"))
    assert law is None
    assert (problem.line, problem.column) == place


def test_shipped_laws_load_without_problems() -> None:
    assert PROBLEMS == []
    wanted = {
        "same-fact", "headline-against-body", "running-total-fell", "part-exceeds-whole", "parts-exceed-whole",
        "sub-period-exceeds-period", "daily-above-weekly", "weekly-above-monthly", "daily-above-monthly",
        "share-of-whole", "change-against-levels",
        "ratio-of-terms", "shares-of-one-whole", "conversion-in-brackets", "unit-does-not-fit", "out-of-range",
        "implausible-jump", "altered-figure", "duration-against-dates",
    }  # fmt: skip
    assert wanted <= LAWS.keys()


@pytest.mark.parametrize("name", sorted(LAWS))
def test_examples_hold(name: str) -> None:
    examples = list(check_examples(LAWS[name], BOOK))
    assert {example.kind for example in examples} == {"conflict", "fine", "todo"}
    failed = [str(example) for example in examples if not example.passed and example.kind != "todo"]
    assert not failed, failed


@pytest.mark.parametrize("name", sorted(LAWS))
def test_examples_are_in_two_languages(name: str) -> None:
    for kind, examples in LAWS[name].examples.items():
        assert len({read_example(texts[0], 1).lang for texts in examples}) >= 2, kind


@pytest.mark.parametrize("name", sorted(LAWS))
def test_known_gaps_are_still_gaps(name: str) -> None:
    """A gap that has closed moves from `todo` to `conflict`."""
    closed = [str(example) for example in check_examples(LAWS[name], BOOK) if example.kind == "todo" and example.passed]
    assert not closed, closed


def test_running_examples_prints_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_examples(BOOK, ["out-of-range"]) == 0
    assert "13 of 13 examples of 1 laws hold; 2 known gaps are open." in capsys.readouterr().out


def test_good_law() -> None:
    law, problem = read(GOOD)
    assert problem is None
    assert law.id == "total"  # type: ignore[attr-defined]
    assert law.claims["later"] == {"kind": ("cumulative",)}  # type: ignore[attr-defined]
    assert law.examples["conflict"] == (("2024-05-02: a", "2024-06-02: b"),)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("title: A total fell", "titel: A total fell", 1, 1, "unknown key 'titel'"),
        ("why: Totals grow.\n", "", 1, 1, "why is missing"),
        ("severity: conflict", "severity: error", 3, 11, "'error' is not known here"),
        ("kind: cumulative}, l", "kind: running}, l", 4, 26, "'running' is not a kind"),
        ("{kind: cumulative}, l", "{sort: stock}, l", 4, 20, "unknown slot 'sort'"),
        ("[entity, metric]", "[entity, colour]", 5, 16, "'colour' cannot be the same"),
        ("earlier.time < later.time", "earlier.time = later.time", 6, 21, "'=' is not part of the language"),
        ("earlier.value <= later.value", "earlier.value <= latest.value", 7, 26, "no role is called 'latest'"),
        ("earlier.value <= later.value", "earlier.value <= 3", 7, 9, "'later' is not spoken of"),
        ("earlier.value <= later.value", "no_such_check", 7, 9, "no comparison is called 'no_such_check'"),
        ("expect: earlier.value <= later.value", 'expect: "earlier.value <= later"', 7, 32, "a field is missing"),
        ("{later.entity}", "{later.__class__}", 8, 7, "{later.__class__} cannot be filled in"),
        ("{later.entity}", "{0}", 8, 7, "{0} cannot be filled in"),
        ("  fine: [", "  good: [", 11, 3, "unknown key 'good'"),
        ('  fine: ["2024-05-02: c"]\n', "", 10, 3, "a live law needs a conflict and a fine example"),
        ("title: A total fell", "title: [unclosed", 2, 4, "expected"),
        ("title: A total fell\n", "title: A\ntitle: B\n", 2, 1, "title stands twice"),
    ],
)
def test_bad_law_is_a_problem_with_its_place(old: str, new: str, line: int, column: int, message: str) -> None:
    assert old in GOOD
    law, problem = read(GOOD.replace(old, new, 1))
    assert law is None
    assert message in problem.message  # type: ignore[attr-defined]
    assert (problem.line, problem.column) == (line, column)  # type: ignore[attr-defined]
    assert problem.hint  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["", "- a list", "just words", "[" * 2000, "a: &x [*x]", "\x00"])
def test_hostile_files_are_problems(text: str) -> None:
    law, problem = read(text)
    assert law is None
    assert problem is not None


def test_one_bad_law_never_stops_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "laws" / "mine"
    folder.mkdir(parents=True)
    (folder / "bad.yml").write_text("title: [")
    (folder / "mine.yml").write_text(GOOD)
    book = load_rulebook(tmp_path)
    laws, problems = load_laws(book, all_comparisons())
    assert "mine" in laws
    assert "bad" not in laws
    assert [Path(problem.path).name for problem in problems] == ["bad.yml"]
    assert compare([], [], book) == []
    assert any("bad.yml" in problem.path for problem in book.problems)


def test_schema_names_every_key_and_accepts_the_shipped_laws() -> None:
    schema = law_schema()
    assert tuple(schema["properties"]) == KEYS
    assert json.dumps(schema)
    for law in LAWS.values():
        data = yaml.safe_load(Path(law.path).read_text(encoding="utf-8"))
        assert data.keys() <= schema["properties"].keys()
        assert set(schema["required"]) <= data.keys()


def test_say_fills_only_its_own_fields() -> None:
    assert unknown_fields("{a.value} {b.value} {a.id} {a} {a.value.x} {", ["a"]) == [
        "b.value", "a.id", "a", "a.value.x", "{",
    ]  # fmt: skip
    assert fill("{a.entity}: {a.value} {a.metric} {b.value}", {"a": claim()}, BOOK) == (
        "Harbour Line: 12 million passengers …"
    )


def test_profiles_switch_and_regrade(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "mine.yml").write_text("laws: {same-fact: off, out-of-range: conflict, nothing: note}")
    book = load_rulebook(tmp_path)
    laws, problems = apply_profile(LAWS, "mine", book)
    assert "same-fact" not in laws
    assert laws["out-of-range"].severity == "conflict"
    assert [problem.message for problem in problems] == ["no law is called 'nothing'"]
    assert apply_profile(LAWS, "strict", book)[1] == []


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("2024-05-02: Ten ships.", "en", "2024-05-02"),
        ("2024-05-02 fr: Dix bateaux.", "fr", "2024-05-02"),
        ("de: Zehn Schiffe.", "de", None),
        ("Ten ships: all sunk.", "en", None),
    ],
)
def test_examples_are_short_articles(text: str, lang: str, day: str | None) -> None:
    article = read_example(text, 1)
    assert article.lang == lang
    assert (article.published.edtf if article.published else None) == day
    assert document(text=article.text).text.endswith(".")
