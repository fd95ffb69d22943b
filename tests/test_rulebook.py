"""The shipped metrics and entities: loadable, complete in every language, free of clashing names."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest
from make import complete_languages

from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.tokens import tokenize
from factcheck.extract.words.vocabulary import languages
from factcheck.rulebook import Entity, Metric, MetricKind, Rulebook, load_rulebook

# fmt: off
UNITS = {
    "count", "money", "percent", "ratio", "time", "length", "mass", "area", "volume",
    "data", "data_rate", "speed", "power", "energy", "temperature", "rating", "magnitude",
    "point", "angle", "concentration",
}
# fmt: on
ENTITY_KINDS = {
    "company",
    "product",
    "index",
    "body",
    "agency",
    "source",
    "statistics",
    "team",
    "government",
    "platform",
}  # fmt: skip
BOOK = load_rulebook()
METRICS = sorted(BOOK.metrics.values(), key=lambda metric: metric.id)

Phrases = dict[str, list[Metric]]


def phrases(lang: str, table: str) -> Phrases:
    """The metrics by each phrase that names them in a language, as the lexicon sees it."""
    found: Phrases = defaultdict(list)
    for metric in METRICS:
        templates = getattr(metric, table).get(lang, ())
        spoken = {" ".join(tokenize(text).words) for template in templates for text in expand(template)}
        for phrase in sorted(spoken):
            found[phrase].append(metric)
    return found


def apart(one: Metric, other: Metric) -> bool:
    """True where the unit of a figure, "a share" included, or who earns it tells which of two of one name is meant."""
    if "person" in (one.bearer, other.bearer) and one.bearer != other.bearer:
        return True
    return one.per != other.per or not set(one.units) & set(other.units)


def test_everything_loads() -> None:
    assert BOOK.problems == []
    assert len(BOOK.metrics) >= 100
    assert len(BOOK.entities) >= 400


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_metric_is_complete(metric: Metric) -> None:
    assert metric.kind in get_args(MetricKind)
    assert metric.units
    assert set(metric.units) <= UNITS
    assert set(complete_languages()) <= set(metric.names) <= set(languages())
    assert all(metric.names.values())
    assert set(metric.verbs) <= set(languages())
    assert metric.is_a is None or metric.is_a in BOOK.metrics
    assert set(metric.acts_on) <= {*BOOK.metrics, *BOOK.things, "people", "things"}
    if metric.plausible is not None:
        assert metric.plausible[0] < metric.plausible[1]


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_is_a_has_no_cycle(metric: Metric) -> None:
    seen = [metric.id]
    while (wider := BOOK.metrics[seen[-1]].is_a) is not None:
        assert wider not in seen
        seen.append(wider)


@pytest.mark.parametrize("table", ["names", "verbs"])
@pytest.mark.parametrize("lang", languages())
def test_no_phrase_means_two_metrics_of_one_unit(lang: str, table: str) -> None:
    clashes = [
        f"{phrase}: {one.id}, {other.id}"
        for phrase, metrics in phrases(lang, table).items()
        for i, one in enumerate(metrics)
        for other in metrics[i + 1 :]
        if not apart(one, other)
    ]
    assert clashes == []


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_templates_expand_to_tidy_phrases(metric: Metric) -> None:
    for table in (metric.names, metric.verbs, metric.acts):
        for lang, templates in table.items():
            assert len(set(templates)) == len(templates), (lang, "a template twice")
            for template in templates:
                spoken = list(expand(template))
                assert 0 < len(spoken) <= 120, (lang, template)
                assert not set("()[]|") & set("".join(spoken)), (lang, template)
                assert all(tokenize(phrase).words for phrase in spoken), (lang, template)


@pytest.mark.parametrize(
    ("lang", "phrase", "metric"),
    [
        ("en", "monthly active users", "mau"),
        ("en", "users a month", "mau"),
        ("fr", "chiffre d'affaires", "revenue"),
        ("fr", "utilisateurs actifs quotidiens", "dau"),
        ("de", "Umsatz", "revenue"),
        ("de", "monatlich aktive Nutzer", "mau"),
        ("es", "puestos de trabajo suprimidos", "job_cuts"),
        ("it", "utile netto", "net_income"),
        ("pt", "lucro líquido", "net_income"),
        ("nl", "maandelijks actieve gebruikers", "mau"),
        ("nl", "omzet", "revenue"),
    ],
)
def test_common_words_of_the_trade(lang: str, phrase: str, metric: str) -> None:
    spoken = " ".join(tokenize(phrase).words)
    assert metric in [found.id for found in phrases(lang, "names")[spoken]]


def names_of(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def test_entities_refer_to_each_other() -> None:
    for entity in BOOK.entities.values():
        assert entity.kind in ENTITY_KINDS, entity.name
        assert entity.part_of is None or entity.part_of in BOOK.entities, entity.name
        for twin in entity.twins:
            assert entity.name in BOOK.entities[twin].twins, (entity.name, twin)


def test_entity_regions_are_codes() -> None:
    regions = {entity.region for entity in BOOK.entities.values() if entity.region}
    assert all((len(region) == 2 and region.isupper()) or region == "world" or region.isdigit() for region in regions)


def test_no_name_belongs_to_two_entities() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for entity in BOOK.entities.values():
        assert len(set(names_of(entity))) == len(names_of(entity)), entity.name
        for name in names_of(entity):
            owners[name].append(entity.name)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_names_of_several_words_begin_with_no_article() -> None:
    """They are matched in lower case too: "the times" is no newspaper."""
    articles = {"The", "Der", "Die", "Das", "Den", "Le", "La", "Les", "Las", "Il", "Lo", "Gli", "Un", "Una", "Um", "Os"}
    names = [name for entity in BOOK.entities.values() for name in names_of(entity)]
    assert [name for name in names if " " in name and name.split()[0] in articles] == []


def test_no_entity_is_named_like_a_metric() -> None:
    spoken = {phrase for lang in languages() for phrase in phrases(lang, "names")}
    names = [name for entity in BOOK.entities.values() for name in names_of(entity)]
    assert [name for name in names if " ".join(tokenize(name).words) in spoken] == []


def test_entities_are_told_once() -> None:
    rows = sum(_rows(path) for path in sorted((Path(__file__).parent.parent / "rules" / "entities").glob("*.yml")))
    assert rows == len(BOOK.entities)


def _rows(path: Path) -> int:
    return sum(line.startswith("- name:") for line in path.read_text(encoding="utf-8").splitlines())


def test_a_desk_extends_and_overrides_the_shipped_rules(tmp_path: Path) -> None:
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "users.yml").write_text(
        "title: Readers\nkind: stock\nunit: count\nnames: {en: ['reader[s]']}\n", encoding="utf-8"
    )
    (tmp_path / "metrics" / "broken.yml").write_text("title: [\n", encoding="utf-8")
    book: Rulebook = load_rulebook(tmp_path)
    assert book.metrics["users"].title == "Readers"
    assert "downloads" in book.metrics
    assert [Path(problem.path).name for problem in book.problems] == ["broken.yml"]


def test_a_form_stands_for_one_metric() -> None:
    forms = [metric.unnamed for metric in METRICS if metric.unnamed]
    assert len(forms) == len(set(forms))
    assert {"share", "holding", "change", "deal", "price", "pay", "described", "time"} <= set(forms)
