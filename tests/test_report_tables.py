import csv
import io

import make
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from factcheck.errors import Problem
from factcheck.model import Result
from factcheck.report import csv as csv_report
from factcheck.report import html, markdown, terminal


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'=1"),
        ("\r=1", "'␍=1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("+12.5%", "+12.5%"),
        ("plain", "plain"),
        (-5.0, -5.0),
    ],
)
def test_formulas_do_not_run(value, shown):
    assert csv_report.cell(value) == shown


@given(st.text())
def test_no_text_cell_starts_a_formula(text):
    shown = csv_report.cell(text)
    number = shown.strip("+-").replace(",", "").replace(".", "").rstrip("%").isdigit()
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r")) or number


def test_findings_have_one_row_for_each_claim():
    rows = list(csv.DictReader(io.StringIO(csv_report.render(make.result()))))
    assert [(row["finding"], row["quote"]) for row in rows][:2] == [("f1", "12 million"), ("f1", "11.2 million")]
    assert rows[0]["line"] == "3"


def test_an_empty_run_still_has_its_columns():
    for text in (csv_report.render(Result()), csv_report.render_claims(Result())):
        assert len(text.splitlines()) == 1


@pytest.mark.parametrize(
    ("raw", "escaped"),
    [
        ("*bold* [x](javascript:1)", r"\*bold\* \[x\](javascript:1)"),
        ("<b>", "&#60;b&#62;"),
        ("@newsdesk", "&#64;newsdesk"),
        ("https://example.org", "https:&#47;&#47;example.org"),
        ("www.example.org", "www&#46;example.org"),
        ("1. item", r"1\. item"),
        ("11.2 million", "11.2 million"),
        ("- item", r"\- item"),
        ("# not a heading\n\nnor this", r"\# not a heading nor this"),
    ],
)
def test_markdown_is_escaped(raw, escaped):
    assert markdown.escape(raw) == escaped


def test_markdown_shows_both_passages_and_what_agrees():
    text = markdown.render(make.result())
    assert "**12 million** passengers" in text
    assert "**11.2 million** passengers" in text
    assert "| ✓ | 14 ships, twice. | 2 |" in text


@pytest.mark.parametrize(("report", "why"), [(terminal, "Why "), (markdown, "Why: "), (html, "<b>Why</b> ")])
def test_each_report_says_why_a_single_figure_is_a_finding(report, why):
    reason = "Passengers is counted in count"
    alone = make.finding(make.claim(), severity="tension", rule="unit-does-not-fit", explanation=reason)
    assert why + reason in report.render(make.result(findings=[alone]))


@pytest.mark.parametrize("report", [terminal, markdown])
def test_no_reason_stands_under_two_values_whose_difference_is_told(report):
    assert "can only grow" not in report.render(make.result())


@pytest.mark.parametrize("width", [40, 80, 140])
def test_terminal_lines_fit(width):
    documents = [make.document(f"{'very-long-folder-name/' * 9}spring.txt", published="2024-05-02")]
    claims = [make.claim(article=documents[0]), make.claim("410,000", documents[0], 410_000.0)]
    result = Result(documents=documents, claims=claims, findings=[make.finding(*claims)])
    lines = terminal.render(result, width).splitlines()
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line.endswith("  ")]
    assert any("…" in line and "spring.txt:3" in line for line in lines)


def test_terminal_shows_findings_then_agreement_then_coverage_then_the_count():
    text = terminal.render(make.result(problems=[Problem("gone.txt", "not found", stage="read")]))
    marks = [
        "CONFLICT",
        "⟦12 million⟧",
        "⟦11.2 million⟧",
        "→ 11.2 could be",
        "What agrees",
        "Coverage",
        "! gone.txt",
        "✗ 4 claims",
    ]
    positions = [text.index(mark) for mark in marks]
    assert positions == sorted(positions)


def test_terminal_says_so_when_all_is_well():
    assert "✓ 0 claims in 0 documents: nothing to compare." in terminal.render(Result())
    text = terminal.render(make.result(findings=[]))
    assert "✓ 4 claims in 2 documents: no figures that contradict each other." in text


def test_terminal_does_not_say_that_all_is_well_where_an_article_could_not_be_read():
    text = terminal.render(make.result(findings=[], problems=[Problem("gone.txt", "not found", stage="read")]))
    assert "! 4 claims in 2 documents: no figures that contradict each other; 1 problem on the way." in text


def test_terminal_has_no_colour_without_colour(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    stream = io.StringIO()
    terminal.show(make.result(), Console(file=stream, force_terminal=True, width=80))
    assert "\x1b[31m" not in stream.getvalue()
    assert "⟦12 million⟧" in stream.getvalue()


def test_terminal_stops_at_its_limit():
    findings = [make.finding(make.claim(), make.claim(value=9.0), id=f"f{n}") for n in range(7)]
    stream = io.StringIO()
    terminal.show(make.result(findings=findings), Console(file=stream, width=80), limit=5)
    assert "… and 2 more conflicts" in stream.getvalue()
