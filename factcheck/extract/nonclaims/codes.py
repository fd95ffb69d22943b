"""Digits that are no numbers: model names, times, scores, versions, addresses, telephone numbers."""

from __future__ import annotations

from collections.abc import Set

from factcheck.extract.words.tokens import Tokens

_DASHES = frozenset("-–‐‑")
_SEPARATORS = frozenset(".,'’")
_LONGEST_ROW = 16
_HALF = 4  # digits in each half of a local telephone number: 3723-5441
_TRUNK = ["(", "0", ")"]  # +44 (0)7946 001812
_ADDRESS = frozenset("/\\_=&?#@~%")


def is_code(
    tokens: Tokens, i: int, money_ends: Set[int], minus: frozenset[str] = frozenset(), raised: bool = False
) -> bool:
    """Whether the digits of token i name something instead of counting it; `raised` says that a power follows."""
    forms = tokens.forms
    if is_telephone(tokens, i) or forms[i + 1 : i + 4] == _TRUNK:
        return True
    before = forms[i - 1] if i and tokens.glued(i) else ""
    after = forms[i + 1] if i + 1 < len(forms) and tokens.glued(i + 1) else ""
    compared = before == "=" and i > 1 and forms[i - 2] in "<>"
    marked = before and not compared and i not in money_ends
    if marked and (before[-1].isalpha() or before in _ADDRESS or (before == ":" and i > 1)):
        return not before.endswith(("'", "’")) and not (before == "/" and _is_fraction(tokens, i - 1))
    if before == "." and i > 1 and tokens.glued(i - 1):
        return True
    if forms[i][0] == "0" and len(forms[i]) > 1 and forms[i].isdecimal() and before not in (".", ","):
        return True
    if before in _DASHES and before and _after_dash(tokens, i, money_ends, minus):
        return True
    return bool(after) and not raised and _before_mark(tokens, i, after)


def _after_dash(tokens: Tokens, i: int, money_ends: Set[int], minus: frozenset[str]) -> bool:
    """Digits glued by a hyphen to a word (Windows-10, mid-2016), or the second half of a score or a year pair."""
    forms = tokens.forms
    if i < 2 or not tokens.glued(i - 1):
        return False
    left = forms[i - 2]
    if left.lower() in minus or i - 1 in money_ends:
        return False
    if left.islower() and not forms[i].isdecimal():
        return False  # magnitude-6.4
    if left[-1].isalpha():
        return not _has_digits_before(tokens, i - 2)
    return left[0].isdecimal() and _is_pair(tokens, i - 2, i)


def _has_digits_before(tokens: Tokens, j: int) -> bool:
    """Whether letters are the unit or scale of digits: 5m-10m."""
    return j > 0 and tokens.glued(j) and tokens.forms[j - 1][-1].isdecimal()


def _before_mark(tokens: Tokens, i: int, after: str) -> bool:
    forms = tokens.forms
    follows = forms[i + 2] if i + 2 < len(forms) and tokens.glued(i + 2) else ""
    if after == ":" and follows[:1].isdecimal():
        return True
    if after in _DASHES and follows[:1].isdecimal():
        return _is_pair(tokens, i, i + 2)
    if after == "/" and follows[:1].isdecimal():
        return not _is_fraction(tokens, i + 1)
    if after[0].isalpha() and after.lower() not in ("km", "cm", "mm", "m") and follows[:1].isdecimal():
        return True
    return after in ("_", "@", "\\") or (after == "." and follows[:1].isalpha() and len(follows) > 3)


def _is_pair(tokens: Tokens, i: int, j: int) -> bool:
    """Whether digits-dash-digits is a year pair, a score, a telephone number or a code, not a range."""
    left, right = tokens.forms[i], tokens.forms[j]
    if not (left.isdecimal() and right.isdecimal()):
        return False
    chained = (
        j + 2 < len(tokens)
        and tokens.glued(j + 1)
        and tokens.forms[j + 1] in _DASHES
        and tokens.glued(j + 2)
        and tokens.forms[j + 2][0].isdecimal()
    )
    chained = chained or (
        i > 1
        and tokens.glued(i)
        and tokens.forms[i - 1] in _DASHES
        and tokens.glued(i - 1)
        and tokens.forms[i - 2][0].isdecimal()
    )
    if chained or (len(left) == 4 and left[:2] in ("19", "20") and len(right) in (2, 4)):
        return True
    if (left[0] == "0" and len(left) > 1) or (len(left) == len(right) == _HALF and left[-1] != "0" != right[-1]):
        return True
    return int(right) <= int(left) and not (
        j + 1 < len(tokens) and tokens.glued(j + 1) and tokens.forms[j + 1][0].isalpha() and len(left) > 2
    )


def _is_fraction(tokens: Tokens, slash: int) -> bool:
    """Whether digits-slash-digits reads as a fraction: 2/3, not 9/11 or 24/7."""
    left, right = tokens.forms[slash - 1], tokens.forms[slash + 1]
    if not (left.isdecimal() and right.isdecimal()) or len(left) > 2 or len(right) > 3:
        return False
    chained = slash + 2 < len(tokens) and tokens.glued(slash + 2) and tokens.forms[slash + 2] in "/-"
    before = tokens.forms[slash - 2] if slash > 1 and tokens.glued(slash - 1) else ""
    chained = chained or before == "/" or (before == "-" and tokens.glued(slash - 2))
    return not chained and 0 < int(left) < int(right) and int(right) in (2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100)


def is_telephone(tokens: Tokens, i: int) -> bool:
    """Whether token i is a group of a telephone number or of a row of digits: +44 20 7946 0018, 030 1234567."""
    first = last = i
    while _is_group(tokens, first, -1) and i - first < _LONGEST_ROW:
        first -= 1 + (tokens.forms[first - 1] in _DASHES)
    while _is_group(tokens, last, 1) and last - i < _LONGEST_ROW:
        last += 1 + (tokens.forms[last + 1] in _DASHES)
    if first == last:
        return False
    groups = [form for form in tokens.forms[first : last + 1] if form[0].isdecimal()]
    abroad = first > 0 and tokens.forms[first - 1] == "+" and tokens.glued(first)
    trunk = first > 2 and tokens.forms[first - 3 : first] == _TRUNK
    return len(groups) > 2 or abroad or trunk or (groups[0][0] == "0" and len(groups[0]) > 1)


def _is_group(tokens: Tokens, i: int, step: int) -> bool:
    """Whether more bare digits stand beside token i, a dash with digits on both sides allowed."""
    forms, j = tokens.forms, i + step
    if not 0 <= j < len(forms):
        return False
    if forms[j] in _DASHES and tokens.glued(max(i, j)):
        j += step
        if not 0 <= j < len(forms) or not tokens.glued(max(j, j - step)):
            return False
    return _is_bare(forms[i]) and _is_bare(forms[j])


def _is_bare(form: str) -> bool:
    return form[0].isdecimal() and _SEPARATORS.isdisjoint(form)
