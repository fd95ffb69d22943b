"""factcheck init: a configuration file and a folder for rules of one's own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from factcheck.errors import FactcheckError, Problem

_CONFIG = """\
# Options of factcheck; those on the command line go before these.
paths = ["articles"]        # what `factcheck check` reads when no path is given
rules = ["rules"]           # laws, metrics and entities of your own, over those that come with factcheck
profile = "default"         # which laws at which severity: default, strict
fail_on = "conflict"        # exit code 1 from this severity: none, note, tension, conflict
strict = false              # exit code 3 if some input could not be read
all = false                 # show pairs with weak evidence too
output = ["reports"]        # a folder for the standard set, or kind=path such as "html=report.html"
"""
_ENTITIES = """\
# Who your articles write about: the name to print, other names for it, and who it is often confused with.
- name: Harbour Line
  kind: company
  aliases: [Harbour Line AG, HLAG]
  twins: [Harbour Lane]
"""


def run(arguments: argparse.Namespace) -> int:
    """Writes the files that are not there yet; the exit code."""
    folder: Path = arguments.folder
    files = {folder / "factcheck.toml": _CONFIG, folder / "rules" / "entities" / "house.yml": _ENTITIES}
    written = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_text(text, encoding="utf-8")
                written.append(path)
        for name in ("articles", "rules/laws", "rules/metrics"):
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactcheckError(
            Problem(str(folder), error.strerror or str(error), hint="choose another folder")
        ) from error
    for path in written:
        print(f"wrote {path}", file=sys.stderr)
    if not written:
        print("factcheck: nothing to do, the files are there", file=sys.stderr)
    return 0
