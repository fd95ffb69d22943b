"""The examples in a law, run through the whole pipeline: read, extract, compare."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.compare.engine import run_laws
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.law import Law
from factcheck.compare.laws.lawbook import load_laws
from factcheck.model import Claim, Document, Finding
from factcheck.rulebook import Rulebook

_HEAD = re.compile(r"\s*(?:(\d{4}-\d{2}-\d{2})(?: ([a-z]{2}))?|([a-z]{2})):\s+")
_BAD = frozenset({"conflict", "tension"})


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a law, and what came of it."""

    law: str
    kind: str  # conflict, fine or todo
    number: int
    passed: bool
    findings: tuple[Finding, ...] = ()

    def __str__(self) -> str:
        todo = "is found by now: move it to conflict" if self.passed else "is still open"
        wanted = {"conflict": "finds nothing", "fine": "raises a false alarm", "todo": todo}[self.kind]
        said = "; ".join(finding.message for finding in self.findings)
        return f"{self.law}: {self.kind} example {self.number} {wanted}" + (f": {said}" if said else "")


def check_examples(law: Law, rulebook: Rulebook) -> Iterator[Example]:
    """Each example of a law: a conflict must be found by that law, and in a fine one it must be silent."""
    bad = _BAD | {law.severity}
    for kind, examples in law.examples.items():
        for number, texts in enumerate(examples, 1):
            found = tuple(finding for finding in findings_of(law, texts, rulebook) if finding.severity in bad)
            passed = not found if kind == "fine" else bool(found)
            yield Example(law.id, kind, number, passed, found)


def findings_of(law: Law, texts: Sequence[str], rulebook: Rulebook) -> list[Finding]:
    """What one law says of a few short articles, be it live or still a draft."""
    documents = [read_example(text, number) for number, text in enumerate(texts, 1)]
    claims = [claim for document in documents for claim in _claims(document, rulebook)]
    return run_laws([replace(law, status="live")], claims, documents, rulebook)


def read_example(text: str, number: int) -> Document:
    """The article in an example: "2024-05-02: …", or "2024-05-02 fr: …" in another language than English."""
    from factcheck.read.metadata import read_date
    from factcheck.read.zones import find_zones

    match = _HEAD.match(text)
    day, lang = (match[1], match[2] or match[3]) if match else (None, None)
    body = text[match.end() :] if match else text
    name = f"article-{number}"
    published = read_date(day) if day else None
    zones = find_zones(body, None, lang or "en") if "\n" in body else ()
    return Document(name, name, body, lang or "en", published=published, zones=zones)


def _claims(document: Document, rulebook: Rulebook) -> list[Claim]:
    from factcheck.extract.assemble import extract

    return list(extract(document, rulebook))


def run_examples(rulebook: Rulebook, ids: Sequence[str] = ()) -> int:
    """Runs and prints the examples of these laws, or of all; 0 where all hold, 1 where one fails, 2 for a bad law."""
    laws, problems = load_laws(rulebook, all_comparisons())
    for problem in problems:
        print(f"factcheck: {problem}", file=sys.stderr)
    chosen = [law for name, law in laws.items() if not ids or name in ids]
    results = [example for law in chosen for example in check_examples(law, rulebook)]
    todo = [example for example in results if example.kind == "todo"]
    failed = [example for example in results if not example.passed and example.kind != "todo"]
    for example in results:
        if not example.passed or example.kind == "todo":
            print(f"{'todo' if example.kind == 'todo' else 'FAIL'}  {example}")
    held, gaps = len(results) - len(todo) - len(failed), sum(not example.passed for example in todo)
    print(f"{held} of {held + len(failed)} examples of {len(chosen)} laws hold; {gaps} known gaps are open.")
    return 2 if problems else 1 if failed else 0
