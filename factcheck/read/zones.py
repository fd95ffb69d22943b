"""The parts of an article: headline, lead, body, captions, and furniture such as links to other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Zone
from factcheck.read.words import page_words

_LINE = re.compile(r"[^\r\n]+")
_FINAL = ".!?…。！？"
_CLOSING = "\"'”’»)]› "
_HEADLINE = 160  # characters at most
_CAPTION = 240
_BULLETS = "-*•–—·▪◦"
_CREDIT_SIGNS = ":©/|(–-"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A printed paragraph: one line, or the lines of a wrapped one."""

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        return "".join(filter(str.isalnum, self.text.casefold()))

    @property
    def is_prose(self) -> bool:
        """True for sentences, as against titles, captions and links."""
        return len(self.text) > _HEADLINE or (self.text.rstrip(_CLOSING)[-1:] in _FINAL and self.text.count(" ") >= 5)


def find_zones(text: str, title: str | None = None, lang: str = "en") -> tuple[Zone, ...]:
    """The zones of a text, in order; they do not overlap, and only white space lies between them."""
    units = list(_units(text))
    names = _name_top(units, title)
    names += _name_rest(units, len(names), lang)
    zones: list[Zone] = []
    for unit, name in zip(units, names, strict=True):
        if zones and zones[-1].name == name:
            zones[-1] = Zone(zones[-1].start, unit.end, name)
        else:
            zones.append(Zone(unit.start, unit.end, name))
    return tuple(zones)


def _units(text: str) -> Iterator[_Unit]:
    block: list[_Unit] = []
    for match in _LINE.finditer(text):
        line = match.group().strip("\ufeff \t\u00a0")
        if not line:
            continue
        start = match.start() + match.group().index(line)
        unit = _Unit(start, start + len(line), line)
        if block and "\n" in text[block[-1].end : start].replace("\n", "", 1):
            yield from _unwrap(block)
            block = []
        block.append(unit)
    yield from _unwrap(block)


def _unwrap(block: list[_Unit]) -> list[_Unit]:
    """One unit where the lines of a block are those of one wrapped paragraph, else the lines."""
    if max((len(unit.text) for unit in block), default=0) > 100 or not any(
        unit.text[0].islower() for unit in block[1:]
    ):
        return block
    return [_Unit(block[0].start, block[-1].end, " ".join(unit.text for unit in block))]


def _name_top(units: Sequence[_Unit], title: str | None) -> list[str]:
    """The names of the units above the first paragraph of prose."""
    top = next((i for i, unit in enumerate(units) if unit.is_prose), len(units))
    if top == len(units) > 1:
        top = 1
    heads = _headlines(units, top, title)
    return ["headline" if i in heads else _standfirst(units[i]) for i in range(max(top, max(heads, default=-1) + 1))]


def _headlines(units: Sequence[_Unit], top: int, title: str | None) -> set[int]:
    """Which of the first units are the headline: the title with its repetitions, else the first title-like line."""
    window = range(min(len(units), top + 2, 6))
    if title:
        wanted = _Unit(0, 0, title).key
        same = [i for i in window if _alike(units[i].key, wanted)]
        if same and max(same) <= top:
            return {*same, *(i for i in range(same[0]) if not _is_byline(units[i]))}
    first = next((i for i in range(min(top, 3)) if not _is_byline(units[i])), None)
    if first is None:
        return {0} if _is_short_sentence(units) else set()
    return {first, *(i for i in range(first + 1, top) if units[i].key == units[first].key)}


def _alike(key: str, wanted: str) -> bool:
    """True for a title, and for one that was cut or had the outlet's name put to it."""
    short, long = sorted((key, wanted), key=len)
    return len(short) >= 0.6 * len(long) and short in long and bool(short)


def _is_short_sentence(units: Sequence[_Unit]) -> bool:
    """True for a headline that ends with a period: a few words above a much longer paragraph."""
    return len(units) > 1 and units[0].text.count(" ") <= 8 and len(units[1].text) >= 4 * len(units[0].text)


def _is_byline(unit: _Unit) -> bool:
    return "@" in unit.text or " | " in unit.text or "://" in unit.text or "©" in unit.text


def _standfirst(unit: _Unit) -> str:
    """A line between headline and text: a standfirst, or the name of an author, a place, a date."""
    few = unit.text.count(" ") < 5 and not any(map(str.isdigit, unit.text))
    return "furniture" if few or _is_byline(unit) else "lead"


def _name_rest(units: Sequence[_Unit], first: int, lang: str) -> list[str]:
    """The names of the units from the first paragraph of prose on."""
    words = page_words(lang)
    seen = {unit.key for unit in units[:first]}
    links = _trailing_links(units, first)
    names: list[str] = []
    in_related = False
    for i, unit in enumerate(units[first:], first):
        key = unit.key
        related = _is_related(unit, words.get("related", ()))
        in_related = related or (in_related and not unit.is_prose)
        if in_related or i >= links:
            names.append("furniture")
        elif (len(key) >= 20 and key in seen) or _is_credit(unit, words.get("credits", ())):
            names.append("caption")
        elif i == first and unit.is_prose and i + 1 < len(units):
            names.append("lead")
        else:
            names.append("furniture" if not unit.is_prose and _is_byline(unit) else "body")
        seen.add(key)
    return names


def _trailing_links(units: Sequence[_Unit], first: int) -> int:
    """Where a closing run of three or more title-like lines begins; the number of units where there is none."""
    i = len(units)
    while i > first and _is_link(units[i - 1]):
        i -= 1
    return i if len(units) - i >= 3 and i > first + 1 else len(units)


def _is_link(unit: _Unit) -> bool:
    return not unit.is_prose and len(unit.text) <= 120 and unit.text[0] not in _BULLETS


def _is_related(unit: _Unit, phrases: Sequence[str]) -> bool:
    """True for "Read also" and the like: the phrase alone, or before a colon."""
    text = unit.text.lower().lstrip("[(>»→-–* ")
    for phrase in phrases:
        if text.startswith(phrase):
            rest = text[len(phrase) :].strip()
            return not rest or rest[0] in ":|>»→-–])…"
    return False


def _is_credit(unit: _Unit, phrases: Sequence[str]) -> bool:
    """True for a caption or a credit: short, with a copyright sign or "photo:" and the like."""
    if len(unit.text) > _CAPTION:
        return False
    text = unit.text.lower()
    if "©" in text:
        return True
    for phrase in phrases:
        at = text.find(phrase)
        while at >= 0:
            rest = text[at + len(phrase) :].lstrip()
            edge = at == 0 or not text[at - 1].isalnum()
            if edge and ((not rest and not unit.is_prose) or rest[:1] in _CREDIT_SIGNS):
                return True
            at = text.find(phrase, at + 1)
    return False
