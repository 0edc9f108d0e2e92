"""Draw how far claims of confidence hold: one small SVG, claimed against right, a line a kind."""

from collections.abc import Sequence
from html import escape

from newsfacts.evaluation.calibration import Bin

__all__ = ["picture"]

_SIZE, _EDGE = 360, 48
_COLOURS = ("#1b6ca8", "#c1440e", "#2e7d32", "#6a1b9a", "#8d6e00", "#37474f", "#000000")
"""Dark enough to be told apart on white, also where they are printed."""


def picture(bins: Sequence[Bin]) -> str:
    """Draw bins as an SVG: the diagonal is what was claimed, a point above it was claimed too low.

    Shape:   the area of a point grows with its facts; the axes run from 0 to 1.
    """
    kinds = list(dict.fromkeys(one.kind for one in bins))
    width, height = _SIZE + 2 * _EDGE + 130, _SIZE + 2 * _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" '
        'font-size="12">',
        '<rect width="100%" height="100%" fill="white"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" stroke="black" fill="none"/>',
        f'<text x="{_x(0.5)}" y="{_y(0) + 36}" text-anchor="middle">claimed</text>',
        f'<text x="14" y="{_y(0.5)}" text-anchor="middle" transform="rotate(-90 14 {_y(0.5)})">right</text>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts.append(f'<text x="{_x(tick)}" y="{_y(0) + 16}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 6}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    for place, kind in enumerate(kinds):
        parts += _line(kind, [one for one in bins if one.kind == kind], place)
    return "\n".join([*parts, "</svg>", ""])


def _line(kind: str, bins: Sequence[Bin], place: int) -> list[str]:
    colour = _COLOURS[place % len(_COLOURS)]
    points = [(_x(one.expected), _y(one.right / one.given), one) for one in sorted(bins, key=lambda one: one.expected)]
    path = " ".join(f"{x},{y}" for x, y, _ in points)
    parts = [f'<polyline points="{path}" fill="none" stroke="{colour}"/>']
    for x, y, one in points:
        radius = round(2 + min(10, one.given**0.5 / 4), 1)
        title = f"{escape(kind)}: claimed {one.expected:.3f}, right {one.right} of {one.given}"
        parts.append(f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}"><title>{title}</title></circle>')
    label = f'<text x="{_x(1) + 16}" y="{_y(1) + 18 * place + 8}" fill="{colour}">{escape(kind)}</text>'
    return [*parts, label]


def _x(share: float) -> float:
    return round(_EDGE + share * _SIZE, 1)


def _y(share: float) -> float:
    return round(_EDGE + (1 - share) * _SIZE, 1)
