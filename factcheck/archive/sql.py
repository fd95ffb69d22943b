"""SQL over an archive: its tables as views in a DuckDB that lives in memory, so that nobody is shut out."""

from __future__ import annotations

from typing import Any

from factcheck.archive.arrow import empty
from factcheck.archive.packed import PACKED
from factcheck.archive.store import Archive
from factcheck.archive.tables import SCHEMAS
from factcheck.errors import FactcheckError, Problem

_OWNER = {"documents": "id", "claims": "doc"}  # the column that names an edition's document
_VERSIONED = {*_OWNER, "findings"}
_FINDINGS = """
    CREATE VIEW findings AS
    SELECT * EXCLUDE (version, gone) FROM (
        SELECT * FROM all_findings QUALIFY row_number() OVER (PARTITION BY id ORDER BY version DESC) = 1
    ) WHERE gone IS NOT TRUE
"""


def connect(archive: Archive) -> Any:
    """A DuckDB connection with the views documents, claims, findings; all_documents, all_claims have every version."""
    try:
        import duckdb
    except ImportError as error:
        problem = Problem("archive", "duckdb is not installed", hint="pip install 'factcheck[archive]'", stage="config")
        raise FactcheckError(problem) from error
    manifest = archive.snapshot().manifest
    connection = duckdb.connect()
    for name, schema in SCHEMAS.items():
        if name == PACKED:  # the claims once more
            continue
        files = [str(archive.path / file.name) for file in manifest.files(name)]
        view = f"all_{name}" if name in _VERSIONED else name
        if files:
            connection.read_parquet(files, union_by_name=True).create_view(view)
        else:
            connection.register(view, empty(schema))
    for name, owner in _OWNER.items():
        connection.execute(
            f"CREATE VIEW {name} AS SELECT a.* FROM all_{name} a "
            f"ANTI JOIN superseded s ON a.{owner} = s.doc AND a.version = s.version"
        )
    connection.execute(_FINDINGS)
    return connection
