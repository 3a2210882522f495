"""Numbers about progress as lines of text, section by section: each a picture and its table.

Every section fits 80 columns by 24 rows, so that a screen can show one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from textwrap import wrap

from mdquiz.decks.card import CardId
from mdquiz.insight.proportion import Proportion
from mdquiz.insight.topics import Topic
from mdquiz.memory.counts import LEECH_LAPSES
from mdquiz.memory.day import day_date
from mdquiz.study.plots import bar, line_plot, year_picture
from mdquiz.study.spans import grouped, per_words, since_first_answer, span_for
from mdquiz.study.stats import Stats
from mdquiz.study.table import cut, table, with_bars
from mdquiz.text import cell_width, counted

Prompt = Callable[[CardId], str]
LONGEST_LIST = 10
LONGEST_LOAD = 16
ROWS = 18
"""Lines of a table that leave room for a title and a remark on 24."""
_NOTHING = ["Nothing to show for this period yet."]
_WIDE = 60


def percent(share: float | None) -> str:
    """A share in words of at most six columns."""
    return "-" if share is None else f"{100 * share:.1f}%"


def overview_lines(stats: Stats, _: Prompt, width: int) -> list[str]:
    """What stands first."""
    hours, minutes = divmod(round(stats.seconds / 60), 60)
    low, high = stats.retained.interval()
    known = percent(stats.retained.share)
    if stats.retained.trials:
        known += (
            f" of {counted(stats.retained.trials, 'review')} (so many reviews tell it to between "
            f"{percent(low)} and {percent(high)})"
        )
    time = f"{hours} h {minutes:02d} min" if hours else f"{minutes} min"
    streak = f"{counted(stats.streak.current, 'day')}, the longest {stats.streak.longest:,}"
    return [
        f"{day_date(stats.first_day):%d %b %Y} to {day_date(stats.today):%d %b %Y}",
        *_entry("Answers", f"{stats.answers:,} in {time}{kinds_words(stats)}", width),
        *_entry("Remembered", known, width),
        *_entry("Streak", streak, width),
    ]


def kinds_words(stats: Stats) -> str:
    """What the answers of the period were: ": 514 reviews, 120 first answers, ..."; "" for none."""
    reviews, first = stats.retained.trials, sum(day.new for day in stats.effort)
    if not stats.answers:
        return ""
    said = [counted(reviews, "review"), counted(first, "new card")]
    rest = stats.answers - reviews - first
    if rest > 0:
        said.append(f"{rest:,} more (repeats within a day, practice, mock exams)")
    return ": " + ", ".join(said)


def _entry(name: str, words: str, width: int) -> list[str]:
    return wrap(f"{name:<12}{words}", width, subsequent_indent=" " * 12)


def retention_lines(stats: Stats, _: Prompt, width: int) -> list[str]:
    """Remembered over the days and by age."""
    spans = [one for one in stats.retention if one.seen.trials]
    if not spans:
        return _NOTHING
    points = [(float(one.last or one.first), one.seen.share or 0.0) for one in spans]
    expected = [(float(one.last or one.first), one.predicted or 0.0) for one in spans]
    first, last = (f"{day_date(int(points[at][0])):%d %b}" for at in (0, -1))
    picture = line_plot(
        {"remembered": points, "expected": expected},
        x_words=(first, "" if len(points) == 1 else last),
        low=min(value for _, value in [*points, *expected]),
        height=8,
        width=min(width, 78),
    )
    since = "Days since last review" if width >= _WIDE else "Days since"
    rows = [(since, "reviews", "remembered" if width >= _WIDE else "seen", "expected")]
    for one in stats.retention_by_age:
        if one.seen.trials:
            age = f"{one.first}" if one.first == one.last else f"{one.first} to {one.last}"
            age = f"{one.first} and more" if one.last is None else age
            seen = percent(one.seen.share)
            rows.append((age, f"{one.seen.trials:,}", seen, percent(one.predicted)))
    return [*picture, "", *table(rows, width)]


def calibration_lines(stats: Stats, _: Prompt, width: int) -> list[str]:
    """Predicted against seen, of the model and of the learner."""
    lines: list[str] = []
    if stats.model.reviews:
        seen = [(percent(one.predicted), one.seen) for one in stats.model.bins]
        lines = _shares("Expected", "remembered", "reviews", seen, width)
        lines += wrap(
            f"On average {percent(stats.model.error)} off. Log loss {stats.model.log_loss:.3f}: "
            "how much each answer surprised the model; lower is better, 0 would be foresight.",
            width,
        )
    if stats.confidence:
        lines += ["", *_shares("You were", "right", "answers", stats.confidence.items(), width)]
    return lines or _NOTHING


def _shares(
    first: str,
    second: str,
    third: str,
    rows: Iterable[tuple[str, Proportion]],
    width: int,
) -> list[str]:
    pairs = list(rows)
    told = [(name, percent(seen.share), f"{seen.trials:,}") for name, seen in pairs]
    lines = table([(first, second, third), *told], width)
    room = min(width - max(map(cell_width, lines)) - 2, 30)
    return with_bars(lines, ["", *(bar(seen.share or 0.0, 1.0, room) for _, seen in pairs)])


def forecast_lines(stats: Stats, _: Prompt, width: int) -> list[str]:
    """The load to the exam by the plan; else cards that come due, if nothing new is begun."""
    if stats.planned:
        return _planned_lines(stats, width)
    loads = stats.forecast
    ask = "What your plan will ask until the exam is reckoned by `mdquiz plan show`."
    if not any(load.due for load in loads):
        words = "No card comes due in the days ahead."
        return wrap(words if stats.exam_day is None else f"{words} {ask}", width)
    days = loads[:14]
    most = max(load.due for load in days)
    rows = [(f"{day_date(load.day):%a %d %b}", f"{load.due:,}") for load in days]
    lines = table([("Day", "due"), *rows])
    room = min(width - max(map(cell_width, lines)) - 2, 50)
    lines = with_bars(lines, ["", *(bar(load.due, most, room) for load in days)])
    total = counted(loads[-1].total, "card")
    words = f"In {counted(len(loads), 'day')}: {total}, each counted once."
    if stats.exam_day is not None:
        words += f" {ask}"
    return [*lines, *wrap(words, width)]


def _planned_lines(stats: Stats, width: int) -> list[str]:
    """Minutes and cards of the days to the exam, by the plan."""
    most = max(load.minutes for load in stats.planned)
    rows = [
        (
            f"{day_date(load.first):%a %d %b}"
            if load.first == load.last
            else f"{day_date(load.first):%d %b} to {day_date(load.last):%d %b}",
            f"{load.minutes:,.0f}",
            f"{load.cards:,.0f}",
        )
        for load in stats.planned[:LONGEST_LOAD]
    ]
    lines = table([("By your plan", "minutes", "cards"), *rows], width)
    room = min(width - max(map(cell_width, lines)) - 2, 40)
    if room >= 4 and most:
        bars = (bar(load.minutes, most, room) for load in stats.planned[:LONGEST_LOAD])
        lines = with_bars(lines, ["", *bars])
    if not (stats.forecast and stats.forecast[-1].total):
        return lines
    due = counted(stats.forecast[-1].total, "card")
    words = f"Without the plan {due} would come due until the exam, each counted once."
    return [*lines, *wrap(words, width)]


def topic_lines(stats: Stats, _: Prompt, width: int) -> list[str]:
    """Strength and marks to gain by topic."""
    found = [topic for topic in stats.topics if topic.cards]
    if not found:
        return ["There are no cards."]
    shown = found[:14]
    most = max(topic.marks_to_gain for topic in found)
    figures = [("cards", "learned", "known", "to gain"), *map(_topic_figures, shown)]
    if width < _WIDE:
        figures = [row[2:] for row in figures]
    right = [line[1:] for line in table([("", *row) for row in figures], width)]
    taken = max(map(len, right))
    names = [topic.tag or "(no tag)" for topic in shown]
    room = min(max(cell_width(name) for name in names), width - taken)
    left = ["Topic", *(cut(name, room) for name in names)]
    lines = [
        name + " " * (max(room, 5) - cell_width(name)) + text.rjust(taken)
        for name, text in zip(left, right, strict=True)
    ]
    left_over = min(width - max(map(cell_width, lines)) - 2, 19)
    if left_over >= 4:
        bars = (bar(topic.marks_to_gain, most, left_over) for topic in shown)
        lines = with_bars(lines, ["", *bars])
    if len(found) > len(shown):
        lines.append(f"... and {counted(len(found) - len(shown), 'more topic')}.")
    return [*lines, *wrap(topic_words(stats), width)]


def _topic_figures(topic: Topic) -> tuple[str, ...]:
    known, gain = percent(topic.lasting), f"{topic.marks_to_gain:,.1f}"
    return f"{topic.cards:,}", f"{topic.learned:,}", known, gain


def topic_words(stats: Stats) -> str:
    """What the columns of topics mean; that they overlap, where they do."""
    when = "on the exam day" if stats.exam_day else "today"
    words = f"Known: expected {when} if nothing more is done. To gain: marks until all is known"
    if stats.outside_plan:
        words += "; cards of decks outside your plan bring none"
    if any("." in topic.tag for topic in stats.topics) or len(stats.topics) > 1:
        words += "; a card of two topics counts in both, so the sum is more than there is"
    return f"{words}."


def trouble_lines(stats: Stats, prompt: Prompt, width: int) -> list[str]:
    """Misconceptions and leeches."""
    lines = []
    if stats.misconceptions:
        lines += wrap("Misconceptions: wrong though you were sure (* not put right yet):", width)
        for wrong in stats.misconceptions[:LONGEST_LIST]:
            lead = f" {'*' if wrong.open else ' '} {wrong.times:>2} x  "
            lines.append(lead + cut(prompt(wrong.card), min(width, 76) - len(lead)))
    if stats.leeches:
        lines += wrap(
            f"Leeches: missed {LEECH_LAPSES} times or more after they were learned. Reword them, "
            "or learn them another way:",
            width,
        )
        for leech in stats.leeches[:LONGEST_LIST]:
            lead = f"   {leech.lapses:>2} misses, {leech.seconds / 60:>4.0f} min  "
            lines.append(lead + cut(prompt(leech.card), min(width, 78) - len(lead)))
    return lines or ["No misconceptions, no leeches."]


def time_lines(stats: Stats, _: Prompt, width: int) -> list[str]:
    """Minutes a day, or a week in longer periods."""
    days = [day for day in stats.effort if day.answers]
    if not days:
        return _NOTHING
    effort = since_first_answer(stats.effort)
    span = span_for(len(effort), ROWS)
    groups = grouped(effort, span)[-ROWS:]
    seconds = [sum(day.seconds for day in group) for group in groups]
    year = "" if groups[0][0].day > stats.today - 300 else " %Y"
    head = "Day" if span == 1 else f"{per_words(span).capitalize()} from"
    lines = table(
        [
            (head, "minutes", "answers", "new"),
            *(
                (
                    format(day_date(group[0].day), f"%a %d %b{year}" if span < 28 else "%d %b %Y"),
                    f"{spent / 60:,.0f}",
                    f"{sum(day.answers for day in group):,}",
                    f"{sum(day.new for day in group):,}",
                )
                for group, spent in zip(groups, seconds, strict=True)
            ),
        ],
        width,
    )
    room = min(width - max(map(cell_width, lines)) - 2, 38)
    if room >= 4:
        lines = with_bars(lines, ["", *(bar(spent, max(seconds), room) for spent in seconds)])
    minutes = counted(round(stats.seconds / 60 / len(days)), "minute")
    on = f"On the {counted(len(days), 'day')}" if len(days) > 1 else "On the day"
    return [*lines, *wrap(f"{on} you studied: {minutes} a day.", width)]


def year_lines(stats: Stats, _: Prompt, width: int) -> list[str]:
    """The year at a glance."""
    levels = [[None if day is None else day.level for day in week] for week in stats.year]
    mondays = [week[0].day for week in stats.year if week[0] is not None]
    active = sum(1 for week in stats.year for day in week if day is not None and day.answers)
    words = f"{counted(active, 'day')} with an answer.  · none  ░▒▓█ few to many answers"
    return [*year_picture(levels, mondays, width), *wrap(words, width)]


SECTIONS: dict[str, tuple[str, Callable[[Stats, Prompt, int], list[str]]]] = {
    "overview": ("Progress", overview_lines),
    "retention": ("Remembered when asked again", retention_lines),
    "calibration": ("Expected and seen", calibration_lines),
    "forecast": ("Cards that come due", forecast_lines),
    "topics": ("Topics", topic_lines),
    "trouble": ("Misconceptions and leeches", trouble_lines),
    "time": ("Time", time_lines),
    "year": ("The year", year_lines),
}
"""Name, title and lines of each section, in the order they are shown."""

PARTS = {
    "overview": ("answers", "minutes", "streak"),
    "retention": ("retention",),
    "calibration": ("calibration",),
    "forecast": ("forecast", "planned"),
    "topics": ("topics", "cards_outside_plan"),
    "trouble": ("misconceptions", "leeches"),
    "time": ("days",),
    "year": ("year",),
}
"""What of `Stats.as_json` tells of each section."""


def section_lines(
    stats: Stats, prompt: Prompt, names: Sequence[str] = (), width: int = 80
) -> list[str]:
    """The sections of those names (all where none is given), with titles and blank lines."""
    lines: list[str] = []
    for name in names or SECTIONS:
        title, written = SECTIONS[name]
        lines += ["", title, "-" * len(title), *written(stats, prompt, width)]
    return lines[1:]


def section_json(stats: Stats, names: Sequence[str] = ()) -> dict[str, object]:
    """The sections of those names (all where none is given) as plain data, and what days."""
    told = stats.as_json()
    wanted = {part for name in names or SECTIONS for part in PARTS[name]}
    parts = {part for own in PARTS.values() for part in own}
    return {name: value for name, value in told.items() if name in wanted or name not in parts}
