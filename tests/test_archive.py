"""The archive: what goes in comes out, versions, look-up, kills, one writer and many readers."""

from __future__ import annotations

import math
import signal
import subprocess
import sys
import textwrap
import threading
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import make
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.archive import runs as runs_module
from factcheck.archive.columns import columns, objects_of, rows_of
from factcheck.archive.editions import changes
from factcheck.archive.keys import copy_key
from factcheck.archive.lock import writer_lock
from factcheck.archive.lookup import find_candidates
from factcheck.archive.manifest import Manifest, write_manifest
from factcheck.archive.nearest import Window
from factcheck.archive.packed import PACKED, pack, unpack
from factcheck.archive.records import claim_of, claim_row
from factcheck.archive.store import Archive
from factcheck.archive.tables import Edition, edition_tables
from factcheck.errors import FactcheckError, Problem
from factcheck.interval import Interval
from factcheck.model import Claim, Document, Finding, Zone
from factcheck.period import Period

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
NUMBER = st.floats(allow_nan=False)
DAY = st.none() | st.dates()
PERIOD = st.none() | st.builds(Period, DAY, DAY, TEXT, TEXT)
INTERVAL = st.builds(
    Interval,
    NUMBER.filter(lambda x: x < math.inf),
    NUMBER.filter(lambda x: x > -math.inf),
    st.booleans(),
    st.booleans(),
)
MAYBE = st.none() | TEXT
MARKED = st.text("a\x1c\x1d\x1e\x1f03", max_size=4)  # the marks between the cells of a packed claim
CLAIMS = st.builds(
    Claim, id=TEXT, doc=TEXT, start=st.integers(0, 10**9), end=st.integers(0, 10**9), quote=TEXT, sentence=TEXT,
    entity=MAYBE, metric=TEXT, kind=st.sampled_from(["level", "share"]), value=st.none() | NUMBER, unit=TEXT,
    bound=st.sampled_from(["exact", "range"]), allowed=INTERVAL, stated=INTERVAL, high=st.none() | NUMBER, time=PERIOD,
    timekind=st.sampled_from(["as_of", "unknown"]), region=MAYBE, restrictors=WORDS, of=MAYBE, event=MAYBE,
    source=MAYBE, negated=st.booleans(), published=MAYBE, alternatives=WORDS, frame=WORDS,
    paragraph=st.integers(0, 10**6), bracket_of=MAYBE, basis=MAYBE,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, max_size=4))
def test_claims_come_back_as_they_went_in(claims: list[Claim]) -> None:
    assert objects_of(Claim, rows_of(claims, columns(Claim))) == claims
    assert [claim_of(claim_row(claim)) for claim in claims] == claims


@settings(max_examples=200, deadline=None)
@given(st.lists(CLAIMS | st.builds(replace, CLAIMS, quote=MARKED, of=MARKED, frame=st.lists(MARKED).map(tuple))))
def test_packed_claims_come_back_as_they_went_in(claims: list[Claim]) -> None:
    document = make.document(id="a.txt")
    rows = edition_tables([Edition(document, 1, "a.txt", "", tuple(claims))])["claims"]
    assert unpack(pack(rows)) == claims


def test_every_claim_field_is_stored() -> None:
    from dataclasses import fields

    from factcheck.archive.columns import slots

    assert [slot.name for slot in slots(Claim)] == [field.name for field in fields(Claim)]


def test_a_lone_surrogate_does_not_stop_an_import(archive: Archive) -> None:
    archive.add([make.document(text=make.SPRING + "\ud83d", published="2024-05-02")], [make.claim(source="\udc80x")])
    assert [claim.source for claim in archive.claims()] == ["?x"]
    assert next(archive.documents()).text.endswith("?")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive", wait=0.2)


def fill(archive: Archive) -> None:
    spring, summer = make.document(published="2024-05-02"), make.document("summer.txt", make.SUMMER)
    archive.add([spring, summer], [make.claim(), make.claim("11.2 million", summer, 11.2e6, metric="passengers")])


def test_documents_and_claims_come_back(archive: Archive) -> None:
    document = make.document(
        published="2024-05-02", title="T", url="https://example.test/a", publisher="Quay Gazette",
        zones=(Zone(0, 10, "headline"),), problems=(Problem("a", "odd"),),
    )  # fmt: skip
    claim = make.claim(time=make.day("2024-05-01"), allowed=Interval(12e6, math.inf, True, False))
    archive.add([document], [claim])
    assert list(archive.documents()) == [document]
    assert list(archive.documents(["spring.txt"])) == [document]
    assert list(archive.documents(["other.txt"])) == []
    assert list(archive.claims()) == [claim]


@pytest.mark.parametrize(
    ("filter", "count"),
    [
        ({"entity": "harbour line"}, 2),
        ({"entity": "Harbour Line", "metric": "passengers"}, 2),
        ({"entity": "Harbour Line", "metric": "ships"}, 0),
        ({"metric": "passengers"}, 2),
        ({"docs": ["summer.txt"]}, 1),
        ({"entity": "Nordkette AG"}, 0),
    ],
)
def test_claims_are_found_by_slot(archive: Archive, filter: dict[str, object], count: int) -> None:
    fill(archive)
    assert len(list(archive.claims(**filter))) == count  # type: ignore[arg-type]


def test_adding_again_changes_nothing(archive: Archive) -> None:
    fill(archive)
    before = sorted(archive.path.rglob("*.parquet"))
    added = archive.add([make.document(published="2024-05-02")], [make.claim()])
    assert (added.unchanged, added.editions) == (1, [])
    assert sorted(archive.path.rglob("*.parquet")) == before


@pytest.mark.parametrize("slots", [{"id": "spring.txt"}, {"id": "moved.txt", "url": "https://example.test/a"}])
def test_a_changed_article_is_a_new_version(archive: Archive, slots: dict[str, str]) -> None:
    old = make.document(url="https://example.test/a")
    new = make.document(text=make.SPRING.replace("12 million", "13 million"), **slots)
    archive.add([old], [make.claim(article=old)])
    added = archive.add([new], [make.claim("13 million", new, 13e6)])
    assert [(edition.version, edition.article) for edition in added.editions] == [(2, "spring.txt")]
    assert list(archive.documents()) == [new]
    assert [claim.value for claim in archive.claims()] == [13e6]
    assert sorted(claim.value or 0 for claim in archive.claims(superseded=True)) == [12e6, 13e6]
    ((older, newer),) = archive.versions()
    assert (older.document, newer.document) == (old, new)
    assert [(a.value, b.value) for a, b in changes(older, newer)] == [(12e6, 13e6)]
    assert (archive.stats().documents, archive.stats().superseded) == (1, 1)


def test_an_old_version_added_again_does_not_come_back(archive: Archive) -> None:
    texts = [make.SPRING, make.SPRING + "More.", make.SPRING]
    versions = [[e.version for e in archive.add([make.document(text=text)], []).editions] for text in texts]
    assert versions == [[1], [2], []]


def test_two_versions_in_one_step(archive: Archive) -> None:
    archive.add([make.document(text=text) for text in ("one", "two", "one")], [])
    assert [document.text for document in archive.documents()] == ["two"]
    assert [(a.document.text, b.document.text) for a, b in archive.versions()] == [("one", "two")]


def test_findings_are_those_of_the_last_check(archive: Archive) -> None:
    first, second = make.result().findings[:2]
    archive.put_findings([first, second])
    assert sorted(archive.findings(), key=by_id) == sorted([first, second], key=by_id)
    archive.put_findings([second])
    assert archive.findings() == [second]
    archive.put_findings([])
    assert archive.findings() == []


def by_id(finding: Finding) -> str:
    return finding.id


DRAFT = make.document("draft.txt")


def draft(**slots: object) -> Claim:
    return make.claim(article=DRAFT, sentence="Too short.", **slots)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("slots", "found"),
    [
        ({}, 2),
        ({"entity": "HARBOUR-LINE"}, 2),
        ({"entity": None}, 0),
        ({"entity": "Nordkette AG"}, 0),
        ({"metric": "ships"}, 0),
        ({"region": "world"}, 2),
        ({"region": "NO"}, 0),
    ],
)
def test_candidates_share_entity_metric_and_region(archive: Archive, slots: dict[str, object], found: int) -> None:
    fill(archive)
    assert len(archive.candidates([draft(**slots)]).claims) == found


def test_candidates_of_related_metrics_and_regions(archive: Archive) -> None:
    fill(archive)
    assert len(archive.candidates([draft(metric="capacity")], {"capacity": ["passengers"]}).claims) == 2
    assert len(archive.candidates([draft(region="NO")], compatible=lambda a, b: True).claims) == 2


def test_a_near_copy_comes_whole(archive: Archive) -> None:
    fill(archive)
    copy = make.document("copy.txt", make.SPRING.replace("12 million", "21 million"))
    claim = make.claim("21 million", copy, 21e6, entity="Somebody Else")
    found = archive.candidates([claim])
    assert [document.id for document in found.copies] == ["spring.txt"]
    assert [one.quote for one in found.claims] == ["12 million"]


def test_the_draft_itself_is_no_candidate(archive: Archive) -> None:
    fill(archive)
    assert [c.doc for c in archive.candidates([make.claim()]).claims] == ["summer.txt"]
    assert archive.candidates([draft()], own=["spring.txt", "summer.txt"]).claims == []


def test_of_too_many_candidates_the_nearest_in_time_are_kept(archive: Archive) -> None:
    days = [date(2020, 1, 1 + i) for i in range(20)]
    claims = [make.claim(id=f"c{i}", start=i, time=Period(day, day, day.isoformat())) for i, day in enumerate(days)] + [
        make.claim(id="undated", start=99)
    ]
    archive.add([make.document()], claims)
    found = archive.candidates([draft(time=make.day("2020-01-10"))], window=Window(3, beyond=3))
    assert {claim.time.start.day for claim in found.claims if claim.time and claim.time.start} == {9, 10, 11}
    assert found.cut == 18


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("By May the line had carried 12 million guests.", "By May the line had carried 1.3 million guests.", True),
        ("By May the line had carried 12 million guests.", "By May the line had carried 12 billion guests.", True),
        ("By May the line had carried 12 million guests.", "By June the line had carried 12 million guests.", False),
    ],
)
def test_the_key_of_a_sentence_leaves_its_numbers_out(a: str, b: str, same: bool) -> None:
    assert (copy_key(a) == copy_key(b)) is same
    assert copy_key("Only 12 million.") is None


def test_names_are_compared_as_the_entity_gate_does() -> None:
    from factcheck.archive import keys
    from factcheck.compare import view

    for name in ("Tik Tok", "Straße & Söhne", "日本", "A-B_c 9", "İstanbul", "e\u0301"):
        assert keys.compact(name) == view.compact(name)


def test_many_small_additions_are_merged_and_none_is_lost(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs_module, "GROUP_ROWS", 4)
    for i in range(40):
        document = make.document(f"{i}.txt", make.SPRING + str(i))
        archive.add([document], [make.claim(article=document, entity=f"Firm {i % 5}", id=str(j)) for j in range(3)])
    manifest = archive.snapshot().manifest
    assert max(len(manifest.runs(table)) for table in manifest.tables) < 8
    assert len({claim.doc for claim in archive.claims()}) == 40
    assert len(list(archive.claims(entity="Firm 3", metric="passengers"))) == 24
    assert len(archive.candidates([draft(entity="Firm 3")]).claims) == 24


def test_a_reader_keeps_what_it_opened_while_a_writer_merges(archive: Archive) -> None:
    fill(archive)
    held = archive.snapshot()
    for i in range(20):
        archive.add([make.document(f"{i}.txt", str(i))], [make.claim(id=str(i))])
    assert len(find_candidates(held, [draft()], {}).claims) == 2


def test_an_archive_without_packed_claims_is_read_and_packed_when_written(archive: Archive) -> None:
    fill(archive)
    manifest = archive.snapshot().manifest
    write_manifest(archive.path, Manifest(1, {name: runs for name, runs in manifest.tables.items() if name != PACKED}))
    for _ in range(2):
        assert len(list(archive.claims(entity="Harbour Line"))) == 2
        assert [claim.doc for claim in archive.candidates([draft()]).claims] == ["spring.txt", "summer.txt"]
        archive.add([make.document("new.txt", "new")], [])
        assert archive.snapshot().packed


@pytest.mark.parametrize("window", [Window(3, 31, 2), Window(30, 31, 4), Window(2, 400, 40)])
def test_what_is_near_is_found_however_the_rows_lie(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, window: Window
) -> None:
    claims = []
    for i in range(200):
        start = date(2019 + i % 5, 1 + i % 12, 1)
        time = None if i % 17 == 0 else Period(start, start + timedelta(i % 40), start.isoformat())
        region = ("DE", "world", None)[i % 3]
        claims.append(make.claim(id=f"c{i}", doc=f"{i}.txt", start=i, time=time, region=region))
    documents = [make.document(f"{i}.txt", str(i)) for i in range(200)]
    drafts = [draft(time=make.day(f"202{i}-05-01"), region=("DE", None)[i % 2]) for i in range(4)]
    found = set()
    for rows in (4, 1024):
        monkeypatch.setattr(runs_module, "GROUP_ROWS", rows)
        other = Archive(archive.path / str(rows))
        other.add(documents, claims)
        met = other.candidates(drafts, compatible=lambda a, b: True, window=window).claims
        found.add(tuple(claim.id for claim in met))
    assert len(found) == 1
    assert found != {()}


WITHOUT_PANDAS = """
import sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "pandas":
            raise SystemExit("pandas is imported")
sys.meta_path.insert(0, Watch())
sys.path.insert(0, sys.argv[2])
import make
from factcheck.archive.store import Archive
found = Archive(sys.argv[1]).candidates([make.claim(article=make.document("draft.txt"))])
print(len(found.claims), len(found.copies))
"""


def test_a_look_up_does_not_wait_for_pandas(archive: Archive) -> None:
    fill(archive)
    for i in range(2):  # a superseded version, so that what is current must be told
        archive.add([make.document("summer.txt", make.SUMMER + str(i))], [make.claim(doc="summer.txt", id=str(i))])
    tests = str(Path(__file__).parent)
    command = [sys.executable, "-c", WITHOUT_PANDAS, str(archive.path), tests]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.stdout.split(), done.stderr) == (["2", "2"], "")


def test_one_writer_at_a_time_and_readers_go_on(archive: Archive) -> None:
    fill(archive)
    with writer_lock(archive.path / "writer.lock"):
        with pytest.raises(FactcheckError, match=r"is being written by process \d+.*reading goes on"):
            archive.add([make.document("new.txt", "new")], [])
        assert len(list(archive.claims())) == 2
    archive.add([make.document("new.txt", "new")], [])


def test_writers_wait_for_each_other(archive: Archive) -> None:
    patient = Archive(archive.path, wait=20)
    threads = [
        threading.Thread(target=lambda i=i: patient.add([make.document(f"{i}.txt", str(i))], [])) for i in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert archive.stats().documents == 8


def test_errors_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"no archive here.*factcheck archive add"):
        Archive(tmp_path / "none").stats()
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FactcheckError, match=r"not an archive, and it holds letter\.txt"):
        Archive(tmp_path).add([make.document()], [])
    (tmp_path / "manifest.json").write_text('{"format": 99, "number": 1, "tables": {}}')
    with pytest.raises(FactcheckError, match="format 99"):
        Archive(tmp_path).stats()
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(FactcheckError, match="cannot be read"):
        Archive(tmp_path).stats()


WRITER = textwrap.dedent(
    """
    import sys
    sys.path.insert(0, sys.argv[2])
    import make
    from factcheck.archive.store import Archive
    archive = Archive(sys.argv[1])
    for i in range(int(sys.argv[3]), 10**6):
        documents = [make.document(f"{i}-{j}.txt", make.SPRING + f"{i}-{j}") for j in range(3)]
        claims = [make.claim(article=document, id=str(k), start=k) for document in documents for k in range(4)]
        archive.add(documents, claims)
        print(i, flush=True)
    """
)


def test_a_kill_at_any_moment_leaves_whole_articles(tmp_path: Path) -> None:
    folder, tests = tmp_path / "archive", str(Path(__file__).parent)
    written = 0
    for attempt in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), tests, str(written)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        written = int(process.stdout.readline()) + 1
        time.sleep(0.013 * attempt)
        process.send_signal(signal.SIGKILL)
        written = max([written, *(int(line) + 1 for line in process.stdout.read().split())])
        process.wait()
        archive = Archive(folder)
        by_doc: dict[str, int] = {}
        for claim in archive.claims():
            by_doc[claim.doc] = by_doc.get(claim.doc, 0) + 1
        documents: list[Document] = list(archive.documents())
        assert {document.id for document in documents} == set(by_doc)
        assert set(by_doc.values()) == {4}
        assert len(documents) % 3 == 0
        assert len(documents) in (3 * written, 3 * written + 3)
