"""The first page: what was done, what was remembered, what waits."""

from __future__ import annotations

from collections.abc import Iterator

from textual.renderables.digits import Digits

from mdquiz.memory.counts import LEECH_LAPSES
from mdquiz.study.spans import grouped, per_words, since_first_answer, span_for
from mdquiz.study.stats import Stats
from mdquiz.study.stats_lines import percent
from mdquiz.text import counted
from mdquiz.tui.screens.stats_pages import View, date, nothing, words
from mdquiz.tui.widgets.charts import MUTED, Line, columns, title

Figure = tuple[str, str, str]
"""A figure, what it counts, and a remark."""


def figures(stats: Stats) -> list[Figure]:
    """The four figures that stand first."""
    retained, streak = stats.retained, stats.streak
    studied = sum(1 for day in stats.effort if day.answers)
    whole, minutes = divmod(round(stats.seconds / 60), 60)
    begun = sum(day.new for day in stats.effort)
    days = "day in a row" if streak.current == 1 else "days in a row"
    known = "-" if retained.share is None else f"{100 * retained.share:.0f}%"
    return [
        (known, "remembered", f"of {counted(retained.trials, 'review')}"),
        (f"{streak.current:,}", days, f"longest {streak.longest:,}"),
        (f"{whole:,}:{minutes:02}", "hours", f"on {counted(studied, 'day')}"),
        (f"{stats.answers:,}", "answers", counted(begun, "new card")),
    ]


def fits_tiles(stats: Stats, width: int) -> bool:
    """Whether the four figures in large digits fit side by side, none of them cut."""
    each = width // 4 - 1
    return all(
        Digits.get_width(figure) <= each and max(len(what), len(remark)) <= each
        for figure, what, remark in figures(stats)
    )


def now(view: View, *, tiles: bool) -> list[Line]:
    """Below the figures: answers day by day, and what waits.

    Args:
        view: What there is to show, and how much room.
        tiles: Whether the figures stand above already.
    """
    stats = view.stats
    lines: list[Line] = []
    if not tiles:
        width = max(len(figure) for figure, _, _ in figures(stats))
        lines = [
            [(f"{figure:>{width}} ", "bold $primary"), (f"{what}, {remark}", MUTED)]
            for figure, what, remark in figures(stats)
        ]
        lines.append([])
    waiting = [line for said in _waiting(stats) for line in words(said, view.width, "")]
    if not stats.answers:
        lines = nothing(view)
    else:
        room = max(view.width - 8, 10)
        effort = since_first_answer(stats.effort)
        span = span_for(len(effort), room)
        groups = grouped(effort, span)
        lines += [
            title("Answers", "day by day" if span == 1 else f"by {per_words(span)}"),
            *columns(
                [sum(day.answers for day in group) for group in groups],
                view.width,
                view.picture_height(len(lines) + len(waiting) + 3, least=4, most=10),
                look="$primary",
                x_words=(date(groups[0][0].day), "today"),
            ),
        ]
    return [*lines, [], *waiting]


def _waiting(stats: Stats) -> Iterator[str]:
    if stats.forecast and stats.forecast[0].due:
        due = stats.forecast[0].due
        yield f"▸ {counted(due, 'learned card')} {'is' if due == 1 else 'are'} due today."
    open_ones = sum(wrong.open for wrong in stats.misconceptions)
    if open_ones:
        one = "1 misconception is" if open_ones == 1 else f"{open_ones} misconceptions are"
        yield f"▸ {one} still open: sure, and wrong."
    if stats.leeches:
        count = len(stats.leeches)
        one = "1 card is a leech" if count == 1 else f"{count} cards are leeches"
        yield f"▸ {one}: missed {LEECH_LAPSES} times or more once learned."
    rest = stats.answers - stats.retained.trials - sum(day.new for day in stats.effort)
    if rest > 0:
        yield (
            f"▸ Neither review nor new: {counted(rest, 'answer')} (repeats within a day, "
            "practice, mock exams)."
        )
    gains = [topic for topic in stats.topics if topic.tag and topic.marks_to_gain >= 0.5]
    if gains:
        most = gains[0]
        yield (
            f"▸ Most to gain: {most.tag}, about {counted(round(most.marks_to_gain), 'mark')} "
            f"({percent(most.lasting)} known)."
        )
