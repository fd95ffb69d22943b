"""Work on documents spread over processes, where there is enough text for more than one to be worth its start."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factcheck.model import Document

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext

WORTH = 300_000  # characters of text from which more processes gain more than their start costs
_CHUNK = 4  # documents that a process takes at a time

T = TypeVar("T")


@dataclass(slots=True)
class Pool(Generic[T]):
    """Does one task with each document: `here` in this process, `there` in others, which `start` makes ready."""

    here: Callable[[Document], T]
    there: Callable[[Document], T]
    start: Callable[..., None]
    given: tuple[Any, ...]  # what `start` is called with
    prepare: Callable[[Sequence[Document]], None]  # called before there are others, which may take over what it loads
    jobs: int
    executor: ProcessPoolExecutor | None = None

    def map(self, documents: Sequence[Document]) -> Iterable[T]:
        """What the task gives for each document, in the order given."""
        size = sum(len(document.text) for document in documents)
        if self.executor is None and self.jobs > 1 and size >= WORTH:
            from concurrent.futures import ProcessPoolExecutor

            self.prepare(documents)
            self.executor = ProcessPoolExecutor(self.jobs, _context(), self.start, self.given)
        if self.executor is None:
            return map(self.here, documents)
        return self.executor.map(self.there, documents, chunksize=_CHUNK)


def _context() -> BaseContext:
    """How processes start: as copies of this one, with all it has loaded, unless other threads make that unsafe."""
    import multiprocessing
    import threading

    alone = threading.active_count() == 1 and sys.platform == "linux"
    return multiprocessing.get_context("fork" if alone else "spawn")


@contextmanager
def closing(pool: Pool[T]) -> Iterator[Pool[T]]:
    """The pool, whose processes end with the block."""
    try:
        yield pool
    finally:
        if pool.executor:
            pool.executor.shutdown(cancel_futures=True)
