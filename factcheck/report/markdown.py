"""The report as Markdown, for a pull request or a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Finding, Member, Result
from factcheck.report.difference import difference, reason
from factcheck.report.passages import Places
from factcheck.report.phrases import DISAGREEMENTS, counted, fact, rule_name, value_of
from factcheck.report.rows import ordered, problems
from factcheck.report.sentences import covered, verdict
from factcheck.report.text import flat

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~#$!@&]|(?<=:)//|(?<=www)\.|^[-+=](?= |$)|^[0-9]{1,9}[.)](?= |$)", re.IGNORECASE)
_AGREEMENTS = 50


def render(result: Result) -> str:
    """Findings with both passages, then what agrees, then the coverage."""
    places, findings = Places(result), ordered(result)
    against = [finding for finding in findings if finding.severity in DISAGREEMENTS]
    agree = [finding for finding in findings if finding.severity not in DISAGREEMENTS]
    lines = ["# Fact check", "", escape(verdict(result)), ""]
    for finding in against:
        lines += _finding(finding, places)
    lines += _agreements(agree)
    lines += ["## Coverage", "", *(f"- {escape(line)}" for line in covered(result))]
    lines += [f"- {escape(str(problem))}" for problem in problems(result)]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Text in which nothing is Markdown, HTML, a mention or a link."""
    return _SPECIAL.sub(_entity, flat(text))


def _entity(match: re.Match[str]) -> str:
    text = match[0]
    if text[0].isdigit():  # a line that would begin an ordered list
        return f"{text[:-1]}\\{text[-1]}"
    return "".join(f"&#{ord(char)};" if char in "<>&@/.=" else f"\\{char}" for char in text)


def _finding(finding: Finding, places: Places) -> Iterator[str]:
    entity, rest = fact(finding)
    apart = difference(finding)
    title = escape(": ".join(part for part in (entity, rest) if part) or rule_name(finding.rule))
    yield from (f"## {finding.severity.capitalize()}: {title}", "", f"**{escape(finding.message)}**", "")
    if apart:
        yield from (escape(apart.text), "")
    yield from (_passage(member, finding, places) for member in finding.members)
    yield ""
    for diagnosis in finding.diagnosis:
        yield from (f"Likely slip: {escape(diagnosis.message)}", "")
    if why := reason(finding):
        yield from (f"Why: {escape(why)}", "")
    yield from (
        f"<sub>{escape(rule_name(finding.rule))} · confidence {finding.confidence} · {escape(finding.id)}</sub>",
        "",
    )


def _passage(member: Member, finding: Finding, places: Places) -> str:
    claim = member.claim
    pieces = places.passage(claim, [other.claim for other in finding.members], reach=0)
    text = "".join(f"**{escape(piece.text)}**" if piece.role == "mark" else escape(piece.text) for piece in pieces)
    where = escape(f"{claim.doc}:{places.line(claim)}")
    return f"- {escape(value_of(claim))} ({where})  \n  > {text.strip()}"


def _agreements(findings: list[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield from ("## What agrees", "", "| | | independent origins |", "|---|---|---|")
    for finding in findings[:_AGREEMENTS]:
        origins = finding.origins if finding.severity == "corroboration" else ""
        yield f"| ✓ | {escape(finding.message)} | {origins} |"
    if len(findings) > _AGREEMENTS:
        yield f"| | and {counted('consistent', len(findings) - _AGREEMENTS)} more | |"
    yield ""
