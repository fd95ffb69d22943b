"""The editor's world: metrics, entities and laws, read from the rules folders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from factcheck.errors import Problem
from factcheck.yamlfile import invalid, read_all, read_yaml

MetricKind = Literal["stock", "flow", "cumulative", "rate", "share", "price", "event"]


@dataclass(frozen=True, slots=True)
class Metric:
    """What a figure measures; the file name is its id."""

    id: str
    title: str
    kind: MetricKind
    units: tuple[str, ...]  # count, money, percent, ratio, time, length, mass, area, volume, data, speed, energy, …
    additive: bool = False  # parts (regions, segments) add up to the whole
    plausible: tuple[float, float] | None = None  # in base units; outside it a value is hard to believe
    is_a: str | None = None  # the wider metric: mau is_a users
    per: str | None = None  # what it is always given by: earnings per share
    never: tuple[str, ...] = ()  # kinds of figure it is not the metric of: a share of GDP is one of something else
    quoted: bool = False  # a market's figure of the day: without a date it is that of the article
    vague: bool = False  # growth, rate: gives way to any other metric that the paragraph names
    people: bool = False  # what it counts are persons
    theme: bool = False  # box office, transfers: amounts in an article that opens with it are its, whatever the verb
    episodic: bool = False  # each disaster or campaign has a total of its own
    varied: bool = False  # one story has many of them, gusts or distances, which are no rivals unless it says so
    estimated: bool = False  # onlookers count it, each in his own way: a crowd, a quake
    in_passing: bool = False  # no figure that does not say so is one: a margin of error
    per_head: str | None = None  # the metric that its figures are of where they are given per so many people
    as_share: str | None = None  # the metric that a share of it is: of the unemployed, the unemployment rate
    unnamed: str | None = None  # dimensions, units or a form whose figures are of this metric where no word names one
    in_time: dict[str, str] = field(default_factory=dict)  # day, week or month -> the metric of those counted in each
    of_product: str | None = None  # the metric that its verbs tell of a product: an app that earned 2 million
    as_change: str | None = None  # the metric that its changes in percent are: those of GDP, growth
    of_person: str | None = None  # what it is where a person is bought
    of_place: str | None = None  # the metric that changes in percent are of a place and nothing else: prices in Spain
    bearer: str | None = None  # place, person, product or bought: whose figures they are: the inflation of a country
    acts_on: tuple[str, ...] = ()  # metrics and things (people; things: any) its verbs turn into it: cut 450 jobs
    acts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)  # language -> noun templates
    verbs: dict[str, tuple[str, ...]] = field(default_factory=dict)  # language -> verb templates
    of_one: dict[str, tuple[str, ...]] = field(default_factory=dict)  # nouns of one thing that it measures: a 6.3 quake

    @property
    def counts_things(self) -> bool:
        """Whether it is a number of things that there are: hospitals."""
        return self.kind == "stock" and self.units == ("count",)


_FLAGS = ("additive", "quoted", "vague", "people", "theme", "episodic", "varied", "estimated", "in_passing")
_OTHERS = (
    "is_a",
    "per",
    "per_head",
    "as_share",
    "as_change",
    "of_product",
    "of_person",
    "of_place",
    "unnamed",
    "bearer",
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, product, person or body that the rules know by name."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    part_of: str | None = None
    twins: tuple[str, ...] = ()  # easily confused with, never the same
    region: str | None = None


@dataclass(slots=True)
class Rulebook:
    """Everything the rules folders say; later folders override earlier ones by id."""

    metrics: dict[str, Metric] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    things: dict[str, dict[str, str]] = field(default_factory=dict)  # what is counted -> language -> template
    people: set[str] = field(default_factory=set)  # the things that are persons
    unnamed: dict[str, str] = field(default_factory=dict)  # dimension or form of a figure -> metric where none is named
    laws: dict[str, Path] = field(default_factory=dict)  # rule id -> file
    profiles: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def shipped() -> Path:
    """The folder of the rules that come with factcheck, inside the wheel or beside the checkout."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.exists() else Path(__file__).parent.parent / "rules"


def own_rules(folder: Path) -> tuple[Path, ...]:
    """The folder `rules` of a folder, where it holds rules and is not the one that comes with factcheck."""
    rules = folder / "rules"
    holds = any((rules / kind).is_dir() for kind in (*_LOADERS, "laws", "profiles"))
    return (rules,) if holds and rules.resolve() != shipped().resolve() else ()


def load_rulebook(*folders: Path) -> Rulebook:
    """The shipped rules extended by those of `folders`; what cannot be read is in `.problems`."""
    book = Rulebook()
    for folder in (shipped(), *folders):
        files = {path: load for kind, load in _LOADERS.items() for path in sorted(folder.glob(f"{kind}/*.yml"))}
        data = _read_together([*files])
        for path, load in files.items():
            _guard(book, path, load, data)
        book.laws.update({path.stem: path for path in sorted(folder.glob("laws/*/*.yml"))})
        book.profiles.update({path.stem: path for path in sorted(folder.glob("profiles/*.yml"))})
    book.metrics = _acting_on_people(book.metrics)
    book.unnamed = {name: metric.id for metric in book.metrics.values() for name in (metric.unnamed or "").split()}
    return book


def _acting_on_people(metrics: Mapping[str, Metric]) -> dict[str, Metric]:
    """The metrics, those that act on people acting on each that counts persons but for what already befell them."""
    persons = [metric.id for metric in metrics.values() if metric.people and not metric.episodic]
    acting = {
        metric.id: replace(
            metric, acts_on=(*metric.acts_on, *(p for p in persons if p not in (metric.id, metric.is_a)))
        )
        for metric in metrics.values()
        if "people" in metric.acts_on
    }
    return {**metrics, **acting}


def _read_together(paths: Sequence[Path]) -> dict[Path, Any]:
    """The data by file; none where one of the files cannot be read, so that each is to be read by itself."""
    try:
        return dict(zip(paths, read_all("rules", paths), strict=True))
    except (invalid(), ValueError, OSError):
        return {}


def _guard(book: Rulebook, path: Path, load: _Loader, data: Mapping[Path, Any]) -> None:
    try:
        load(book, path, data[path] if path in data else read_yaml(path))
    except invalid() as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        book.problems.append(
            Problem(str(path), str(getattr(error, "problem", error)), line, column, "write valid YAML", "rules")
        )
    except (KeyError, TypeError, AttributeError, ValueError, OSError) as error:
        message = f"not a usable file: {error!r}"
        book.problems.append(Problem(str(path), message, hint="see rules/README.md", stage="rules"))


def _load_metric(book: Rulebook, path: Path, data: dict[str, Any]) -> None:
    plain: dict[str, Any] = {flag: bool(data.get(flag, False)) for flag in _FLAGS}
    plain |= {other: data.get(other) for other in _OTHERS}
    plausible = data.get("plausible")
    units = data["unit"]
    acts_on = tuple(data.get("acts_on", ()))
    acts = data.get("acts") or (data.get("verbs") if acts_on else None) or {}
    book.metrics[path.stem] = Metric(
        id=path.stem,
        title=data["title"],
        kind=data["kind"],
        units=tuple(units) if isinstance(units, list) else (units,),
        plausible=(float(plausible[0]), float(plausible[1])) if plausible else None,
        never=tuple(data.get("never", ())),
        in_time=dict(data.get("in_time") or {}),
        acts_on=acts_on,
        names={lang: tuple(names) for lang, names in (data.get("names") or {}).items()},
        acts={lang: tuple(verbs) for lang, verbs in acts.items()},
        verbs={lang: tuple(verbs) for lang, verbs in (data.get("verbs") or {}).items()},
        of_one={lang: tuple(nouns) for lang, nouns in (data.get("of_one") or {}).items()},
        **plain,
    )


def _load_entities(book: Rulebook, path: Path, data: list[dict[str, Any]]) -> None:
    for row in data:
        book.entities[row["name"]] = Entity(
            name=row["name"],
            aliases=tuple(row.get("aliases", ())),
            kind=row.get("kind", ""),
            part_of=row.get("part_of"),
            twins=tuple(row.get("twins", ())),
            region=row.get("region"),
        )


def _load_things(book: Rulebook, path: Path, data: dict[str, Any]) -> None:
    things = {thing: names for thing, names in data.items() if thing != "kind"}
    book.things.update({thing: {lang: str(name) for lang, name in names.items()} for thing, names in things.items()})
    if data.get("kind") == "people":
        book.people.update(things)


_Loader = Callable[[Rulebook, Path, Any], None]
_LOADERS: dict[str, _Loader] = {"metrics": _load_metric, "entities": _load_entities, "things": _load_things}
