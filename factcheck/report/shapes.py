"""The plain shapes a drawing is made of."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rect:
    """A band; `role` is its class in the drawing."""

    x: float
    y: float
    width: float
    height: float
    role: str


@dataclass(frozen=True, slots=True)
class Dot:
    """The printed value."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a point; `anchor` is start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    role: str = "label"


@dataclass(slots=True)
class Plot:
    """A drawing of plain shapes, and what it shows in words."""

    height: int
    title: str
    rects: list[Rect] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
