"""The counted noun phrase after a number: "more than 340 | small harbours"."""

from __future__ import annotations

from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.words.phrases import Phrases

_JOINED = 4  # tokens from an "and" to the plural noun
_FEW = 2  # from it on, what a bare number counts can be left unsaid
_COMPARED = ("set_against", "than", "compared_with")
_HYPHENS = ("-", "‐", "‑")
_OF_NAME = 2  # small words inside a name: Player of the Year
_DESCRIBED = 3  # words from a name to the plural noun that it describes
_SHORT = 3  # letters of words whose last one tells little


def noun_after(reading: Reading, draft: Draft, phrases: Phrases) -> tuple[int, int] | None:
    """The tokens of the noun phrase that a count counts, adjectives included; None where none follows."""
    first = _opening(reading, draft, phrases)
    code = _code_end(reading, first)
    known = _is_noun(reading.word(code), phrases)
    if code > first and reading.forms[first][0].isupper() and not known:
        return first, code  # two F-16s
    first, ends = (code if known else first), phrases.noun_ends
    if any(mention.first == first for mention in reading.periods):
        return None  # 643,900 ten years ago
    j, is_sure = _closing(reading, draft, phrases, first)
    if is_sure:
        return first, j
    if draft.last in reading.starts("q_of") and _leads_number(reading, j):
        return None
    if draft.value >= 2 and (ends or draft.first in reading.ends("r_part")) and _tells(reading, first):
        return None
    if ends and draft.value >= 2:
        j = min(j, _one_word(reading, first))  # no plural: a word that only describes, a 12-page | report
    if j - first == 1 and (first in reading.starts("r_part") or _only_tells(reading, draft, first)):
        return None  # 300 supplémentaires
    named = not phrases.nouns_capitalised or any(reading.forms[i][0].isupper() for i in range(first, j))
    return (first, j) if j > first and named else None


def _opening(reading: Reading, draft: Draft, phrases: Phrases) -> int:
    """The token at which what is counted may begin, past "of", a hyphen and words that say nothing."""
    j = draft.last
    if draft.first in reading.ends("copula") and j in reading.starts("definite"):
        j = reading.starts("definite")[j][0]  # sono 11 | le province
    j = _skip_of(reading, j, phrases)
    if reading.hyphen(j):
        j += 1
    return j + (reading.word(j) in phrases.noun_skip)


def _closing(reading: Reading, draft: Draft, phrases: Phrases, first: int) -> tuple[int, bool]:
    """The token behind a noun phrase, and whether its last word is surely the noun."""
    j = _past_name(reading, first, phrases)
    most = j + phrases.noun_most
    barriers = reading.starts("q_move").keys() - ({first} if _is_plural_move(reading, draft, first, phrases) else set())
    while j < min(len(reading.words), most):
        word = reading.words[j]
        if j > first and word in phrases.range_and and _goes_on(reading, j, phrases):
            j, most = j + 1, j + 1 + _JOINED
            continue
        coded = _code_end(reading, j) if reading.forms[j][0].isupper() else j
        if coded > j + 1 and coded < len(reading.words) and _is_noun(reading.words[coded], phrases):
            j, most = coded, coded + _JOINED
            continue
        capital = phrases.nouns_capitalised and reading.forms[j][0].isupper()
        tied = reading.hyphen(j + 1) or (j > first and reading.hyphen(j - 1))
        stops = word in phrases.noun_stop and word not in phrases.point_nouns and not tied and not capital
        if not word[0].isalpha() or stops or (j in barriers and (j == first or not phrases.noun_ends)):
            break
        j += 1
        if word in phrases.noun_ending_words:
            return j, True
        if reading.hyphen(j) and j + 1 in reading.tokens.first("impersonal"):
            return j - 1, False  # 400 pessoas | manifestaram-se
        if reading.hyphen(j):
            j += 1
            continue
        if capital and _is_half(reading, j, phrases):
            return j + 3, True
        if capital:
            break
        if phrases.noun_agrees and draft.value >= 2 and not word.endswith(phrases.noun_agrees):
            return j - 1, False  # plural nouns and their adjectives share the ending; this is a verb
        if _is_plural(reading, j - 1, phrases):
            return j, True
    return j, False


def _leads_number(reading: Reading, j: int) -> bool:
    """Whether a number follows a noun, an owner's ending between or not: 12 of the council's | 40 seats."""
    j = reading.starts("possessive").get(j, (j,))[0]
    return reading.word(j)[:1].isdecimal() or j in reading.starts("q_number")


def _past_name(reading: Reading, j: int, phrases: Phrases) -> int:
    """The token behind a name that describes a plural noun: two New Orleans | clubs, Player of the Year | awards."""
    end = at = j
    while at < len(reading.words) and reading.words[at].isalpha():
        if reading.forms[at][0].isupper():
            end = at + 1
        elif at - end >= _OF_NAME or reading.words[at] not in phrases.noun_stop:
            break
        at += 1
    alone = end - j == 1 and _is_plural(reading, j, phrases)
    if not phrases.noun_ends or end == j or alone:
        return j
    led = reading.words[end : end + _DESCRIBED]
    for i, word in enumerate(led, end):
        if not word.isalpha() or word in phrases.noun_stop or i in reading.starts("q_move"):
            return j
        if _is_plural(reading, i, phrases):
            return end
    return j


def _is_half(reading: Reading, j: int, phrases: Phrases) -> bool:
    """Whether a hyphen, an "and" and the whole word follow half a word: Volks|- und Raiffeisenbanken."""
    hanging = reading.word(j) in _HYPHENS and reading.tokens.glued(j) and not reading.hyphen(j)
    return hanging and reading.word(j + 1) in phrases.range_and and reading.word(j + 2).isalpha()


def _tells(reading: Reading, j: int) -> bool:
    """Whether the word at token j is a verb that a metric knows, with no noun behind it: another 8,000 damaged."""
    ends = [reading.starts(category).get(j, (-1,))[0] for category in ("metric_verb", "metric_act")]
    noun = any(j in reading.starts(category) for category in ("metric", "thing", "people", "person"))
    closed = j + 1 >= len(reading.words) or not reading.words[j + 1][0].isalpha() or reading.forms[j + 1].islower()
    return j + 1 in ends and not noun and closed


def _only_tells(reading: Reading, draft: Draft, j: int) -> bool:
    """Whether a lone word that no list knows tells of those compared: against the 106 | recorded in May."""
    known = any(j in reading.starts(category) for category in ("metric", "thing", "people", "person", "region"))
    if known or not reading.forms[j].islower() or draft.value < _FEW:
        return False
    first, articles = draft.first, reading.ends("determiner")
    while first in articles:
        first -= 1
    led = any(at in reading.ends(kind) for kind in _COMPARED for at in (first, draft.first))
    dated = any(mention.first == j + 1 for mention in reading.periods)
    return led and (dated or j + 1 in reading.starts("preposition"))


def _is_plural(reading: Reading, j: int, phrases: Phrases) -> bool:
    """Whether a word has the ending of plural nouns, where there is one that tells: villages, DJs."""
    word, form = reading.words[j], reading.forms[j]
    if not phrases.noun_ends or not word.endswith(phrases.noun_ends) or word.endswith(phrases.noun_not_ends):
        return False
    return len(word) > _SHORT or form[:-1].isupper()


def _goes_on(reading: Reading, j: int, phrases: Phrases) -> bool:
    """Whether an "and" joins what describes a plural noun: 50 radio and television shows, cold and wet-weather days."""
    for i in range(j + 1, min(len(reading.words), j + 1 + _JOINED)):
        if reading.hyphen(i):
            continue
        stops = reading.words[i] in phrases.noun_stop and not reading.hyphen(i - 1)
        if stops or not reading.words[i].isalpha():
            return False
        if _is_plural(reading, i, phrases):
            return True
    return False


def _one_word(reading: Reading, j: int) -> int:
    """The token behind the word at token j, hyphenated words taken whole."""
    j += 1
    while reading.hyphen(j):
        j += 2
    return j


def _is_plural_move(reading: Reading, draft: Draft, j: int, phrases: Phrases) -> bool:
    """Whether a word that may be a verb of change is counted: 12 rebounds, three cuts; not "300 rises 5 %"."""
    word, after = reading.word(j), reading.word(j + 1)
    plural = bool(phrases.noun_ends) and word.endswith(phrases.noun_ends) and not word.endswith(phrases.noun_not_ends)
    return plural and 1 < draft.value < 1000 and not after[:1].isdecimal() and after not in phrases.by_strict


def _code_end(reading: Reading, j: int) -> int:
    """The token behind a code of letters and digits, j where there is none: 33 H1N1 | cases, two F-16s."""
    end = j + 1
    while (
        end < len(reading.words) and (reading.words[end].isalnum() or reading.hyphen(end)) and reading.tokens.glued(end)
    ):
        end += 1
    coded = reading.word(j)[:1].isalnum() and any(word[:1].isdecimal() for word in reading.words[j:end])
    return end if coded else j


def _is_noun(word: str, phrases: Phrases) -> bool:
    return word.isalpha() and word not in phrases.noun_stop


def _skip_of(reading: Reading, j: int, phrases: Phrases) -> int:
    hit = reading.starts("q_of").get(j)
    return hit[0] if hit else j
