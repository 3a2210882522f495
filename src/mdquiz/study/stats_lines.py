"""Numbers about progress as lines of text, section by section: each a picture and its table.

Every section fits 80 columns by 24 rows, so that a screen can show one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mdquiz.decks.card import CardId
from mdquiz.insight.proportion import Proportion
from mdquiz.memory.day import day_date
from mdquiz.study.plots import bar, line_plot, year_picture
from mdquiz.study.stats import Stats
from mdquiz.text import cell_width

Prompt = Callable[[CardId], str]
LONGEST_LIST = 10
_NOTHING = ["Nothing to show for this period yet."]


def percent(share: float | None) -> str:
    """A share in words of at most six columns."""
    return "-" if share is None else f"{100 * share:.1f}%"


def overview_lines(stats: Stats, _: Prompt) -> list[str]:
    """What stands first."""
    hours, minutes = divmod(round(stats.seconds / 60), 60)
    low, high = stats.retained.interval()
    known = percent(stats.retained.share)
    if stats.retained.trials:
        known += (
            f" of {stats.retained.trials} reviews (95 % sure: {percent(low)} to {percent(high)})"
        )
    time = f"{hours} h {minutes:02d} min" if hours else f"{minutes} min"
    streak, longest = stats.streak.current, stats.streak.longest
    return [
        f"{day_date(stats.first_day):%d %b %Y} to {day_date(stats.today):%d %b %Y}",
        f"Answers     {stats.answers} in {time}",
        f"Remembered  {known}",
        f"Streak      {streak} day{'' if streak == 1 else 's'}, the longest {longest}",
    ]


def retention_lines(stats: Stats, _: Prompt) -> list[str]:
    """Remembered over the days and by age."""
    seen = [
        (float(one.last or one.first), one.seen.share)
        for one in stats.retention
        if one.seen.share is not None
    ]
    if not seen:
        return _NOTHING
    points = [(day, share) for day, share in seen if share is not None]
    expected = [
        (float(one.last or one.first), one.predicted)
        for one in stats.retention
        if one.predicted is not None
    ]
    low = max(0.0, min(value for _, value in [*points, *expected]) - 0.1) // 0.1 * 0.1
    first, last = (day_date(int(points[at][0])) for at in (0, -1))
    picture = line_plot(
        {"remembered": points, "expected": expected},
        x_words=(f"{first:%d %b}", f"{last:%d %b}"),
        low=low,
        height=8,
    )
    rows = [f"{'Days since last review':<24}{'reviews':>8}{'remembered':>12}{'expected':>10}"]
    for one in stats.retention_by_age:
        if one.seen.trials:
            age = f"{one.first}" if one.first == one.last else f"{one.first} to {one.last}"
            age = f"{one.first} and more" if one.last is None else age
            rows.append(
                f"{age:<24}{one.seen.trials:>8}{percent(one.seen.share):>12}"
                f"{percent(one.predicted):>10}"
            )
    return [*picture, "", *rows]


def calibration_lines(stats: Stats, _: Prompt) -> list[str]:
    """Predicted against seen, of the model and of the learner."""
    lines = []
    if stats.model.reviews:
        lines = [f"{'Predicted':<12}{'remembered':>12}{'reviews':>9}"]
        for one in stats.model.bins:
            share, mark = percent(one.seen.share), bar(one.seen.share or 0.0, 1.0, 30)
            lines.append(f"{percent(one.predicted):<12}{share:>12}{one.seen.trials:>9}  {mark}")
        lines.append(
            f"On average {percent(stats.model.error)} off; log loss {stats.model.log_loss:.3f}."
        )
    if stats.confidence:
        lines += ["", f"{'You were':<12}{'right':>12}{'answers':>9}"]
        lines += [_confidence(name, seen) for name, seen in stats.confidence.items()]
    return lines or _NOTHING


def _confidence(name: str, seen: Proportion) -> str:
    return f"{name:<12}{percent(seen.share):>12}{seen.trials:>9}  {bar(seen.share or 0, 1, 30)}"


def forecast_lines(stats: Stats, _: Prompt) -> list[str]:
    """Cards that come due, if nothing new is begun."""
    loads = stats.forecast
    if not any(load.due for load in loads):
        return ["No card comes due in the days ahead."]
    days = loads[:14]
    most = max(load.due for load in days)
    lines = [f"{'Day':<12}{'due':>6}"]
    lines += [
        f"{day_date(load.day):%a %d %b}  {load.due:>6}  {bar(load.due, most, 50)}".rstrip()
        for load in days
    ]
    return [*lines, f"In {len(loads)} days: {loads[-1].total} cards."]


def topic_lines(stats: Stats, _: Prompt) -> list[str]:
    """Strength and marks to gain by topic."""
    found = [topic for topic in stats.topics if topic.cards]
    if not found:
        return ["There are no cards."]
    when = "on the exam day" if stats.exam_day else "today"
    lines = [
        f"{'Topic':<26}{'cards':>6}{'learned':>8}{'known':>8}{'to gain':>9}",
    ]
    most = max(topic.marks_to_gain for topic in found)
    lines += [
        f"{_cut(topic.tag or '(no tag)', 25):<26}{topic.cards:>6}{topic.learned:>8}"
        f"{percent(topic.lasting):>8}{topic.marks_to_gain:>9.1f}  "
        f"{bar(topic.marks_to_gain, most, 19)}".rstrip()
        for topic in found[:16]
    ]
    if len(found) > 16:
        lines.append(f"... and {len(found) - 16} more topics.")
    return [*lines, f"Known: expected {when} if nothing more is done; to gain: marks until then."]


def trouble_lines(stats: Stats, prompt: Prompt) -> list[str]:
    """Misconceptions and leeches."""
    lines = []
    if stats.misconceptions:
        lines.append("Wrong though sure (* still open):")
        for wrong in stats.misconceptions[:LONGEST_LIST]:
            mark = "*" if wrong.open else " "
            lines.append(f" {mark} {wrong.times:>2} x  {_cut(prompt(wrong.card), 64)}")
    if stats.leeches:
        lines.append("Missed again and again; reword them, or learn them another way:")
        lines += [
            f"   {leech.lapses:>2} misses, {leech.seconds / 60:>4.0f} min  "
            f"{_cut(prompt(leech.card), 56)}"
            for leech in stats.leeches[:LONGEST_LIST]
        ]
    return lines or ["No misconceptions, no leeches."]


def time_lines(stats: Stats, _: Prompt) -> list[str]:
    """Minutes a day, or a week in longer periods."""
    days = [day for day in stats.effort if day.answers]
    if not days:
        return _NOTHING
    span = 1 if len(stats.effort) <= 14 else 7 if len(stats.effort) <= 112 else 28
    groups = [stats.effort[max(end - span, 0) : end] for end in range(len(stats.effort), 0, -span)]
    groups = groups[:18][::-1]
    most = max(sum(day.seconds for day in group) for group in groups)
    lines = [f"{'From':<12}{'minutes':>8}{'answers':>8}{'new':>6}"]
    for group in groups:
        seconds = sum(day.seconds for day in group)
        lines.append(
            f"{day_date(group[0].day):%a %d %b}  {seconds / 60:>8.0f}"
            f"{sum(day.answers for day in group):>8}{sum(day.new for day in group):>6}  "
            f"{bar(seconds, most, 38)}".rstrip()
        )
    per = stats.seconds / 60 / len(days)
    return [*lines, f"On the {len(days)} days you studied: {per:.0f} minutes a day."]


def year_lines(stats: Stats, _: Prompt) -> list[str]:
    """The year at a glance."""
    levels = [[None if day is None else day.level for day in week] for week in stats.year]
    mondays = [week[0].day for week in stats.year if week[0] is not None]
    active = sum(1 for week in stats.year for day in week if day is not None and day.answers)
    picture = year_picture(levels, mondays)
    return [*picture, f"{active} days with an answer.  · none  ░▒▓█ few to many answers"]


SECTIONS: dict[str, tuple[str, Callable[[Stats, Prompt], list[str]]]] = {
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


def section_lines(stats: Stats, prompt: Prompt, names: Sequence[str] = ()) -> list[str]:
    """The sections of those names (all where none is given), with titles and blank lines."""
    lines: list[str] = []
    for name in names or SECTIONS:
        title, written = SECTIONS[name]
        lines += ["", title, "-" * len(title), *written(stats, prompt)]
    return lines[1:]


def _cut(text: str, width: int) -> str:
    """`text` in at most `width` terminal columns."""
    if cell_width(text) <= width:
        return text
    while text and cell_width(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"
