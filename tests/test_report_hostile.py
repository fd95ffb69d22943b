"""Articles that try to act on the reader's page, terminal, spreadsheet or code host."""

import csv
import io
import json

import make
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from test_report_html import Page

from factcheck import plugins
from factcheck.errors import Problem
from factcheck.model import Diagnosis, Gate, Result
from factcheck.report import html, jsonl, markdown, sarif, terminal

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><svg onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% for x in y %}",
    "=HYPERLINK(1)",
    "\x1b[2J\x1b]0;owned\x07",
    "\u202egpj.exe",
    "[bold]x[/bold][link=file:///etc]y[/link]",
    "[x](javascript:alert(1)) ![y](z) @everyone",
    "%0A::error::owned",
    "\r::error::owned\r",
    "\ud800 lone",
    "\u0000\u0085\u2028",
    "'; DROP TABLE claims; --",
]
ACTING = "\x1b\x07\x00\r\x85\u2028\u202e\ud800"


def hostile(attack):
    text = f"{attack} had 12 {attack} people, then 13 {attack} people.\n"
    source = make.document(
        f"{attack}.txt", text, title=attack, url=f"javascript:{attack}", publisher=attack, published="2024-05-02"
    )
    slots = {"entity": attack, "metric": f"count:{attack}", "restrictors": (f"who:{attack}",), "source": attack}
    slots |= {"region": attack, "event": attack, "of": attack, "id": attack}
    one = make.claim(f"12 {attack}", source, 12.0, time=make.day("2024-05-01"), **slots)
    two = make.claim(f"13 {attack}", source, 13.0, time=make.day("2024-05-02"), **slots)
    words = {"id": attack, "rule": attack, "message": attack, "explanation": attack}
    conflict = make.finding(
        one, two, **words, diagnosis=(Diagnosis("factor", attack),), gates=(Gate(attack, True, attack),)
    )
    agree = make.finding(one, severity="corroboration", **words)
    problem = Problem(attack, attack, hint=attack, stage=attack)
    return Result([source], [one, two], [conflict, agree], [problem], {attack: 1})


def rendered(format, attack):
    return plugins.report(format)(hostile(attack))


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("format", [name for name in plugins.formats() if name != "xlsx"])
def test_no_format_holds_a_character_that_acts(format, attack):
    text = rendered(format, attack)
    assert not [char for char in ACTING if char in text]
    text.encode("utf-8")


@pytest.mark.parametrize("attack", ATTACKS)
def test_html_gains_no_element_no_handler_and_no_link(attack):
    page, plain = Page(rendered("html", attack)), Page(rendered("html", "calm"))
    assert page.tags == plain.tags
    assert sorted({name for name, _ in page.attributes}) == sorted({name for name, _ in plain.attributes})
    assert not [link for link in page.links if not link.startswith("#")]


def test_template_braces_are_text():
    text = rendered("html", ATTACKS[4])
    assert "{{ 7 * 7 }}" in text
    assert "49" not in text.partition("<body>")[2].partition("<script>")[0].replace("449", "")


@pytest.mark.parametrize("attack", ATTACKS)
def test_json_formats_keep_the_true_text(attack):
    lines = rendered("claims", attack).splitlines()
    assert [json.loads(line)["quote"] for line in lines] == [f"12 {attack}", f"13 {attack}"]
    assert json.loads(rendered("json", attack))["findings"][0]["message"] == attack


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_csv_cell_is_a_formula(attack):
    rows = list(csv.reader(io.StringIO(rendered("csv", attack))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "\t"))]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_spreadsheet_cell_is_a_formula(attack):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(rendered("xlsx", attack)))
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_github_gets_one_command_for_each_finding(attack):
    assert len(rendered("github", attack).split("\n")) == 2


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_has_no_html_no_links_and_no_mentions(attack):
    text = rendered("markdown", attack)
    for sign in ("<script", "<img", "<svg", "](", "@everyone"):
        assert sign not in text.replace("\\](", "")


@pytest.mark.parametrize("attack", ATTACKS)
def test_sarif_places_stay_inside_the_project(attack):
    log = json.loads(rendered("sarif", attack))
    for result in log["runs"][0]["results"]:
        for place in (*result["locations"], *result["relatedLocations"]):
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert ":" not in uri
            assert not uri.startswith("/")


@pytest.mark.parametrize("attack", ATTACKS)
def test_terminal_shows_no_markup_and_no_links(attack):
    stream = io.StringIO()
    terminal.show(hostile(attack), Console(file=stream, force_terminal=True, width=90))
    assert "\x1b]" not in stream.getvalue()
    assert "\x1b[2J" not in stream.getvalue()


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_at_all(text):
    result = hostile(text)
    Page(html.render(result))
    for render in (jsonl.render, markdown.render, sarif.render, terminal.render):
        render(result).encode("utf-8")
