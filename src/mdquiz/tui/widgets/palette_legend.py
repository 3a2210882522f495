"""What the palette's signs mean, each with how many questions stand so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the palette: how it looks, what it means, how many questions have it."""

    sign: str
    style: str
    words: str
    count: int


class PaletteLegend(Widget):
    """One line a sign; on a flat screen all in one, without the words."""

    DEFAULT_CSS = """
    PaletteLegend { height: auto; width: 1fr; text-wrap: wrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.signs: tuple[Sign, ...] = ()

    def show(self, signs: Sequence[Sign]) -> None:
        """Show other counts."""
        if tuple(signs) != self.signs:
            self.signs = tuple(signs)
            self.refresh(layout=True)

    def render(self) -> Content:
        """All signs."""
        flat = self.screen.has_class("-short")
        parts: list[tuple[str, str]] = []
        for each in self.signs:
            if parts:
                parts.append(("  " if flat else "\n", ""))
            words = str(each.count) if flat else f"{each.count:>3} {each.words}"
            parts += [(each.sign, each.style), (f" {words}", "$foreground-muted")]
        return Content.assemble(*parts)
