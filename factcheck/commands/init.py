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
_LAW = """\
# A law of your own. `factcheck rules test` runs its examples; write `status: live` when they hold.
# What may stand here: `factcheck rules schema`; the laws that come with factcheck: `factcheck rules list`.
title: More passengers in a month than in its year
why: >
  Who travels in May travels in the year. A month with more passengers than its year has a figure in the wrong place.
severity: conflict
status: draft
claims: {month: {metric: passengers, kind: flow}, year: {metric: passengers, kind: flow}}
same: [entity, metric, unit, scope]
where: month.time in year.time and not year.time in month.time
expect: month.value <= year.value
say: "{month.entity}: {month.value} passengers in {month.time}, but {year.value} in all of {year.time}."
examples:
  conflict:
    - ["2024-01-12: Harbour Line carried 140,000 passengers in May 2023.",
       "2024-01-20: Harbour Line carried 90,000 passengers in 2023."]
  fine:
    - ["2024-01-12: Harbour Line carried 140,000 passengers in May 2023.",
       "2024-01-20: Harbour Line carried 900,000 passengers in 2023."]
"""


def run(arguments: argparse.Namespace) -> int:
    """Writes the files that are not there yet; the exit code."""
    folder: Path = arguments.folder
    rules = folder / "rules"
    files = {
        folder / "factcheck.toml": _CONFIG,
        rules / "entities" / "house.yml": _ENTITIES,
        rules / "laws" / "house" / "month-above-year.yml": _LAW,
    }
    written = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_text(text, encoding="utf-8")
                written.append(path)
        for name in ("articles", "rules/metrics"):
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
