"""Pieces of a fan as SVG paths. Angles in degrees, from 0 (left) to 180 (right)."""

from dataclasses import dataclass
from math import cos, radians, sin


@dataclass(frozen=True)
class Pivot:
    """Where the blades meet."""

    x: float
    y: float

    def point(self, angle: float, radius: float) -> str:
        turn = radians(180 - angle)
        return f"{self.x + radius * cos(turn):.1f} {self.y - radius * sin(turn):.1f}"

    def blade(self, start: float, end: float, inner: float, outer: float) -> str:
        """The outline between two angles and two distances from the pivot."""
        p, far = self.point, 1 if end - start > 180 else 0
        return (
            f"M{p(start, inner)}L{p(start, outer)}"
            f"A{outer:g} {outer:g} 0 {far} 1 {p(end, outer)}"
            f"L{p(end, inner)}A{inner:g} {inner:g} 0 {far} 0 {p(start, inner)}Z"
        )

    def arc(self, start: float, end: float, radius: float) -> str:
        """A line to write along, from left to right."""
        p = self.point
        return f"M{p(start, radius)}A{radius:g} {radius:g} 0 0 1 {p(end, radius)}"

    def along(self, angle: float, inner: float, outer: float) -> tuple[str, float]:
        """Where a text along a blade begins, and how it is turned to stand upright.

        To the left of the middle it is read towards the pivot, to the right away.
        """
        reads_inward = angle < 90
        radius = outer if reads_inward else inner
        return self.point(angle, radius), angle if reads_inward else angle - 180
