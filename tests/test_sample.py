"""The committed sample: what the main job writes for the seed articles, byte for byte."""

from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.commands.shared import STANDARD_SET

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "reports"
pytestmark = pytest.mark.skipif(not (SAMPLE / "report.html").exists(), reason="no sample yet")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["check", "seeds", "-o", str(folder), "--fail-on", "none", "--quiet"]) == 0
    return folder


def test_the_sample_holds_what_the_main_job_writes(fresh):
    held = sorted(path.name for path in SAMPLE.iterdir() if path.suffix != ".png")  # pictures of the README
    assert held == sorted(path.name for path in fresh.iterdir())


@pytest.mark.parametrize("name", sorted(STANDARD_SET))
def test_the_sample_is_up_to_date(fresh, name):
    assert (SAMPLE / name).read_bytes() == (fresh / name).read_bytes(), "run: make report"
