"""Parts of a whole said without a percent sign: two thirds, half of, one in five, jeder Vierte."""

from __future__ import annotations

from factcheck.extract.draft import Reading
from factcheck.extract.number import Number, Starts
from factcheck.extract.shares import every, one_in, share


def join_fractions(reading: Reading, numbers: list[Number]) -> list[Number]:
    """The numbers with fractions and "n in m" joined into one, as parts of 100, form "fraction"."""
    fractions, names = reading.starts("q_fraction"), reading.starts("q_fraction_name")
    if not (numbers or fractions or names):
        return []
    found = one_in(reading, list(numbers))
    if fractions or names or any(reading.word(number.last) == "/" for number in found):
        found = _with_denominators(reading, found, fractions, names)
    if reading.rules.every:
        found = [every(reading, number) or number for number in found]
    return found


def _with_denominators(
    reading: Reading,
    numbers: list[Number],
    fractions: Starts,
    names: Starts,
) -> list[Number]:
    found: list[Number] = []
    taken = -1
    by_first = {number.first: number for number in numbers}
    inside = {i: number for number in numbers for i in range(number.first, number.last)}
    for i in range(len(reading.words)):
        if i < taken:
            continue
        number = by_first.get(i)
        fraction = _fraction_at(reading, i, number, fractions, names, by_first)
        if fraction is None and number is None and i in inside:
            continue
        chosen = fraction or number
        if chosen is not None:
            if fraction:
                fraction = _of_scale(reading, fraction)
                if found and _mixes(found[-1], fraction):
                    fraction = _mixed(found.pop(), fraction)
                chosen = fraction
            found.append(chosen)
            taken = chosen.last
    return found


def _fraction_at(
    reading: Reading,
    i: int,
    number: Number | None,
    fractions: Starts,
    names: Starts,
    by_first: dict[int, Number],
) -> Number | None:
    """The fraction that starts at token i."""
    rules = reading.rules
    if i in names:
        last, denominator = names[i]
        return share(i, last, 1.0, denominator)
    if number is not None and number.form in ("plain", "article") and number.value >= 1 and number.scale == 1.0:
        j = number.last
        if reading.word(j) == "/" and j + 1 in by_first and number.style == "digits":
            other = by_first[j + 1]
            return share(i, other.last, number.value, other.value, digits=True) if number.value < other.value else None
        hyphen = reading.hyphen(j)
        j += hyphen
        if j in fractions and not number.decimals and number.value < 100:
            last, denominator = fractions[j]
            if number.value < float(denominator) and (
                hyphen or _is_part(reading, i, last, denominator, number.value > 1)
            ):
                return share(i, last, number.value, denominator)
        return None
    if reading.word(i) in rules.articles and i + 1 in fractions:
        last, denominator = fractions[i + 1]
        return share(i, last, 1.0, denominator) if _is_part(reading, i, last, denominator, False) else None
    if (
        i in fractions
        and number is None
        and float(fractions[i][1]) in rules.sure_fractions
        and i in reading.ends("q_before")
    ):
        return share(i, fractions[i][0], 1.0, fractions[i][1])  # plus du quart
    if i in fractions and (number is None or number.form == "half") and reading.word(i - 1) not in rules.articles:
        last, denominator = fractions[i]
        if denominator == 2.0 and reading.word(last) in rules.fraction_needs and not _after_ordinal(reading, i):
            return share(i, last, 1.0, denominator)
        if (
            denominator == 2.0
            and (i in reading.ends("q_before") or i in reading.ends("q_link_by"))
            and not _noun_next(reading, last)
        ):
            return share(i, last, 1.0, denominator)
    return None


def _mixes(whole: Number, fraction: Number) -> bool:
    """Whether "7 3/4" is one number."""
    plain = whole.form == "plain" and whole.style == "digits" and not whole.decimals and whole.scale == 1.0
    return plain and whole.last == fraction.first and fraction.style == "digits" and fraction.form == "fraction"


def _mixed(whole: Number, fraction: Number) -> Number:
    return Number(whole.first, fraction.last, whole.value + fraction.value / 100, 0.01, True, "digits")


def _is_part(reading: Reading, i: int, last: int, denominator: float, several: bool) -> bool:
    """Whether a word such as "third" or "quarter" is a part here, no rank and no quarter of a year."""
    after = reading.word(last)
    if after in reading.rules.fraction_needs or after in reading.rules.of:
        return not (
            denominator == 4.0 and reading.word(last + 1)[:2] in ("19", "20") and len(reading.word(last + 1)) == 4
        )
    if denominator in reading.rules.sure_fractions:
        return True
    if i in reading.ends("q_before") or i in reading.ends("q_link_by"):
        return True
    if denominator == 4.0:
        return False
    return several or not after[:1].isalpha()


def _after_ordinal(reading: Reading, i: int) -> bool:
    return (
        any(last == i for _, last, _ in reading.tokens.hits.get("q_ordinal", ()))
        or reading.word(i - 1) in reading.rules.not_halves
    )


def _noun_next(reading: Reading, j: int) -> bool:
    return reading.word(j)[:1].isalpha() and reading.word(j) not in reading.rules.fraction_needs


def _of_scale(reading: Reading, number: Number) -> Number:
    """ "three quarters of a million": the fraction of a scale is a plain number."""
    j = number.last
    if reading.word(j) in reading.rules.of:
        j += 1
        j += reading.word(j) in reading.rules.articles
        atoms = reading.starts("q_number")
        if j in atoms and getattr(atoms[j][1], "place", "") == "scale":
            last, atom = atoms[j]
            number.value, number.last, number.form = number.value / 100 * atom.value, last, "plain"
            number.scale, number.step = atom.value, atom.value / 10
    return number
