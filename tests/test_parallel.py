"""Extraction in several processes gives what one gives, in the same order."""

import threading

import pytest

from factcheck import parallel
from factcheck.model import Document
from factcheck.pipeline import extract_batches, run_extract

TEXT = "Harbour Line had {} employees in May. Its revenue rose by 12% to $40 million in 2023.\n\n"
ARTICLES = [Document(f"{i}.txt", f"{i}.txt", TEXT.format(500 + i), "en") for i in range(12)]
ODD = Document("odd.txt", "odd.txt", "Harbour Line had 512 employees.", "xx")


@pytest.fixture(params=["alone", "beside another thread"])
def eager(request, monkeypatch):
    """More processes whatever the size, as copies of this one and, where other threads run, as new ones."""
    monkeypatch.setattr(parallel, "WORTH", 100)
    if request.param != "alone":
        monkeypatch.setattr(threading, "active_count", lambda: 2)


def test_two_processes_find_what_one_finds(eager):
    one, two = run_extract([*ARTICLES, ODD]), run_extract([*ARTICLES, ODD], jobs=2)
    assert len(one.claims) == 36
    assert two.claims == one.claims
    assert two.documents == one.documents
    assert two.unread == one.unread == ["odd.txt"]


def test_batches_are_extracted_by_one_pool(eager):
    batches = list(extract_batches(ARTICLES, size=5, jobs=2))
    assert [len(batch.documents) for batch in batches] == [5, 5, 2]
    assert [claim for batch in batches for claim in batch.claims] == run_extract(ARTICLES).claims


def test_little_text_starts_no_process():
    with parallel.closing(parallel.Pool(len, len, print, (), print, jobs=2)) as pool:
        assert list(pool.map([])) == []
        assert pool.executor is None
