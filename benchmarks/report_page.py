"""How long a large HTML report takes to open, filter and scroll in Chromium.

python benchmarks/report_page.py [FINDINGS]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import make_desk
from playwright.sync_api import Page, expect, sync_playwright

from factcheck.model import Result
from factcheck.report import html

SCROLL = """async () => {
  const spent = [];
  let last = performance.now();
  for (let i = 0; i < 120; i++) {
    window.scrollBy(0, 400);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    spent.push(now - last);
    last = now;
  }
  return spent.sort((a, b) => a - b);
}"""


def main(findings: int) -> None:
    """Prints the times."""
    source = make_desk.source(Path(tempfile.gettempdir()), findings)
    docs = {member.claim.doc: source.read(member.claim.doc) for f in source.findings for member in f.members}
    result = Result(
        documents=[document for document, _ in docs.values()],
        claims=[claim for _, claims in docs.values() for claim in claims],
        findings=source.findings,
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "report.html")
        begun = time.perf_counter()
        path.write_text(html.render(result), encoding="utf-8")
        size = path.stat().st_size / 1e6
        print(f"{findings:,} findings, {size:.1f} MB, written in {time.perf_counter() - begun:.1f} s")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _measure(browser.new_page(viewport={"width": 1280, "height": 900}), path)
        browser.close()


def _measure(page: Page, path: Path) -> None:
    begun = time.perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector("#count:not(:empty)")
    page.evaluate("() => new Promise(requestAnimationFrame)")
    print(f"opened and ready to filter in {time.perf_counter() - begun:.2f} s")
    frames = page.evaluate(SCROLL)
    print(f"120 steps: median {frames[60]:.0f} ms, 95 % within {frames[114]:.0f} ms, worst {frames[-1]:.0f} ms")
    for text in ("nordkette", "no such words"):
        begun = time.perf_counter()
        page.fill("#search", text)
        expect(page.locator("#count")).to_contain_text(" of ")
        print(f"searched {text!r} in {time.perf_counter() - begun:.2f} s")
        page.click("button[type=reset]")
        expect(page.locator("#count")).not_to_contain_text(" of ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
