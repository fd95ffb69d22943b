"""How long the review page takes for each action on a long queue, over HTTP; prints milliseconds.

python benchmarks/review.py [FINDINGS] [DECISIONS]
"""

from __future__ import annotations

import http.client
import itertools
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import make_desk
import uvicorn

from factcheck.archive.decisions import Decision
from factcheck.review.app import make_app
from factcheck.review.desk import Desk
from factcheck.review.server import listen

TOKEN = "benchmark"
TIMES = 20
LIMIT = 100.0  # milliseconds


class Browser:
    """One connection with the cookies of a person at the desk."""

    def __init__(self, port: int) -> None:
        self.connection, self.host = http.client.HTTPConnection("127.0.0.1", port), f"127.0.0.1:{port}"
        self.headers = {"cookie": f"factcheck-token-{port}={TOKEN}; factcheck-name-{port}=Ann"}

    def get(self, path: str) -> None:
        self.connection.request("GET", path, headers=self.headers)
        self._done(200)

    def post(self, path: str, **fields: object) -> None:
        """Sends a form, then asks for the page that it leads to, as a browser does."""
        headers = {"origin": f"http://{self.host}", "content-type": "application/x-www-form-urlencoded"}
        body = urlencode({"back": "", **fields}, doseq=True)
        self.connection.request("POST", path, body, headers={**self.headers, **headers})
        self.get(self._done(303) or "/")

    def _done(self, status: int) -> str | None:
        response = self.connection.getresponse()
        text = response.read()
        assert response.status == status, (response.status, text[:300])
        return response.headers.get("location")


def actions(browser: Browser, desk: Desk) -> dict[str, Callable[[], None]]:
    """Each thing that an editor does, to be called again and again."""
    ids = itertools.cycle(list(desk.findings))
    step = itertools.count()

    def about(id: str) -> dict[str, object]:
        return {"at": id, "subject": f"{id}:{desk.ledger.state(id).version}"}

    def cluster() -> dict[str, object]:
        items = desk.queue.cluster(next(ids))
        members = [f"{item.id}:{desk.ledger.state(item.id).version}" for item in items[1:]]
        return {**about(items[0].id), "member": members, "cluster": "1", "insist": "1"}

    def many() -> dict[str, object]:
        chosen = [next(ids) for _ in range(40)]
        ticked = [f"{id}:{desk.ledger.state(id).version}" for id in chosen]
        return {**about(chosen[0]), "ticked": ticked, "insist": "1"}

    return {
        "open the queue": lambda: browser.get("/"),
        "next finding": lambda: browser.get(f"/?at={next(ids)}"),
        "deep in the queue": lambda: browser.get(f"/?status=&at={list(desk.findings)[-7]}"),
        "filter: severity": lambda: browser.get("/?severity=tension"),
        "filter: rule": lambda: browser.get("/?rule=same-fact"),
        "filter: entity": lambda: browser.get("/?entity=Costa+Verde"),
        "filter: article": lambda: browser.get("/?status=&doc=3-spring.txt"),
        "filter: status": lambda: browser.get("/?status=dismissed"),
        "search": lambda: browser.get("/?q=nordkette+13+million"),
        "search, no match": lambda: browser.get("/?q=zzz"),
        "confirm": lambda: browser.post("/decide", verdict="confirm", **about(next(ids)), insist="1"),
        "dismiss, filtered": lambda: browser.post(
            "/decide", **{**about(next(ids)), "back": "rule=same-fact&q=million", "verdict": "dismiss", "insist": "1"}
        ),
        "unsure, with why": lambda: browser.post("/decide", verdict="unsure", why="ask", **about(next(ids))),
        "whole cluster": lambda: browser.post("/decide", verdict="dismiss", **cluster()),
        "40 ticked": lambda: browser.post("/decide", verdict="dismiss", **many()),
        "note": lambda: browser.post("/note", text=f"note {next(step)}", **about(next(ids))),
        "assign": lambda: browser.post("/assign", assignee="Ben", **about(next(ids))),
        "undo": lambda: browser.post("/undo"),
        "article": lambda: browser.get("/article?doc=3-spring.txt"),
        "suppress a fact": lambda: browser.post("/suppress", scope="fact", why="known", **about(next(ids))),
        "suppress a rule": lambda: browser.post("/suppress", scope="rule", why="noisy", **about(next(ids))),
        "undo of a rule": lambda: browser.post("/undo"),
        "desk": lambda: browser.get("/desk"),
        "pulse": lambda: browser.get("/pulse"),
    }


def main(findings: int, decisions: int) -> int:
    """Prints the table; 1 where an action takes longer than the limit."""
    with tempfile.TemporaryDirectory() as folder:
        source = make_desk.source(Path(folder), findings, 3)
        given = [Decision(f.id, "dismiss", "Ben", "", rule=f.rule) for f in source.findings[-decisions:]]
        source.log.record_all(given if decisions else [], {})
        begun = time.perf_counter()
        desk = Desk(source)
        print(f"{findings:,} findings, {decisions:,} decisions: ready in {time.perf_counter() - begun:.2f} s")
        server, port = serve(desk)
        slow = [name for name, act in actions(Browser(port), desk).items() if not measure(name, act)]
        server.should_exit = True
    return 1 if slow else 0


def serve(desk: Desk) -> tuple[uvicorn.Server, int]:
    """The page, answered by a thread."""
    listening = listen()
    server = uvicorn.Server(uvicorn.Config(make_app(desk, TOKEN), log_level="warning"))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return server, listening.getsockname()[1]


def measure(name: str, act: Callable[[], None]) -> bool:
    """Prints the median and the slowest of some calls; True where the slowest is within the limit."""
    spent = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        spent.append((time.perf_counter() - begun) * 1000)
    print(f"{name:<20} {statistics.median(spent):6.1f} ms   slowest {max(spent):6.1f} ms")
    return max(spent) <= LIMIT


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]]
    sys.exit(main(*(numbers + [20_000, 5_000][len(numbers) :])))
