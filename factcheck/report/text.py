"""Article text made safe to show: controls and direction overrides visible, white space calm."""

from __future__ import annotations

import re

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_TAGS = (0xE0001, *range(0xE0020, 0xE0080))
_BREAKS = (0x2028, 0x2029)
_INVISIBLE = (0x00AD, 0x200B, 0x2060, 0xFEFF)  # soft hyphen, zero-width space, word joiner, byte order mark
_CONTROLS = (*(code for code in range(0x20) if code not in (0x09, 0x0A)), *range(0x7F, 0xA0))
_SURROGATES = range(0xD800, 0xE000)

_VISIBLE: dict[int, str] = {
    **{code: f"⟨U+{code:04X}⟩" for code in (*_CONTROLS, *_BIDI, *_TAGS, *_BREAKS)},
    **{code: chr(0x2400 + code) for code in _CONTROLS if code < 0x20},
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys(_SURROGATES, "\ufffd"),
    0x7F: "␡",
}
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *_BIDI, *_BREAKS, *_INVISIBLE, *_SURROGATES)}
_ESCAPED |= {code: f"\\udb40\\u{code - 0xE0000 + 0xDC00:04x}" for code in _TAGS}  # JSON writes them as UTF-16 pairs
_SPACE = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"\n[ \t\r]{0,80}\n")


def inert(text: str) -> str:
    """The text with control characters and direction overrides made visible, line ends as line feeds."""
    return text.replace("\r\n", "\n").translate(_VISIBLE)


def flat(text: str) -> str:
    """The inert text with every run of white space as one space, at its edges too."""
    return _SPACE.sub(" ", inert(text))


def one_line(text: str) -> str:
    """The inert text on one line, without white space at its edges."""
    return flat(text).strip()


def escape_json(dumped: str) -> str:
    """Serialised JSON with characters that act on a terminal or an editor written as escapes."""
    return dumped.translate(_ESCAPED)


def shorten(text: str, width: int) -> str:
    """The text cut in the middle to `width` characters, so that both ends of a path stay readable."""
    if len(text) <= width:
        return text
    head = (width - 1) // 3
    return text[:head] + "…" + text[len(text) - (width - 1 - head) :]


def around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """The bounds of at most `reach` characters either side, kept inside the paragraph and at words."""
    low, high = max(0, start - reach), min(len(text), end + reach)
    left = max((m.end() for m in _PARAGRAPH.finditer(text, low, start)), default=low)
    if left == low and low > 0:
        space = text.find(" ", low, start)
        left = space + 1 if space >= 0 else low
    stop = _PARAGRAPH.search(text, end, high)
    right = stop.start() if stop else high
    if right == high < len(text):
        space = text.rfind(" ", end, high)
        right = space if space >= 0 else high
    return left, right
