"""Which rows still hold: those of current versions, and the findings in force."""

from __future__ import annotations

from factcheck.archive.arrow import integers, pa, pc


def current(table: pa.Table, column: str, replaced: pa.Table) -> pa.Table:
    """The rows without those of replaced versions; `column` names their document."""
    if not len(replaced) or not len(table):
        return table
    suspects = pc.indices_nonzero(pc.is_in(table[column], replaced["doc"].combine_chunks()))
    gone = set(zip(replaced["doc"].to_pylist(), replaced["version"].to_pylist(), strict=True))
    some = table.select([column, "version"]).take(suspects)
    keys = zip(suspects.to_pylist(), some[column].to_pylist(), some["version"].to_pylist(), strict=True)
    old = [at for at, doc, version in keys if (doc, version) in gone]
    return table.filter(pc.invert(pc.is_in(integers(range(len(table))), integers(old)))) if old else table


def in_force(rows: pa.Table) -> pa.Table:
    """Of the findings' rows with one id the latest, unless it says that the finding is gone; by key."""
    last: dict[str, tuple[int, int]] = {}
    for at, (id, version) in enumerate(zip(rows["id"].to_pylist(), rows["version"].to_pylist(), strict=True)):
        last[id] = max(last.get(id, (0, 0)), (version or 0, at))
    latest = rows.take(integers(sorted(at for _, at in last.values())))
    kept = latest.filter(pc.invert(pc.fill_null(latest["gone"], False)))
    return kept.sort_by([("key", "ascending"), ("id", "ascending")])
