"""The report on a terminal: what disagrees, what agrees, what was covered, and the count."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.columns import Columns
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from factcheck.model import Finding, Member, Result
from factcheck.report.difference import difference, reason
from factcheck.report.passages import Places, one_sentence
from factcheck.report.phrases import DISAGREEMENTS, fact, plural, role_of, rule_name, value_of, when
from factcheck.report.rows import ordered, problems
from factcheck.report.sentences import covered, verdict
from factcheck.report.text import flat, one_line, shorten

COLOURS = {"conflict": "red", "tension": "yellow", "note": "blue", "consistent": "green", "corroboration": "green"}
_SIDE_BY_SIDE = 120  # columns from which the passages of a finding stand beside each other
_AGREEMENTS = 12
_MEMBERS = 6
_PROBLEMS = 20


def render(result: Result, width: int = 100) -> str:
    """What `show` prints, as plain text."""
    handle = io.StringIO()
    show(result, Console(file=handle, width=width, no_color=True, force_terminal=False, emoji=False))
    return handle.getvalue()


def show(result: Result, console: Console, limit: int = 50) -> None:
    """Prints the report; at most `limit` findings of each severity."""
    places, findings = Places(result), ordered(result)
    for severity in DISAGREEMENTS:
        chosen = [finding for finding in findings if finding.severity == severity]
        for finding in chosen[:limit]:
            console.print(_finding(finding, places, console), highlight=False)
            console.print()
        if len(chosen) > limit:
            console.print(Text(f"… and {plural(len(chosen) - limit, f'more {severity}')}\n", "dim"))
    _show_agreements([finding for finding in findings if finding.severity not in DISAGREEMENTS], places, console)
    _show_coverage(result, console)
    console.print(_last_line(result, findings))


def _last_line(result: Result, findings: list[Finding]) -> Text:
    worst = findings[0].severity if findings else "consistent"
    if problems(result) and worst != "conflict":
        worst = "tension"
    sign = {"conflict": "✗", "tension": "!"}.get(worst, "✓")
    return Text(f"{sign} {one_line(verdict(result))}", f"bold {COLOURS[worst]}")


class _Barred:
    """A block with a coloured bar down its left edge."""

    def __init__(self, body: RenderableType, colour: str) -> None:
        self.body, self.colour = body, colour

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        bar = Segment("▌ ", Style.parse(self.colour))
        for line in console.render_lines(self.body, options.update(width=options.max_width - 2), pad=False):
            while line and not line[-1].text.strip():
                line.pop()
            if line:
                line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
            yield from (bar, *line, Segment.line())


def _finding(finding: Finding, places: Places, console: Console) -> RenderableType:
    colour, apart = COLOURS[finding.severity], difference(finding)
    parts: list[RenderableType] = [_heading(finding, colour), Text(one_line(finding.message), "bold")]
    if apart and apart.text:
        parts.append(Text(apart.text, colour))
    parts += ["", _sides(finding, places, console)]
    for diagnosis in finding.diagnosis:
        parts.append(Text.assemble(("→ ", colour), one_line(diagnosis.message)))
    if why := reason(finding):
        parts.append(Text.assemble(("Why ", "bold"), one_line(why)))
    return _Barred(Group(*parts), colour)


def _heading(finding: Finding, colour: str) -> RenderableType:
    about = ", ".join(part for part in fact(finding) if part)
    left = Text.assemble((finding.severity.upper(), f"bold {colour}"), ("  " + one_line(about or ""), ""))
    right = Text(f"{rule_name(one_line(finding.rule)).lower()} · {finding.confidence} confidence", "dim")
    table = Table.grid(expand=True, padding=(0, 1))
    table.add_column(ratio=1, overflow="ellipsis", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_row(left, right)
    return table


def _sides(finding: Finding, places: Places, console: Console) -> RenderableType:
    shown = finding.members[:_MEMBERS]
    if len(shown) > 1 and one_sentence(member.claim for member in shown):
        values = [_value(member, console.width - 4) for member in shown]
        return Group(*values, _quote(shown[0], finding, places, console, console.width - 4, joint=True))
    wide = console.width >= _SIDE_BY_SIDE and len(shown) == 2
    width = (console.width - 6) // 2 if wide else console.width - 4
    blocks: list[RenderableType] = [
        Group(_value(member, width), _quote(member, finding, places, console, width)) for member in shown
    ]
    if len(finding.members) > len(shown):
        blocks.append(Padding(Text(f"… and {plural(len(finding.members) - len(shown), 'more claim')}", "dim"), (0, 2)))
    return Columns(blocks, width=width, padding=(0, 2)) if wide else Group(*blocks)


def _value(member: Member, width: int) -> Text:
    claim, letter = member.claim, chr(ord("A") + min(member.group, 25))
    value = Text.assemble((f"{letter} ", "dim"), (one_line(value_of(claim)), "bold"))
    notes = one_line(", ".join(filter(None, (role_of(member), when(claim)))))
    if notes:
        value.append(f"  {notes}", "dim")
    value.truncate(width, overflow="ellipsis")
    return value


def _quote(
    member: Member, finding: Finding, places: Places, console: Console, width: int, joint: bool = False
) -> RenderableType:
    """Document, line and sentence; `joint` marks the numbers of all sides in it."""
    claim = member.claim
    place = f":{places.line(claim)}"
    where = Text("  " + shorten(one_line(claim.doc), width - 3 - cell_len(place)) + place, "cyan")
    plain = console.no_color or not console.is_terminal
    text = Text("“")
    pieces = places.passage(claim, [other.claim for other in finding.members], reach=0)
    for position, piece in enumerate(pieces):
        part = flat(piece.text)
        if piece.role == "mark" or (joint and piece.role == "other"):
            text.append(f"⟦{part}⟧" if plain else part, f"bold {COLOURS[finding.severity]} underline")
        else:
            text.append(_cut(part, position == 0, position == len(pieces) - 1))
    return Group(where, Padding(text.append("”"), (0, 0, 1, 2)))


def _cut(part: str, first: bool, last: bool, longest: int = 240) -> str:
    """A long run of sentence text without the end that is far from the number."""
    if len(part) <= longest:
        return part
    if first:
        return "…" + part[-longest:]
    return part[:longest] + "…" if last else f"{part[: longest // 2]} … {part[-longest // 2 :]}"


def _show_agreements(findings: list[Finding], places: Places, console: Console) -> None:
    if not findings:
        return
    console.print(Rule(Text("What agrees", "bold"), align="left", style="dim"))
    table = Table.grid(padding=(0, 1))
    table.add_column(style="green", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(style="dim", justify="right", no_wrap=True)
    for finding in findings[:_AGREEMENTS]:
        origins = plural(finding.origins, "origin") if finding.severity == "corroboration" else "arithmetic"
        table.add_row("✓", Text(one_line(finding.message)), origins)
    if len(findings) > _AGREEMENTS:
        table.add_row("", Text(f"and {len(findings) - _AGREEMENTS:,} more", "dim"), "")
    console.print(table, highlight=False)
    console.print()


def _show_coverage(result: Result, console: Console) -> None:
    console.print(Rule(Text("Coverage", "bold"), align="left", style="dim"))
    for line in covered(result):
        console.print(Text(one_line(line), "dim"))
    for line in _first(map(str, problems(result)), _PROBLEMS):
        console.print(Text(f"! {one_line(line)}", "yellow"))
    console.print()


def _first(lines: Iterable[str], shown: int) -> Iterator[str]:
    for position, line in enumerate(lines):
        if position == shown:
            yield "more problems in the report"
            return
        yield line
