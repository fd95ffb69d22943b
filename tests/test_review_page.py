"""The review page over HTTP: who is let in, what a form does, and hostile content."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import make_desk
import pytest
from test_report_hostile import ACTING, ATTACKS, hostile
from test_report_html import Page

pytest.importorskip("starlette")
pytest.importorskip("httpx")
from starlette.testclient import TestClient

from factcheck.archive.decision_log import DecisionLog
from factcheck.review.app import make_app
from factcheck.review.desk import Desk
from factcheck.review.sources import Source

TOKEN = "a-token-for-tests"
BASE = "http://127.0.0.1:8000"
PAGES = (
    "/",
    "/?status=",
    "/desk",
    "/article?doc=0-spring.txt",
    "/pulse",
    "/export/decisions.jsonl",
    "/static/review.js",
)
FORMS = ("/decide", "/note", "/assign", "/suppress", "/undo", "/me", "/import")


def client(desk: Desk, who: str = "Ann", **cookies: str) -> TestClient:
    """A browser that has opened the link and said who it is."""
    browser = TestClient(make_app(desk, TOKEN), base_url=BASE, headers={"origin": BASE})
    browser.cookies.update({"factcheck-token-8000": TOKEN, **({"factcheck-name-8000": who} if who else {}), **cookies})
    return browser


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk.desk(tmp_path, 12, 3)


@pytest.fixture
def ann(desk: Desk) -> TestClient:
    return client(desk)


def form(id: str, version: int = 0, **fields: str) -> dict[str, str]:
    return {"at": id, "subject": f"{id}:{version}", "back": "", **fields}


def words(text: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", text)))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_shown_without_the_token(desk: Desk, path: str) -> None:
    stranger = TestClient(make_app(desk, TOKEN), base_url=BASE)
    assert stranger.get(path).status_code == 403
    stranger.cookies.set("factcheck-token-8000", TOKEN[:-1])
    assert stranger.get(path).status_code == 403
    assert stranger.get(path, params={"token": "wrong"}).status_code == 403
    stranger.cookies.set("factcheck-token-8000", TOKEN)
    assert stranger.get(path).status_code == 200


@pytest.mark.parametrize("path", FORMS)
def test_nothing_is_taken_without_the_token(desk: Desk, path: str) -> None:
    stranger = TestClient(make_app(desk, TOKEN), base_url=BASE, headers={"origin": BASE})
    assert stranger.post(path, data=form("f00000", verdict="confirm")).status_code == 403
    assert desk.source.log.history() == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8000", "localhost.evil.example", "[::1", ""])
def test_a_forged_host_is_refused(ann: TestClient, host: str) -> None:
    assert ann.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://127.0.0.1:9000", "https://127.0.0.1:8000", "null", ""]
)
def test_another_origin_is_refused(desk: Desk, ann: TestClient, origin: str) -> None:
    for path in FORMS:
        answer = ann.post(path, data=form("f00000", verdict="confirm"), headers={"origin": origin})
        assert answer.status_code == 403
    del ann.headers["origin"]
    assert ann.post("/decide", data=form("f00000", verdict="confirm")).status_code == 403
    assert desk.source.log.history() == []


def test_a_request_that_another_site_started_is_refused(ann: TestClient) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    assert ann.post("/decide", data=form("f00000", verdict="confirm"), headers=headers).status_code == 403


def test_the_link_leaves_the_token_in_a_cookie_that_scripts_cannot_read(desk: Desk) -> None:
    browser = TestClient(make_app(desk, TOKEN), base_url=BASE)
    answer = browser.get("/", params={"token": TOKEN, "name": "Ann Lee"})
    assert all("HttpOnly" in cookie and "SameSite=strict" in cookie for cookie in answer.headers.get_list("set-cookie"))
    assert "Ann Lee" in browser.get("/").text


def test_every_answer_has_a_policy_without_inline_script(ann: TestClient) -> None:
    for path in (*PAGES, "/nowhere"):
        headers = ann.get(path).headers
        policy = headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
    page = Page(ann.get("/").text)
    assert not [name for name, _ in page.attributes if name == "style" or name.startswith("on")]


def test_a_decision_shows_the_next_finding(desk: Desk, ann: TestClient) -> None:
    answer = ann.post("/decide", data=form("f00000", verdict="confirm", why="annual report"), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?at=f00001")
    last = desk.ledger.state("f00000").last
    assert last is not None
    assert (last.who, last.verdict, last.why, last.rule) == ("Ann", "confirm", "annual report", "running-total-fell")
    page = words(ann.get("/?status=&at=f00000").text)
    assert "Ann confirmed annual report" in page
    assert "1 of 12 decided" in page


def test_who_has_no_name_is_asked_first(desk: Desk) -> None:
    nobody = client(desk, "")
    assert nobody.post("/decide", data=form("f00000", verdict="confirm")).status_code == 403
    assert desk.source.log.history() == []
    nobody.post("/me", data={"name": "  Bé   Ö\n", "back": ""})
    nobody.post("/decide", data=form("f00000", verdict="confirm"))
    assert desk.source.log.history()[0].who == "Bé Ö"


def test_who_was_slower_is_told_and_nothing_is_overwritten(desk: Desk, ann: TestClient) -> None:
    client(desk, "Ben").post("/decide", data=form("f00000", verdict="dismiss", why="two ports"))
    answer = ann.post("/decide", data=form("f00000", verdict="confirm"))
    assert answer.status_code == 409
    assert "Ben was faster. dismissed two ports" in words(answer.text)
    assert "f00000:1" in answer.text
    assert [decision.who for decision in desk.source.log.history()] == ["Ben"]


def test_a_contradiction_asks_once(desk: Desk, ann: TestClient) -> None:
    client(desk, "Ben").post("/decide", data=form("f00000", verdict="dismiss", why="two ports"))
    answer = ann.post("/decide", data=form("f00000", 1, verdict="confirm", why="no"))
    assert answer.status_code == 409
    assert "That contradicts an earlier decision. Ben dismissed two ports" in words(answer.text)
    asked = dict(
        re.findall(r'name="(\w+)" value="([^"]*)"', answer.text.partition('id="insist"')[2].partition("</form>")[0])
    )
    assert asked == form("f00000", 1, verdict="confirm", why="no") | {"insist": "1"}
    assert ann.post("/decide", data=asked).status_code == 200
    assert desk.status("f00000") == "confirmed"
    assert "contradicts an earlier decision" in words(ann.get("/?status=&at=f00000").text)
    assert "Contradictions" in ann.get("/desk").text


def test_ticked_findings_and_clusters_are_decided_together(desk: Desk, ann: TestClient) -> None:
    ann.post("/decide", data=form("f00000", verdict="dismiss") | {"ticked": ["f00007:0", "f00009:0"]})
    assert [id for id in desk.findings if desk.status(id) == "dismissed"] == ["f00007", "f00009"]
    fields = form("f00003", verdict="confirm", cluster="1") | {"member": ["f00004:0", "f00005:0"]}
    ann.post("/decide", data=fields)
    assert [id for id in desk.findings if desk.status(id) == "confirmed"] == ["f00003", "f00004", "f00005"]
    ann.post("/undo", data={"back": ""})
    assert not [id for id in desk.findings if desk.status(id) == "confirmed"]


def test_notes_assignments_and_suppressions(desk: Desk, ann: TestClient) -> None:
    ann.post("/note", data=form("f00000", text="ask the port"))
    ann.post("/assign", data=form("f00000", 1, assignee="Ben"))
    assert "Ann assigned to Ben" in words(ann.get("/?at=f00000").text)
    ann.post("/suppress", data=form("f00000", 2, scope="rule", why="noisy", expires="2999-01-01"))
    page = words(ann.get("/desk").text)
    assert "suppressed by rule until 2999-01-01 noisy" in page
    assert "silences 3 findings" in page
    ann.post("/undo", data={"to": "desk", "subject": "running-total-fell:1", "back": ""})
    assert desk.queue.count(desk_filter()) == 12
    assert ann.post("/suppress", data=form("f00000", 2, scope="rule", why="x", expires="soon")).status_code == 400
    assert ann.post("/suppress", data=form("f00000", 2, scope="claim 9", why="x")).status_code == 400
    assert ann.post("/suppress", data=form("f00000", 2, scope="claim 0", why="x")).status_code == 200
    assert desk.queue.count(desk_filter()) == 9
    assert ann.post("/suppress", data=form("f00000", 2, scope="moon", why="x")).status_code == 400
    assert ann.post("/decide", data=form("nothing", verdict="confirm")).status_code == 400
    assert ann.post("/decide", data=form("f00000", 2, verdict="nod")).status_code == 400


def desk_filter():
    from factcheck.review.queue import Filter

    return Filter()


def test_an_article_marks_its_claims_and_leads_back(ann: TestClient) -> None:
    page = ann.get("/article", params={"doc": "0-spring.txt", "at": "f00001", "back": "severity=conflict"}).text
    assert re.search(
        r'<a class="claim conflict" id="s\d+-\d+" href="/\?status=&amp;doc=0-spring.txt&amp;at=f00000"', page
    )
    assert 'href="/?severity=conflict&amp;at=f00001"' in page
    assert ann.get("/article?doc=../../etc/passwd").status_code == 404


def test_precision_is_shown_beside_the_rule(desk: Desk, ann: TestClient) -> None:
    ann.post("/decide", data=form("f00000", verdict="confirm"))
    assert "right 1 of 1 time here" in words(ann.get("/?at=f00004").text)


def test_a_decision_on_figures_that_changed_is_shown_as_an_orphan(tmp_path: Path) -> None:
    before = make_desk.source(tmp_path, 3)
    Desk(before).decide("Ann", "confirm", {"f00001": 0})
    after = replace(before, findings=[before.findings[0], replace(before.findings[1], id="f-new"), before.findings[2]])
    desk = Desk(after)
    assert desk.status("f-new") == "open"
    assert "Orphans" in client(desk).get("/desk").text


def test_a_draft_asks_for_a_correction_once_confirmed(desk: Desk, ann: TestClient) -> None:
    where = {"at": "f00000", "doc": "0-spring.txt"}
    assert ann.get("/correction", params=where).status_code == 404
    ann.post("/decide", data=form("f00000", verdict="confirm"))
    text = ann.get("/correction", params=where).text
    assert "12 million passengers in total" in text
    assert "That does not fit with:" in text


def hostile_desk(attack: str, folder: Path) -> Desk:
    result = hostile(attack)
    titles = {document.id: attack for document in result.documents}
    (document,) = result.documents
    source = Source(
        attack, result.findings[:1], DecisionLog(folder / "log.sqlite"), titles, lambda doc: (document, result.claims)
    )
    return Desk(source)


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_content_is_inert(attack: str, tmp_path: Path) -> None:
    def shown(text: str, folder: Path) -> list[str]:
        folder.mkdir()
        desk = hostile_desk(text, folder)
        browser, (id,) = client(desk), desk.findings
        sent = text.encode("utf-8", "replace").decode()
        browser.post("/note", data=form(id, text=f"note {sent}"))
        browser.post("/decide", data=form(id, 1, verdict="confirm", why=sent))
        article = browser.get("/article", params={"doc": next(iter(desk.docs))})
        return [browser.get("/?status=").text, browser.get("/desk").text, article.text]

    for page, calm in zip(shown(attack, tmp_path / "a"), shown("calm", tmp_path / "b"), strict=True):
        assert not [char for char in ACTING if char in page]
        ours, plain = Page(page), Page(calm)
        assert set(ours.tags) == set(plain.tags)
        assert {name for name, _ in ours.attributes} == {name for name, _ in plain.attributes}
        assert not [link for link in ours.links if not link.startswith(("/", "#"))]
