"""Where extraction spends its steps: bytecodes a KB of text, by function; what else the machine does changes nothing.

    python benchmarks/bytecodes.py FOLDER [FOLDER ...] [--most 40]

What runs inside C functions is not counted; it is two thirds of the time.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from extract import kilobytes

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.read.paths import read_paths
from factcheck.rulebook import load_rulebook


def counted(documents: list[Document]) -> tuple[Counter[CodeType], Counter[CodeType]]:
    """The bytecodes and the calls of each function in one warm round of extraction."""
    rulebook = load_rulebook()
    steps: Counter[CodeType] = Counter()
    calls: Counter[CodeType] = Counter()

    def step(frame: FrameType, event: str, _: Any) -> Any:
        steps[frame.f_code] += event == "opcode"
        return step

    def call(frame: FrameType, event: str, _: Any) -> Any:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        calls[frame.f_code] += 1
        return step

    for document in documents:
        extract(document, rulebook)
    sys.settrace(call)
    for document in documents:
        extract(document, rulebook)
    sys.settrace(None)
    return steps, calls


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--most", type=int, default=40)
    options = parser.parse_args()
    documents = [item for item in read_paths(options.folders) if isinstance(item, Document)]
    steps, calls = counted(documents)
    size, whole = kilobytes(documents), sum(steps.values())
    print(f"{whole / size:,.0f} bytecodes and {sum(calls.values()) / size:,.0f} calls a KB of text")
    for code, count in steps.most_common(options.most):
        place = f"{Path(code.co_filename).name}:{code.co_firstlineno} {code.co_name}"
        print(f"{100 * count / whole:6.2f} %{calls[code]:9} calls  {place}")


if __name__ == "__main__":
    main()
