"""factcheck rules list|explain|test|schema: what the rules folders hold, and whether their examples hold."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from factcheck.commands import shared
from factcheck.errors import FactcheckError, Problem
from factcheck.rulebook import Rulebook


def run(arguments: argparse.Namespace) -> int:
    """Runs the action; the exit code."""
    if arguments.action == "schema":
        from factcheck.compare.laws.law import law_schema

        print(json.dumps(law_schema(), indent=2))
        return 0
    from factcheck.pipeline import load_rules

    book = load_rules(shared.read_options(arguments))
    actions = {"list": _list, "explain": _explain, "test": _test}
    return actions[arguments.action](book, arguments)


def _list(book: Rulebook, _: argparse.Namespace) -> int:
    from factcheck.compare.laws.comparisons import all_comparisons
    from factcheck.compare.laws.lawbook import load_laws

    laws, problems = load_laws(book, all_comparisons())
    width = max(map(len, [*laws, *book.metrics]), default=0)
    print(f"{len(laws)} laws")
    for law in laws.values():
        status = "" if law.status == "live" else f" ({law.status})"
        print(f"  {law.id:{width}}  {law.severity:9} {law.title}{status}")
    print(f"\n{len(book.metrics)} metrics")
    for metric in book.metrics.values():
        print(f"  {metric.id:{width}}  {metric.kind:10} {', '.join(metric.units)}: {metric.title}")
    print(f"\n{len(book.entities)} entities")
    return _complain([*book.problems, *problems])


def _explain(book: Rulebook, arguments: argparse.Namespace) -> int:
    for name in arguments.ids:
        if name in book.laws:
            print(_file(book.laws[name]))
        elif name in book.metrics or name in book.entities:
            print(_describe(book.metrics.get(name) or book.entities[name]))
        else:
            known = [*book.laws, *book.metrics, *book.entities]
            near = get_close_matches(name, known, 3, 0.5)
            hint = f"did you mean {', '.join(near)}?" if near else "see: factcheck rules list"
            raise FactcheckError(Problem(name, "no law, metric or entity has this id", hint=hint))
    return 0


def _file(path: Path) -> str:
    return f"# {path}\n{path.read_text(encoding='utf-8').rstrip()}\n"


def _describe(item: object) -> str:
    from dataclasses import asdict, is_dataclass

    import yaml

    data = asdict(item) if is_dataclass(item) and not isinstance(item, type) else {}
    filled = json.loads(json.dumps({key: value for key, value in data.items() if value}))
    return str(yaml.safe_dump(filled, allow_unicode=True, sort_keys=False))


def _test(book: Rulebook, arguments: argparse.Namespace) -> int:
    for name in arguments.ids:
        if name not in book.laws:
            near = get_close_matches(name, book.laws, 3, 0.5)
            hint = f"did you mean {', '.join(near)}?" if near else "see: factcheck rules list"
            raise FactcheckError(Problem(name, "no law has this id", hint=hint))
    from factcheck.compare.laws.examples import run_examples

    return run_examples(book, arguments.ids)


def _complain(problems: Iterable[Problem]) -> int:
    """Each problem on stderr; 2 where there is one."""
    code = 0
    for problem in problems:
        print(f"factcheck: {problem}", file=sys.stderr)
        code = 2
    return code
