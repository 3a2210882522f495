"""Deck text on the screen: blocks with a hanging indent, wrapped by true width, left-aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from mdquiz.tui.literal import literal, literal_lines
from mdquiz.tui.wrap import cells


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph.

    Attributes:
        text: What it says, shown letter by letter.
        style: A Textual style for the text ("" or such as "bold $primary"); only theme variables.
        lead: What stands before the first line, such as "1. " or "(a) "; further lines hang below
            the text.
        lead_style: A style for the lead.
        gap: Empty lines before it.
    """

    text: str
    style: str = ""
    lead: str = ""
    lead_style: str = ""
    gap: int = 0


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A block at a given width: its lines, and the screen line it begins at."""

    block: Block
    top: int
    lines: tuple[str, ...]


def laid_out(blocks: Sequence[Block], width: int) -> list[LaidBlock]:
    """`blocks` wrapped to `width` columns, one below the other."""
    laid: list[LaidBlock] = []
    top = 0
    for block in blocks:
        top += block.gap if laid else 0
        lines = tuple(literal_lines(block.text, width - cells(block.lead)))
        laid.append(LaidBlock(block, top, lines))
        top += len(lines)
    return laid


class Prose(Widget):
    """Blocks of deck text; as high as they need."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    Prose.-empty { display: none; }
    """

    def __init__(
        self,
        blocks: Sequence[Block] = (),
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.blocks: tuple[Block, ...] = tuple(blocks)
        self._laid: tuple[int, list[LaidBlock]] | None = None
        self.set_class(not self.blocks, "-empty")

    def show(self, blocks: Sequence[Block]) -> None:
        """Show `blocks` instead; nothing at all when there are none."""
        fresh = tuple(blocks)
        self.set_class(not fresh, "-empty")
        if fresh == self.blocks:
            return
        self.blocks = fresh
        self._laid = None
        self.refresh(layout=True)

    def laid(self, width: int) -> list[LaidBlock]:
        """The blocks at `width` columns."""
        if self._laid is None or self._laid[0] != width:
            self._laid = (width, laid_out(self.blocks, width))
        return self._laid[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines that the blocks take at `width` columns."""
        laid = self.laid(width)
        return laid[-1].top + len(laid[-1].lines) if laid else 0

    def render(self) -> Content:
        """All blocks as one content of ready lines."""
        parts: list[Content | str] = []
        row = 0
        for item in self.laid(self.content_size.width):
            if parts:
                parts.append("\n" * (item.top - row))
            row = item.top
            hang = " " * cells(item.block.lead)
            for number, line in enumerate(item.lines):
                if number:
                    parts.append("\n" + hang)
                    row += 1
                elif item.block.lead:
                    parts.append(
                        literal(item.block.lead, item.block.lead_style or item.block.style)
                    )
                parts.append(literal(line, item.block.style))
        return Content.assemble(*parts)
