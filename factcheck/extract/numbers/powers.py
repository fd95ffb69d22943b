"""Powers of ten behind printed digits: 1.3e6, 6.02 × 10^23, 10⁻³, 2^10."""

from __future__ import annotations

from factcheck.extract.words.tokens import Tokens

_SIGNS = frozenset("+-−–")
_TIMES = frozenset({"x", "×", "·", "*"})
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MOST = 60  # a larger exponent is no figure of the news


def power(tokens: Tokens, i: int, value: float) -> tuple[int, float] | None:
    """The token behind a power that starts with the digits at token i, and its value; None where there is none."""
    j = i + 1
    if j >= len(tokens):
        return None
    sign = tokens.words[j]
    if tokens.glued(j) and (sign == "^" or (value == 10 and _raised(sign))):
        read = _exponent(tokens, j, marked=True)
        return (read[0], _raise(value, read[1])) if read and value else None
    if sign == "e" and tokens.glued(j):
        read = _exponent(tokens, j + 1, marked=False)
        closed = read and not (read[0] < len(tokens) and tokens.glued(read[0]) and tokens.forms[read[0]][0].isalnum())
        return (read[0], _times_ten(value, read[1])) if read and closed else None
    if sign in _TIMES and tokens.words[j + 1 : j + 2] == ["10"] and j + 2 < len(tokens) and tokens.glued(j + 2):
        mark = tokens.words[j + 2]
        read = _exponent(tokens, j + 2, marked=True) if mark == "^" or _raised(mark) else None
        if read is None and sign == "×" and mark in _SIGNS:
            read = _exponent(tokens, j + 2, marked=False)
        return (read[0], _times_ten(value, read[1])) if read else None
    return None


def _raised(word: str) -> bool:
    return bool(word) and word[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻" and word not in ("²", "³")


def _exponent(tokens: Tokens, j: int, marked: bool) -> tuple[int, int] | None:
    """The end and the value of an exponent: raised digits at token j, or digits with signs that touch."""
    raised = marked and tokens.words[j] != "^"
    last, text = j + (marked and not raised), ""
    while last < len(tokens) and (last == j or tokens.glued(last)):
        word = tokens.words[last].translate(_RAISED) if raised else tokens.words[last]
        if not (word in _SIGNS or word.lstrip("-").isdecimal()):
            break
        text, last = text + word.replace("−", "-").replace("–", "-"), last + 1
        if word.isdecimal():
            break
    digits = text.lstrip("+-")
    if not digits.isdecimal() or int(digits) > _MOST:
        return None
    return last, -int(digits) if text[: len(text) - len(digits)].count("-") % 2 else int(digits)


def _raise(value: float, exponent: int) -> float:
    return float(f"{abs(value) ** exponent * (1 if value > 0 else -1):.15g}") if abs(value) < 1e5 else value


def _times_ten(value: float, exponent: int) -> float:
    return float(f"{value}e{exponent}")
