"""The stages in a row: read, extract, compare."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from factcheck.config import Options
from factcheck.errors import FactcheckError, Problem
from factcheck.extraction import Extracted, extract_document, pool_of
from factcheck.model import Document, Result
from factcheck.parallel import closing
from factcheck.read.paths import read_paths
from factcheck.read.words import known_languages
from factcheck.rulebook import Rulebook, load_rulebook, shipped

Progress = Callable[[str, int, int], None]  # stage, done, total (0 where unknown)


def run_extract(
    paths: Sequence[str | Path | Document],
    options: Options | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Result:
    """The documents and claims of `paths`, and all that could not be read; a Document is taken as it is.

    `jobs` is the most processes to extract in; more than one asks that the main module can be imported again.
    """
    options = options or Options()
    rulebook = load_rules(options)
    result = _read(paths, stdin, progress or _silent)
    result.problems += rulebook.problems
    _extract(result, rulebook, progress or _silent, jobs)
    return result


def extract_batches(
    paths: Sequence[str | Path | Document],
    options: Options | None = None,
    *,
    stdin: BinaryIO | None = None,
    size: int = 200,
    jobs: int = 1,
) -> Iterator[Result]:
    """The documents and claims of `paths`, some hundred documents at a time, so that memory stays small."""
    options = options or Options()
    rulebook = load_rules(options)
    result = Result(problems=list(rulebook.problems))
    with closing(pool_of(rulebook, jobs)) as pool:
        for item in read_paths(paths, stdin=stdin):
            collect(item, result)
            if len(result.documents) >= size:
                _fill(result, pool.map(result.documents), _silent)
                yield result
                result = Result()
        _fill(result, pool.map(result.documents), _silent)
        yield result


def run_check(
    paths: Sequence[str | Path | Document],
    options: Options | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Result:
    """The documents, claims and findings of `paths`, and all that could not be read; `jobs` as for run_extract."""
    options = options or Options()
    rulebook = load_rules(options)
    _check_profile(options.profile, rulebook)
    result = _read(paths, stdin, progress or _silent)
    _extract(result, rulebook, progress or _silent, jobs)
    (_compare_against if options.against else compare_claims)(result, rulebook, options, progress or _silent)
    result.problems += rulebook.problems
    return result


def load_rules(options: Options) -> Rulebook:
    """The shipped rules with those of the options' folders; a folder that does not exist is an error."""
    for folder in options.rules:
        if not folder.is_dir():
            problem = Problem(
                str(folder), "no such folder of rules", hint="make one with: factcheck init", stage="rules"
            )
            raise FactcheckError(problem)
    files = sorted(file for folder in (shipped(), *options.rules) for file in _dated(folder))
    return _load_rules(options.rules, tuple(files))


def _dated(folder: Path) -> Iterator[tuple[str, int]]:
    """The files of a folder of rules with when they were changed."""
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".yml"):
                path = os.path.join(parent, name)
                yield path, os.stat(path).st_mtime_ns


@lru_cache(maxsize=4)
def _load_rules(folders: tuple[Path, ...], files: tuple[tuple[str, int], ...]) -> Rulebook:
    """Rules are read, and their words compiled, once for many runs; a file that changed is read again."""
    return load_rulebook(*folders)


def _read(paths: Sequence[str | Path | Document], stdin: BinaryIO | None, progress: Progress) -> Result:
    result = Result()
    for item in read_paths(paths, stdin=stdin):
        collect(item, result)
        progress("read", len(result.documents), 0)
    return result


def collect(item: Document | Problem, result: Result) -> None:
    """Puts what was read where it belongs."""
    if isinstance(item, Problem):
        result.problems.append(item)
        result.unread.append(item.path)
        return
    if item.lang not in known_languages():
        result.unread.append(item.path)
    result.documents.append(item)


def extract_claims(result: Result, rulebook: Rulebook, progress: Progress | None = None) -> None:
    """Dates each document and fills in the claims; what fails for one document is a problem, and the rest goes on."""
    _fill(result, (extract_document(document, rulebook) for document in result.documents), progress or _silent)


def _extract(result: Result, rulebook: Rulebook, progress: Progress, jobs: int) -> None:
    with closing(pool_of(rulebook, jobs)) as pool:
        _fill(result, pool.map(result.documents), progress)


def _fill(result: Result, extracted: Iterable[Extracted], progress: Progress) -> None:
    """Puts what was extracted, one document after the other, into a result."""
    total = len(result.documents)
    for i, (document, claims, problem) in enumerate(extracted):
        progress("extract", i, total)
        result.documents[i] = document
        result.claims += claims
        if problem:
            result.problems.append(problem)
            result.unread.append(document.path)
    progress("extract", total, total)


def compare_claims(result: Result, rulebook: Rulebook, options: Options, progress: Progress | None = None) -> None:
    """Fills in the findings."""
    from factcheck.compare.engine import compare

    progress = progress or _silent
    progress("compare", 0, len(result.claims))
    result.findings = list(
        compare(
            result.claims,
            result.documents,
            rulebook,
            profile=options.profile,
            show_all=options.all,
            engine=options.engine,
        )
    )
    progress("compare", len(result.claims), len(result.claims))


def _compare_against(result: Result, rulebook: Rulebook, options: Options, progress: Progress) -> None:
    from factcheck.against import compare_against
    from factcheck.archive.store import Archive

    progress("compare", 0, len(result.claims))
    compare_against(result, Archive(options.against), rulebook, profile=options.profile, show_all=options.all)
    progress("compare", len(result.claims), len(result.claims))


def _check_profile(name: str, rulebook: Rulebook) -> None:
    if rulebook.profiles and name not in rulebook.profiles:
        hint = f"known: {', '.join(sorted(rulebook.profiles))}"
        raise FactcheckError(Problem("--profile", f"no profile {name!r}", hint=hint, stage="config"))


def _silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""
