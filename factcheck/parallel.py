"""Work on documents spread over processes, where there is enough text for more than one to be worth its start."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factcheck.model import Document

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

WORTH = 1_500_000  # characters of text from which more processes gain more than their start costs
_CHUNK = 4  # documents that a process takes at a time

T = TypeVar("T")


@dataclass(slots=True)
class Pool(Generic[T]):
    """Does one task with each document: `here` in this process, `there` in others, which `start` makes ready."""

    here: Callable[[Document], T]
    there: Callable[[Document], T]
    start: Callable[..., None]
    given: tuple[Any, ...]  # what `start` is called with
    jobs: int
    executor: ProcessPoolExecutor | None = None

    def map(self, documents: Sequence[Document]) -> Iterable[T]:
        """What the task gives for each document, in the order given."""
        size = sum(len(document.text) for document in documents)
        if self.executor is None and self.jobs > 1 and size >= WORTH:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            context = multiprocessing.get_context("spawn")  # a fork of a process with threads may hang
            self.executor = ProcessPoolExecutor(self.jobs, context, self.start, self.given)
        if self.executor is None:
            return map(self.here, documents)
        return self.executor.map(self.there, documents, chunksize=_CHUNK)


@contextmanager
def closing(pool: Pool[T]) -> Iterator[Pool[T]]:
    """The pool, whose processes end with the block."""
    try:
        yield pool
    finally:
        if pool.executor:
            pool.executor.shutdown(cancel_futures=True)
