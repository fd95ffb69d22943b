"""Verbs that say something only beside what they lead to: "he continued that", "…", continued Ana Ruiz."""

from __future__ import annotations

from factcheck.extract.words.tokens import Hit, Tokens

_NEAR = 4  # tokens between a verb and the clause that it leads to: repeated on Monday evening that
_SUBJECT = 8  # tokens between a quotation and the verb behind its subject: "…", the mayor of Orlin continued.
_INVERTED = 4  # the same of a pronoun's: a-t-il poursuivi
_MARKS = frozenset('"“”„«»')
_ENDS = frozenset('.,;:!?"“”„«»')
_LEAD_AWAY = ("say", "utters", "copula")


def heed(tokens: Tokens) -> None:
    """Makes verbs of saying of those that lead to a clause or a quotation, before any hit is asked for.

    What is said of itself is no verb of saying where no clause follows (Orlin se destacaba), nor what is done to
    oneself: der Fahrer zeigte sich unverletzt.
    """
    hits = tokens.hits
    clauses = {first for first, _, _ in hits.get("complements", ())}
    if "impersonal" in hits and "say" in hits:
        selves = {last for _, last, _ in hits["impersonal"]}
        behind = {first for first, _, _ in hits["impersonal"]}
        hits["say"] = [
            hit for hit in hits["say"] if (hit[0] not in selves and hit[1] not in behind) or hit[1] in clauses
        ]
    spoken = hits.get("utters")
    if not spoken:
        return
    known = {first for first, _, _ in hits.get("say", ())}
    articles = {last for _, last, _ in hits.get("determiner", ())}
    away = {first for kind in _LEAD_AWAY for first, _, _ in hits.get(kind, ())}
    quoted = not _MARKS.isdisjoint(tokens.forms)
    found = []
    for hit in spoken:
        noun = not articles.isdisjoint((hit[0] - 1, hit[0]))
        if hit[0] in known or noun:
            continue
        if _leads(hit, tokens, clauses, away) or (quoted and _follows(hit, tokens)) or _closes(hit, tokens):
            found.append(hit)
    if found:
        hits["say"] = sorted([*hits.get("say", ()), *found], key=lambda hit: hit[0])


def _leads(hit: Hit, tokens: Tokens, clauses: set[int], away: set[int]) -> bool:
    """Whether a clause, or a colon with a quotation, stands right behind a verb, an adverb or a date left aside."""
    forms = tokens.forms
    for at in range(hit[1], min(hit[1] + _NEAR, len(forms))):
        if at in clauses:
            return hit[1] > 1
        if forms[at] in _MARKS or (forms[at] == ":" and forms[at + 1 : at + 2] and forms[at + 1] in _MARKS):
            return True
        comma = forms[at] == "," and at + 1 in clauses
        if at in away or not (comma or forms[at][0].isalnum()):
            return False
    return False


def _follows(hit: Hit, tokens: Tokens) -> bool:
    """Whether a quotation stands before a verb: "…", continued Ana Ruiz; "…", Ana Ruiz continued."""
    forms, first = tokens.forms, hit[0]
    joined = {at for at, _, _ in tokens.hits.get("conjunction", ())}
    closing = hit[1] >= len(forms) or forms[hit[1]] in _ENDS
    for at in range(first - 1, max(-1, first - 1 - (_SUBJECT if closing else _INVERTED)), -1):
        if forms[at] in _MARKS:
            return True
        if forms[at] in _ENDS and not (forms[at] == "," and at > 0 and forms[at - 1] in _MARKS):
            return False
        if at in joined or (not closing and forms[at].istitle()):
            return False
    return False


def _closes(hit: Hit, tokens: Tokens) -> bool:
    """Whether a verb ends a sentence, a name alone between it and a comma: …, the Orlin Board added."""
    forms, at = tokens.forms, hit[0] - 1
    if hit[1] < len(forms) and forms[hit[1]] != ".":
        return False
    while at > 0 and forms[at][0].isupper():
        at -= 1
    named = at < hit[0] - 1
    at -= at + 1 in {last for _, last, _ in tokens.hits.get("determiner", ())}
    return named and at > 0 and forms[at] == ","
