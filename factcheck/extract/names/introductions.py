"""What an article spells out before it shortens it: the Orlin Foundation for Health (OFH)."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.letters import abbreviates, compact
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens

_LONGEST, _SHORTEST = 20, 2  # words spelled out, of which so many at least
_LETTERS = range(2, 15)  # of the short form
_JOINERS = frozenset("-'’&.")


def introductions(sentences: Sequence[Sentence]) -> dict[str, str]:
    """For each form of a body that an article prints in full with its initials in brackets, both of them.

    Its initials alone where the article begins with them or it is a firm, so that they are what it is known by.
    """
    found: dict[str, str] = {}
    printed: set[str] = set()
    for sentence in sentences:
        forms = sentence.tokens.forms
        if "(" in forms:
            for at in range(_SHORTEST, len(forms) - 2):
                if forms[at] == "(" and forms[at + 2] == ")":
                    _introduce(sentence, at, found, printed)
        printed.update(forms)
    return found


def _introduce(sentence: Sentence, bracket: int, found: dict[str, str], printed: set[str]) -> None:
    """Notes the words before a bracket that the short form in it stands for, and the names among them."""
    tokens, short = sentence.tokens, sentence.tokens.forms[bracket + 1]
    first = _beginning(tokens, bracket, short)
    if first is None or any(n.region and n.first <= first and n.last >= bracket for n in sentence.names):
        return
    full = " ".join(tokens.span(first, bracket).split())
    near = (*range(first, bracket), bracket + 1) if "," not in full else (first, bracket + 1)
    within = [name for name in sentence.names if name.first in near and name.region is None]
    known = short in printed or any(name.kind == "company" for name in within)
    shown = short if known and short.isupper() else f"{full} ({short})"
    for form in (short, full, *(name.entity for name in within)):
        found.setdefault(form, shown)


def _beginning(tokens: Tokens, end: int, short: str) -> int | None:
    """Where the words begin whose initials a short form is, else those that hold all of its letters in their order."""
    key = compact(short)
    if len(key) not in _LETTERS or not short[0].isupper() or not short.isalpha():
        return None
    loosely: int | None = None
    for first in range(end - 1, max(-1, end - _LONGEST - 1), -1):
        form = tokens.forms[first]
        if not (form[0].isalpha() or form in _JOINERS or form == ","):
            break
        words = [word for word in tokens.words[first:end] if word != ","]
        if len(words) < end - first and first not in tokens.first("bodies"):
            continue  # Federação de Barcos, Motos e Carros
        if len(words) < _SHORTEST or not form[0].isupper() or key[0] != words[0][0]:
            continue
        if abbreviates(key, "".join(word[0] for word in words)):
            return first
        if loosely is None and abbreviates(compact(key), compact("".join(words))):
            loosely = first
    return loosely
