"""Names that a headline shortens before the text spells them out: Orlin, then Orlin Motors Corp."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.words.sentences import Sentence


def headed(sentences: Sequence[Sentence]) -> set[str]:
    """The names of one word that a headline prints, no places, which the text is yet to spell out."""
    names = (name for sentence in sentences if sentence.zone == "headline" for name in sentence.names)
    return {name.entity for name in names if not (name.known or name.region or " " in name.entity)}


def spelled_out(form: str, fuller: dict[str, list[tuple[int, str]]], given: frozenset[str]) -> str:
    """The one longer name that a headline's word begins, or the one person that it ends, else the word itself."""
    found = {other for _, other in fuller.get(form, ()) if other.startswith(form) or other.split()[0].lower() in given}
    return found.pop() if len(found) == 1 else form
