"""Web pages: trafilatura finds the article, htmldate its date; headline and body become one text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model import Document
from factcheck.read.language import certain_language
from factcheck.read.metadata import describe
from factcheck.read.source import Source, Unreadable, silence

_FIRST_DAY, _LAST_DAY = "1990-01-01", "2199-12-31"  # a fixed range, so that today's date plays no part


def read_html(source: Source) -> Iterator[Document]:
    """The page's article as one document."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page
    from trafilatura.utils import load_html

    silence("trafilatura", "htmldate")
    tree = load_html(source.bytes())
    if tree is None:
        raise Unreadable("no HTML in it", "give plain text the suffix .txt")
    lang = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    dates = {"original_date": True, "extensive_search": False, "min_date": _FIRST_DAY, "max_date": _LAST_DAY}
    published = _published(tree, dates)
    page = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=dates)
    if not isinstance(page, Page) or not (body := (page.text or "").strip()):
        raise Unreadable("no article found in the page", "save the article's text as .txt")
    title = " ".join((page.title or "").split())
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    document = Document(id=source.id, path=source.path, text=text, lang="")
    meta = {
        "title": title,
        "url": page.url,
        "publisher": page.sitename,
        "lang": certain_language(body) or lang,
        "published": published,
    }
    yield describe(document, meta)


def _published(tree: Any, dates: dict[str, Any]) -> str | None:
    from htmldate import find_date

    try:
        return find_date(tree, **dates)
    except (ValueError, TypeError, AttributeError):
        return None
