"""The archive: documents, claims and findings in a folder of Parquet files, and a log of decisions beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.archive.arrow import pa
from factcheck.archive.decision_log import DecisionLog
from factcheck.archive.editions import Added, plan
from factcheck.archive.lock import writer_lock
from factcheck.archive.lookup import Candidates, find_candidates
from factcheck.archive.manifest import NAME, File, Manifest, Run, read_manifest, retire, sweep, write_manifest
from factcheck.archive.merge import due, merge
from factcheck.archive.nearest import DRAFT, Window, same_region
from factcheck.archive.packed import PACKED, is_packed, pack
from factcheck.archive.revision import Revision
from factcheck.archive.runs import write_run
from factcheck.archive.snapshot import Snapshot
from factcheck.archive.stats import Stats, stats_of
from factcheck.archive.tables import SCHEMAS, Edition, edition_tables, finding_tables, superseded_table
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Document, Finding

_LOCK = "writer.lock"
_OURS = frozenset({_LOCK, f"{NAME}.part"})


class Archive:
    """An archive in a folder; many may read it while one writes."""

    def __init__(self, path: str | Path, wait: float = 10.0) -> None:
        self.path, self._wait = Path(path), wait

    @property
    def exists(self) -> bool:
        """True where the folder holds an archive."""
        return (self.path / NAME).is_file()

    @property
    def decisions(self) -> DecisionLog:
        """The log of what editors decided."""
        return DecisionLog(self.path / "decisions.sqlite")

    def snapshot(self) -> Snapshot:
        """The archive as it is now; a later write does not change it."""
        return Snapshot(self.path, read_manifest(self.path))

    def documents(self, ids: Collection[str] | None = None, superseded: bool = False) -> Iterator[Document]:
        """The articles, or those with some ids; with `superseded` their earlier versions too."""
        return self.snapshot().documents(ids, superseded)

    def claims(
        self,
        entity: str | None = None,
        metric: str | None = None,
        docs: Collection[str] | None = None,
        superseded: bool = False,
    ) -> Iterator[Claim]:
        """The claims, or those of an entity, a metric, some documents; with `superseded` those of earlier versions."""
        return self.snapshot().claims(entity, metric, docs, superseded)

    def candidates(
        self,
        claims: Sequence[Claim],
        related: Mapping[str, Collection[str]] | None = None,
        compatible: Callable[[str | None, str | None], bool] = same_region,
        own: Collection[str] = (),
        window: Window = DRAFT,
    ) -> Candidates:
        """The archived claims that a law could set against these; `related` gives the metrics that a metric meets."""
        return find_candidates(self.snapshot(), claims, related or {}, compatible, own, window)

    def versions(self) -> Iterator[tuple[Edition, Edition]]:
        """Each version of an article with the one that superseded it, both with their claims."""
        return self.snapshot().versions()

    def findings(self) -> list[Finding]:
        """The findings in force: those of the last check, and what was added since made of them."""
        return self.snapshot().findings()

    def stats(self) -> Stats:
        """Counts of what the archive holds."""
        return stats_of(self.snapshot())

    def add(
        self,
        documents: Sequence[Document],
        claims: Iterable[Claim],
        revise: Callable[[Snapshot, Added], Revision] | None = None,
    ) -> Added:
        """Stores articles with their claims in one step; returns what was new, changed, and known already.

        `revise` says what becomes of the findings, given the archive as it was and what is added; that is stored too.
        """
        by_doc: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_doc[claim.doc].append(claim)
        self._create()
        with writer_lock(self.path / _LOCK, self._wait):
            now = self.snapshot()
            added = plan(documents, by_doc, now.known(documents))
            if added.editions:
                tables = {**edition_tables(added.editions), "superseded": superseded_table(added.superseded)}
                if revise:
                    added.revision = revise(now, added)
                    put, gone = added.revision.put, added.revision.dropped
                    tables |= finding_tables(put, gone, now.manifest.number + 1)
                self._merge(self._write(now.manifest, tables))
        return added

    def append(self, tables: Mapping[str, pa.Table]) -> None:
        """Stores ready-made rows in one step, for an import of millions; the caller vouches that they are new."""
        self._create()
        with writer_lock(self.path / _LOCK, self._wait):
            self._merge(self._write(read_manifest(self.path), tables))

    def put_findings(self, findings: Sequence[Finding]) -> None:
        """Stores the findings of a check in place of those of the one before."""
        self._create()
        with writer_lock(self.path / _LOCK, self._wait):
            manifest = read_manifest(self.path)
            tables = finding_tables(findings)
            self._write(manifest.with_runs(dict.fromkeys(tables, ())), tables)
            retire(self.path, [file for name in tables for file in manifest.files(name)])

    def _create(self) -> None:
        """Makes the folder an archive; an error where it holds something else."""
        if self.exists:
            return
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            others = sorted(path.name for path in self.path.iterdir() if path.name not in _OURS)
        except OSError as error:
            raise _error(self.path, f"no archive can be made here: {error.strerror}", "name a folder") from error
        with writer_lock(self.path / _LOCK, self._wait):
            if self.exists:  # made by another process meanwhile
                return
            if others:
                raise _error(self.path, f"not an archive, and it holds {others[0]}", "name a new or an empty folder")
            write_manifest(self.path, Manifest())

    def _write(self, manifest: Manifest, tables: Mapping[str, pa.Table]) -> Manifest:
        """Writes rows as new runs and puts them in force together."""
        runs: dict[str, tuple[Run, ...]] = {}
        if "claims" in tables:
            runs |= self._packed(manifest)
            tables = {**tables, PACKED: pack(tables["claims"])}
        for name, rows in tables.items():
            if len(rows):
                runs[name] = (*runs.get(name, manifest.runs(name)), write_run(self.path, name, rows))
        manifest = manifest.with_runs(runs)
        write_manifest(self.path, manifest)
        return manifest

    def _packed(self, manifest: Manifest) -> dict[str, tuple[Run, ...]]:
        """New runs of packed claims in place of others, for an archive that has not all of them in this layout."""
        snapshot = Snapshot(self.path, manifest)
        if snapshot.packed:
            return {}
        others = [name for name in manifest.tables if is_packed(name)]
        retire(self.path, [file for name in others for file in manifest.files(name)])
        made = tuple(write_run(self.path, PACKED, pack(rows)) for rows in snapshot.scan("claims"))
        return {**dict.fromkeys(others, ()), PACKED: made}

    def _merge(self, manifest: Manifest) -> None:
        """Merges runs of like size; until all are merged the old ones are in force."""
        merged: dict[str, tuple[Run, ...]] = {}
        replaced: list[File] = []
        for name in SCHEMAS:
            runs = manifest.runs(name)
            while old := due(runs):
                runs = (merge(self.path, name, old, SCHEMAS[name]), *(run for run in runs if run not in old))
                merged[name] = runs
                replaced += [file for run in old for file in run.files]
        if merged:
            manifest = manifest.with_runs(merged)
            write_manifest(self.path, manifest)
            retire(self.path, replaced)
            sweep(self.path, manifest)


def _error(path: Path, message: str, hint: str) -> FactcheckError:
    return FactcheckError(Problem(str(path), message, hint=hint, stage="archive"))
