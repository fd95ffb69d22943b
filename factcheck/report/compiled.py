"""Templates compiled once and kept, as their bytecode, for the next run."""

from __future__ import annotations

from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from factcheck.kept import kept


class Compiled(BytecodeCache):
    """The bytecode of templates, by all that it is made from."""

    def __init__(self, *code: Path) -> None:
        """`code` are the files that say how the templates are compiled."""
        self.code = tuple(path.read_bytes() for path in (Path(jinja2.__file__), *code))

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The bytecode of a template, compiled where it was not kept."""
        bucket = Bucket(environment, self.get_cache_key(name, filename), self.get_source_checksum(source))
        sources = [*self.code, name.encode(), (filename or "").encode(), source.encode()]
        kept_as = f"template-{name.replace('/', '-')}"
        bucket.code = kept(kept_as, sources, lambda: environment.compile(source, name, filename))
        return bucket
