"""The report as a spreadsheet: findings with a status to choose, claims, coverage, legend."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from factcheck.errors import FactcheckError, Problem
from factcheck.model import Result
from factcheck.report.csv import CLAIM_COLUMNS, FINDING_COLUMNS, claim_rows, finding_rows
from factcheck.report.legend import LEGEND
from factcheck.report.rows import Row, problem_row, problems
from factcheck.report.sentences import covered, verdict
from factcheck.report.text import one_line

SHEET = "Findings"
EXPORTED = "exported_status"  # hidden; tells which statuses were chosen in the spreadsheet
_CHOICES = ("open", "confirmed", "dismissed", "unsure")
_AFTER_STATUS = FINDING_COLUMNS.index("status") + 1
_COLUMNS = (*FINDING_COLUMNS[:_AFTER_STATUS], "reason", *FINDING_COLUMNS[_AFTER_STATUS:], EXPORTED)
_WIDE = {
    "reason": 36,
    "meaning": 100,
    "message": 60,
    "sentence": 70,
    "title": 36,
    "doc": 28,
    "quote": 24,
    "difference": 32,
    "likely_slip": 40,
}
_TONES = {
    "conflict": "F6D5D2",
    "tension": "F8E6C8",
    "note": "D8E6F5",
    "consistent": "DCEFE2",
    "corroboration": "DCEFE2",
}
_LONGEST = 32_000  # characters; a cell holds 32,767
_MOST_ROWS = 1_048_000
_LONG_AGO = datetime(1980, 1, 1)  # so that the same result gives the same bytes


def render(result: Result) -> bytes:
    """A workbook with one row for each claim of each finding, the claims, the coverage, and what the columns mean."""
    workbook = _workbook()
    rows = finding_rows(result)
    findings = workbook.create_sheet(SHEET)
    _fill(findings, _COLUMNS, ({**row, EXPORTED: row["status"]} for row in rows))
    _offer_statuses(findings, len(rows))
    _fill(workbook.create_sheet("Claims"), CLAIM_COLUMNS, claim_rows(result))
    lines = [{"coverage": line} for line in (verdict(result), *covered(result))]
    _fill(workbook.create_sheet("Coverage"), ("coverage",), lines)
    found = [problem_row(problem) for problem in problems(result)]
    _fill(workbook.create_sheet("Problems"), ("path", "line", "column", "message", "hint"), found)
    _fill(workbook.create_sheet("Legend"), ("name", "meaning"), [{"name": n, "meaning": m} for n, m in LEGEND])
    return _bytes(workbook)


def _offer_statuses(sheet: Any, rows: int) -> None:
    """Gives the status column a drop-down, and hides the statuses as exported."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    offered = DataValidation(type="list", formula1=f'"{",".join(_CHOICES)}"', allow_blank=False, showErrorMessage=True)
    offered.errorTitle, offered.error = "Status", f"Choose one of {', '.join(_CHOICES)}."
    column = get_column_letter(_COLUMNS.index("status") + 1)
    if rows:
        offered.add(f"{column}2:{column}{min(rows, _MOST_ROWS) + 1}")
        sheet.add_data_validation(offered)
    sheet.column_dimensions[get_column_letter(len(_COLUMNS))].hidden = True


def _workbook() -> Any:
    try:
        from openpyxl import Workbook
    except ImportError as error:
        hint = 'install it with: pip install "factcheck[xlsx]"'
        raise FactcheckError(Problem("--format", "xlsx needs the package openpyxl", hint=hint)) from error
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = "factcheck"
    workbook.properties.created = workbook.properties.modified = _LONG_AGO
    return workbook


def _fill(sheet: Any, columns: Sequence[str], rows: Iterable[Row]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.append([column.replace("_", " ") for column in columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    wrap = Alignment(vertical="top", wrap_text=True)
    fills = {tone: PatternFill("solid", start_color=colour) for tone, colour in _TONES.items()}
    for number, row in enumerate(rows, 2):
        if number > _MOST_ROWS:
            break
        for position, column in enumerate(columns, 1):
            cell = _put(sheet, number, position, row.get(column))
            if column in _WIDE:
                cell.alignment = wrap
        if row.get("severity") in fills and len(columns) > 1:
            sheet.cell(number, columns.index("severity") + 1).fill = fills[row["severity"]]
    for position, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(position)].width = _WIDE.get(column, 100 if len(columns) == 1 else 14)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(sheet: Any, row: int, column: int, value: Any) -> Any:
    """Writes a cell; text is always text, never a formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = one_line(value)[:_LONGEST]
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
    return cell


def _bytes(workbook: Any) -> bytes:
    """The workbook's file, every member dated alike."""
    raw, clean = io.BytesIO(), io.BytesIO()
    workbook.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":  # openpyxl writes the time of day here
                content = _undate(content)
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return clean.getvalue()


def _undate(content: bytes) -> bytes:
    return re.sub(rb"(<dcterms:modified[^>]{0,400}>)[^<]{0,40}", rb"\g<1>1980-01-01T00:00:00Z", content)
