"""The review page as an editor uses it: keyboard, filters, articles, undo, two people, the spreadsheet."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import make_desk
import pytest

uvicorn = pytest.importorskip("uvicorn")
openpyxl = pytest.importorskip("openpyxl")
api = pytest.importorskip("playwright.sync_api", reason="needs playwright")

from factcheck import check  # noqa: E402
from factcheck.report import json as json_report  # noqa: E402
from factcheck.review.app import make_app  # noqa: E402
from factcheck.review.desk import Desk  # noqa: E402
from factcheck.review.server import listen  # noqa: E402
from factcheck.review.sources import open_source  # noqa: E402

Open = Callable[..., Any]
SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """A desk over invented findings, or over those of the seeds."""
    if "seeds" not in request.fixturenames:
        return make_desk.desk(tmp_path, 12, 3)
    report = tmp_path / "report.json"
    report.write_text(json_report.render(check([SEEDS])), "utf-8")
    return Desk(open_source(report))


@pytest.fixture
def seeds(desk: Desk) -> int:
    """How many findings the seeds have."""
    return len(desk.findings)


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    """The page's address while it is served."""
    listening = listen()
    server = uvicorn.Server(uvicorn.Config(make_app(desk, "token"), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Open]:
    """Opens the page in a browser of its own for one person; what the console complains of fails the test."""
    complaints: list[str] = []
    contexts = []

    def start(who: str = "Ann", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}/?token=token&name={who}")
        page.wait_for_url(f"{address}/")
        return page

    yield start
    for context in contexts:
        context.close()
    assert [text for text in complaints if "409" not in text] == []


def progress(page: Any, text: str) -> None:
    api.expect(page.locator(".progress span")).to_have_text(text)


def at(page: Any, number: str) -> None:
    api.expect(page.locator(".place")).to_have_text(number)


def test_the_first_visit_asks_for_a_name(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/?token=token")
    api.expect(page.get_by_placeholder("Your name")).to_be_focused()
    page.keyboard.type("Mara")
    page.keyboard.press("Enter")
    api.expect(page.locator(".menu summary")).to_have_text("Mara")
    assert "token" not in page.url
    page.close()


def test_the_queue_is_done_with_one_key_a_finding(visit: Open, desk: Desk) -> None:
    page = visit()
    progress(page, "0 of 12 decided")
    for key in "cducdducdcud":
        page.keyboard.press(key)
    progress(page, "12 of 12 decided")
    api.expect(page.locator(".calm")).to_have_text("All done. Every finding is decided.")
    assert len(desk.source.log.history()) == 12


def test_the_seeds_take_at_most_two_keys_a_finding(visit: Open, desk: Desk, seeds: int) -> None:
    page = visit()
    progress(page, f"0 of {seeds} decided")
    for _ in range(seeds):
        page.keyboard.press("u")
    progress(page, f"{seeds} of {seeds} decided")


def test_decisions_are_still_there_after_a_reload_and_can_be_undone(visit: Open, desk: Desk) -> None:
    page = visit()
    page.keyboard.press("w")
    page.keyboard.type("seen the annual report")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    progress(page, "1 of 12 decided")
    page.reload()
    progress(page, "1 of 12 decided")
    page.get_by_text("confirmed 1").click()
    api.expect(page.locator(".history")).to_contain_text("Ann confirmed seen the annual report")
    page.keyboard.press("z")
    progress(page, "0 of 12 decided")
    assert desk.status("f00000") == "open"
    page.reload()
    progress(page, "0 of 12 decided")


def test_moving_notes_and_help(visit: Open) -> None:
    page = visit()
    at(page, "1 / 12")
    for key, number in (("j", "2 / 12"), ("j", "3 / 12"), ("k", "2 / 12")):
        page.keyboard.press(key)
        at(page, number)
    page.keyboard.press("n")
    page.keyboard.type("ask the port; j k c")
    page.keyboard.press("Enter")
    api.expect(page.locator(".history")).to_contain_text("ask the port; j k c")
    at(page, "2 / 12")
    page.keyboard.press("?")
    api.expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("c")
    page.keyboard.press("Escape")
    progress(page, "0 of 12 decided")
    page.go_back()
    at(page, "3 / 12")


def test_filters_and_search(visit: Open) -> None:
    page = visit()
    page.select_option("[name=severity]", "tension")
    api.expect(page.locator("#count")).to_have_text("4 findings")
    page.select_option("[name=entity]", "Nordkette AG")
    api.expect(page.locator("#count")).to_have_text("2 findings")
    page.keyboard.press("Escape")
    page.locator("h1").first.click()
    page.keyboard.press("c")
    api.expect(page.locator("#count")).to_have_text("1 finding")
    page.get_by_role("link", name="Reset").click()
    api.expect(page.locator("#count")).to_have_text("11 findings")
    page.keyboard.press("/")
    page.keyboard.type("lago motori")
    api.expect(page.locator("#count")).to_have_text("3 findings")
    api.expect(page.locator("[name=q]")).to_be_focused()
    page.reload()
    api.expect(page.locator("#count")).to_have_text("3 findings")


def test_a_passage_leads_to_its_span_in_the_article_and_back(visit: Open) -> None:
    page = visit()
    page.locator("figcaption a").nth(1).click()
    api.expect(page.locator(".claim.target")).to_have_text("9.1 million")
    api.expect(page.locator(".claim.target")).to_be_in_viewport()
    assert "#s" in page.url
    page.keyboard.press("b")
    at(page, "1 / 12")
    page.keyboard.press("o")
    api.expect(page.locator(".claim.target")).to_have_text("12 million")
    page.locator(".claim.target").click()
    api.expect(page.locator(".finding h1")).to_contain_text("12 million")


def test_a_cluster_is_decided_at_once_and_undone_at_once(visit: Open, desk: Desk) -> None:
    page = visit()
    page.keyboard.press("Shift+D")
    progress(page, "3 of 12 decided")
    api.expect(page.locator(".last")).to_contain_text("3 findings")
    page.keyboard.press("z")
    progress(page, "0 of 12 decided")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.locator(".rows .ticker input").nth(4).check()
    page.locator(".rows .ticker input").nth(5).check()
    api.expect(page.locator(".ticked")).to_contain_text("3 ticked findings")
    page.keyboard.press("u")
    progress(page, "3 of 12 decided")
    assert [id for id in desk.findings if desk.status(id) == "unsure"] == ["f00000", "f00004", "f00005"]


def test_two_people_at_one_finding(visit: Open, desk: Desk) -> None:
    ann, ben = visit("Ann"), visit("Ben")
    at(ann, "1 / 12")
    at(ben, "1 / 12")
    ann.keyboard.press("c")
    progress(ann, "1 of 12 decided")
    ben.keyboard.press("d")
    api.expect(ben.get_by_role("alert")).to_contain_text("Ann was faster.")
    assert desk.status("f00000") == "confirmed"
    ben.keyboard.press("d")
    api.expect(ben.get_by_role("alert")).to_contain_text("contradicts an earlier decision")
    assert desk.status("f00000") == "confirmed"
    ben.keyboard.press("Enter")
    progress(ben, "1 of 12 decided")
    api.expect(ben.get_by_role("alert")).to_have_count(0)
    assert desk.status("f00000") == "dismissed"
    api.expect(ann.locator("#news")).to_be_visible(timeout=9000)
    ann.keyboard.press("r")
    api.expect(ann.locator("#news")).to_be_hidden()
    assert [(d.who, d.verdict) for d in desk.source.log.history()] == [("Ann", "confirm"), ("Ben", "dismiss")]


def test_assigned_findings_are_found(visit: Open) -> None:
    ann, ben = visit("Ann"), visit("Ben")
    ann.keyboard.press("a")
    ann.keyboard.type("Ben")
    ann.keyboard.press("Enter")
    api.expect(ann.locator(".kicker .status")).to_have_text("for Ben")
    ben.reload()
    ben.select_option("[name=assignee]", "Ben")
    api.expect(ben.locator("#count")).to_have_text("1 finding")


def test_the_spreadsheet_goes_out_and_comes_back(visit: Open, desk: Desk, tmp_path: Path) -> None:
    page = visit()
    page.get_by_role("link", name="Desk").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="findings.xlsx").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    sheet = book["Findings"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, columns["status"]).value, sheet.cell(2, columns["reason"]).value = "confirmed", "rang them"
    book.save(tmp_path / "decided.xlsx")
    page.set_input_files("[name=file]", tmp_path / "decided.xlsx")
    page.get_by_role("button", name="Take in", exact=True).click()
    api.expect(page.locator(".alert")).to_have_text("1 decision taken in.")
    assert desk.status("f00000") == "confirmed"


def test_it_works_without_its_script(browser: Any, address: str, desk: Desk) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/?token=token&name=Ann")
    page.wait_for_url(f"{address}/")
    page.get_by_role("button", name="Confirm").click()
    progress(page, "1 of 12 decided")
    page.get_by_role("button", name="Undo").click()
    progress(page, "0 of 12 decided")
    page.select_option("[name=severity]", "note")
    page.get_by_role("button", name="Filter").click()
    api.expect(page.locator("#count")).to_have_text("3 findings")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 768, 1920])
def test_nothing_is_wider_than_the_window(visit: Open, address: str, width: int, scheme: str) -> None:
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for path in ("", "desk", "article?doc=0-spring.txt"):
        page.goto(f"{address}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_stands_out_from_its_paper(visit: Open) -> None:
    for scheme in ("light", "dark"):
        page = visit(color_scheme=scheme)
        page.keyboard.press("n")
        assert page.evaluate(CONTRAST) == []


# Every visible text whose contrast with the nearest solid background is below 4.5 to 1 (WCAG AA).
CONTRAST = """() => {
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const read = (colour) => { context.clearRect(0, 0, 1, 1); context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1); return context.getImageData(0, 0, 1, 1).data; };
  const light = (c) => [0, 1, 2].map((i) => c[i] / 255)
    .map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const paper = (e) => {
    for (; e; e = e.parentElement) { const c = read(getComputedStyle(e).backgroundColor); if (c[3] > 235) return c; }
    return [255, 255, 255];
  };
  const found = [];
  for (const e of document.querySelectorAll('#app *')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || e.closest('svg, dialog, select, datalist, .unseen')) continue;
    const [a, b] = [light(read(getComputedStyle(e).color)), light(paper(e))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) found.push(`${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 30)} ${ratio.toFixed(2)}`);
  }
  return found;
}"""
