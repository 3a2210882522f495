"""The pages of the stats screen, each a picture with the table it is drawn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mdquiz.decks.card import CardId
from mdquiz.memory.day import day_date
from mdquiz.study.stats import Stats
from mdquiz.study.stats_lines import percent
from mdquiz.tui.literal import literal_lines
from mdquiz.tui.widgets.charts import MUTED, Line

WIDE = 60
"""From so many columns on, a table stands beside its picture; else below."""

NOTHING = "No answers in this period yet"


@dataclass(frozen=True, slots=True)
class View:
    """What a page is drawn from.

    Attributes:
        stats: The numbers.
        width: Columns there are.
        height: Lines on the screen at once; a page may be longer, for it scrolls.
        prompts: Questions of the cards that a page names.
    """

    stats: Stats
    width: int
    height: int
    prompts: dict[CardId, str] = field(default_factory=dict)

    @property
    def wide(self) -> bool:
        """Whether tables stand beside their pictures."""
        return self.width >= WIDE

    def picture_height(self, others: int, least: int = 5, most: int = 16) -> int:
        """Lines for a picture on a page where `others` lines stand besides."""
        return min(max(self.height - others, least), most)


Draw = Callable[[View], list[Line]]


def words(text: str, width: int, style: str = MUTED) -> list[Line]:
    """A remark in as many lines as it needs."""
    return [[(line, style)] for line in literal_lines(text, width)]


def nothing(view: View, what: str = NOTHING) -> list[Line]:
    """What stands where there is nothing to draw."""
    return [
        [(what, "bold $primary")],
        [],
        *words("Drill some cards and come back: every answer is counted.", view.width),
    ]


def date(day: int) -> str:
    """A study day in six letters: "05 Nov"."""
    return f"{day_date(day):%d %b}"


def span_words(first: int, last: int) -> str:
    """A span of study days in at most 15 letters."""
    return date(first) if first == last else f"{date(first)} – {date(last)}"


def share(value: float | None) -> str:
    """A share in six columns."""
    return f"{percent(value):>6}"


def hours(seconds: float) -> str:
    """Time in hours and minutes: "1:05 h", "12 min", "<1 min"."""
    if 0 < seconds < 30:
        return "<1 min"
    whole, minutes = divmod(round(seconds / 60), 60)
    return f"{whole}:{minutes:02} h" if whole else f"{minutes} min"
