"""The period a figure is given: its own, the one reported on, the day's."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.period import day
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
CASES = [
    ("en", "Harbour Line spoke on Tuesday of a fine second quarter of 2024. Revenue was $40 million.", ["2024-34"]),
    ("en", "In 2023 revenue at Harbour Line rose to $40 million from $31 million.", ["2023", "2022"]),
    ("en", "Revenue at Harbour Line rose from $31 million in 2019 to $40 million in 2023.", ["2019", "2023"]),
    ("en", "Harbour Line took in $40 million in 2023, more than in 2019. Profit was $3 million.", ["2023", "2023"]),
    ("en", "Harbour Line had a good 2023. Its share price rose to $12.40.", ["2024-05-02"]),
    ("de", "Die Nordkette AG setzte 2023 40 Millionen Euro um, nach 31 Millionen Euro im Jahr 2019.", ["2023", "2019"]),
    ("es", "Puerto Claro ingresó 40 millones de euros en 2023, frente a 2019 un récord. Ganó 3 millones de euros.",
     ["2023", "2023"]),
    ("pt", "A Costa Verde faturou R$ 40 milhões no Pará em março.", ["2024-03"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "times"), CASES)
def test_the_period_of_each_figure(lang, text, times):
    claims = extract(Document("a", "a", text, lang, published=day(2024, 5, 2)), BOOK)
    assert [claim.time.edtf if claim.time else None for claim in claims] == times
