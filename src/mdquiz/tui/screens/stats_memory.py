"""What was remembered: over the days, by the age of the memory, and against what was expected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mdquiz.insight.calibration import Bin
from mdquiz.insight.proportion import Proportion
from mdquiz.insight.retention import Retention
from mdquiz.tui.screens.stats_pages import View, date, nothing, share, span_words, words
from mdquiz.tui.widgets.charts import (
    GAP,
    MUTED,
    Curve,
    Line,
    beside,
    curves,
    meter,
    title,
    widest,
)

SEEN, EXPECTED = "$primary", "$text-accent"
FIT_FROM = 400
"""Reviews from which on the memory model can be fitted to the learner."""
LEAST_IN_BIN = 10
"""Reviews; a point drawn from fewer would only stretch the picture."""
CLOSE = 0.05
"""A model that is so far off on average predicts well."""


def memory(view: View) -> list[Line]:
    """Retention by day and by age of the memory."""
    spans = [one for one in view.stats.retention if one.seen.trials]
    if not spans:
        return nothing(view, "No review in this period yet")
    ages = [one for one in view.stats.retention_by_age if one.seen.trials]
    height = view.picture_height(len(ages) + 6)
    spans = _together(spans, height if view.wide else 12)
    table = _days_table(spans)
    room = min(view.width - widest(table) - GAP, 80) if view.wide else view.width
    picture = _over_time(spans, room, height)
    single_days = any((one.last or one.first) - one.first < 6 for one in spans)
    top = beside(picture, table, view.width) if view.wide else [*picture, [], *table]
    return [
        title("Remembered when asked again", share(view.stats.retained.share).strip()),
        *top,
        _legend(single_days=single_days, wide=view.wide),
        [],
        title("By the age of the memory"),
        *_ages(ages, view.width),
    ]


def _together(spans: Sequence[Retention], most: int) -> list[Retention]:
    """At most `most` spans, several joined where there are more: the picture is of the table."""
    rows = min(len(spans), max(most, 1))
    bounds = [round(row * len(spans) / rows) for row in range(rows + 1)]
    return [_joined(spans[start:end]) for start, end in pairwise(bounds)]


def _joined(group: Sequence[Retention]) -> Retention:
    seen = sum((one.seen for one in group), Proportion())
    expected = sum((one.predicted or 0.0) * one.seen.trials for one in group) / seen.trials
    return Retention(group[0].first, group[-1].last or group[-1].first, seen, expected)


def _legend(*, single_days: bool, wide: bool) -> Line:
    line: Line = [("     ● ", f"bold {SEEN}"), ("remembered  " if wide else "seen  ", MUTED)]
    if single_days:
        line += [("─ ", SEEN), ("over 7 days  ", MUTED)]
    return [*line, ("┄ ", EXPECTED), ("expected", MUTED)]


def _over_time(spans: Sequence[Retention], width: int, height: int) -> list[Line]:
    seen = [(float(one.first), one.seen.share or 0.0) for one in spans]
    expected = [(float(one.first), one.predicted or 0.0) for one in spans]
    first, last = spans[0].first, spans[-1].first
    drawn = [
        Curve(_dots(expected, width), EXPECTED, joined=False),
        Curve(_week_by_week(spans), "$primary"),
        Curve(seen, f"bold {SEEN}", "●", joined=False),
    ]
    return curves(
        drawn,
        width,
        height,
        low=_floor([y for _, y in (*seen, *expected)]),
        x_words=(date(first), "" if last == first else date(spans[-1].last or last)),
        x_range=(first, last),
    )


def _week_by_week(spans: Sequence[Retention]) -> list[tuple[float, float]]:
    """At each span what was remembered over the week that ends with it: days alone leap about."""
    points = []
    for at, one in enumerate(spans):
        week = [it for it in spans[: at + 1] if it.first > one.first - 7]
        seen = sum((it.seen for it in week), Proportion())
        points.append((float(one.first), seen.share or 0.0))
    return points


def _dots(points: Sequence[tuple[float, float]], count: int) -> list[tuple[float, float]]:
    """About `count` points along the line through `points`: a dotted line, told from others."""
    (first, _), (last, _) = points[0], points[-1]
    found = []
    ahead = list(points)
    for number in range(count + 1):
        x = first + (last - first) * number / count
        while len(ahead) > 2 and ahead[1][0] < x:
            ahead.pop(0)
        (x0, y0), (x1, y1) = ahead[0], ahead[min(1, len(ahead) - 1)]
        found.append((x, y0 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)))
    return found


def _floor(shares: Sequence[float]) -> float:
    """The highest tenth, up to 0.8, that lies below all of them."""
    return max(min(int(10 * min(shares, default=0.8) - 0.2) / 10, 0.8), 0.0)


def _days_table(spans: Sequence[Retention]) -> list[Line]:
    """What was asked, remembered and expected in each span."""
    head: Line = [(f"{'':<15}{'asked':>7}{'seen':>7}{'exp.':>6}", MUTED)]
    return [
        head,
        *(
            [
                (f"{span_words(one.first, one.last or one.first):<15}", ""),
                (f"{one.seen.trials:>7,}", MUTED),
                (f"{share(one.seen.share):>7}", f"bold {SEEN}"),
                (f"{100 * (one.predicted or 0.0):>5.0f}%", EXPECTED),
            ]
            for one in spans
        ),
    ]


def _ages(ages: Sequence[Retention], width: int) -> list[Line]:
    wide = width >= 60
    room = width - (41 if wide else 26)
    head = "days since      asked   seen" if wide else "days      asked   seen"
    lines: list[Line] = [[(head + ("  expected" if wide else ""), MUTED)]]
    for one in ages:
        age = f"{one.first}" if one.first == one.last else f"{one.first}–{one.last}"
        age = f"{one.first}+" if one.last is None else age
        line: Line = [
            (f"{age:<{14 if wide else 8}}", ""),
            (f"{one.seen.trials:>7,}", MUTED),
            (f" {share(one.seen.share)}", f"bold {SEEN}"),
        ]
        if wide:
            line.append((f"    {share(one.predicted)}", EXPECTED))
        look = "$text-success"
        lines.append(
            [*line, ("   ", ""), *meter(one.seen.share or 0.0, max(room, 6), look, one.predicted)]
        )
    return lines


def calibration(view: View) -> list[Line]:
    """Predicted against seen: of the memory model, and of the learner's own confidence."""
    model, said = view.stats.model, view.stats.confidence
    if not model.reviews and not said:
        return nothing(view)
    lines: list[Line] = []
    if model.reviews:
        below = 6 + (len(said) + 2 if said else 0)
        height = view.picture_height(below, least=6)
        picture = _diagonal(view, model.bins, height)
        table = _bins_table(model.bins)
        lines = [
            title("Expected and seen", f"{model.reviews:,} reviews"),
            *(beside(picture, table, view.width) if view.wide else [*picture, [], *table]),
            *words(_model_words(model.error, model.reviews), view.width),
            [],
        ]
    if said:
        lines += [title("How far to trust your own word"), *_confidence(said, view.width)]
    return lines


def _diagonal(view: View, bins: Sequence[Bin], height: int) -> list[Line]:
    enough = [one for one in bins if one.seen.trials >= LEAST_IN_BIN] or bins
    low = _floor([edge for one in enough for edge in (one.predicted, one.seen.share or 0.0)])
    ranges = [
        Curve([(one.predicted, max(end, low)) for end in one.seen.interval()], "$primary-muted")
        for one in enough
    ]
    found = [(one.predicted, one.seen.share or 0.0) for one in enough]
    return curves(
        [
            Curve([(low, low), (1.0, 1.0)], EXPECTED),
            *ranges,
            Curve(found, f"bold {SEEN}", "●", joined=False),
        ],
        min(view.width - 28, 60) if view.wide else view.width,
        height,
        low=low,
        x_words=(f"{100 * low:.0f} %", "expected 100 %"),
        x_range=(low, 1.0),
    )


def _bins_table(bins: Sequence[Bin]) -> list[Line]:
    lines: list[Line] = [[("expected   seen   asked", MUTED)]]
    lines += [
        [
            (f"{share(one.predicted):>8}", EXPECTED),
            (f" {share(one.seen.share)}", f"bold {SEEN}"),
            (f"{one.seen.trials:>8,}", MUTED),
        ]
        for one in bins
    ]
    return lines


def _model_words(error: float, reviews: int) -> str:
    off = (
        "● remembered; │ where the true share lies, 19 times in 20; ─ if all came as expected. "
        f"{100 * error:.1f} % off on average"
    )
    if error <= CLOSE:
        return f"{off}: what it expects of your memory comes true."
    if reviews >= FIT_FROM:
        return f"{off}: `mdquiz fit` can fit the model to your memory."
    return f"{off}; with {FIT_FROM} reviews the model can be fitted to your memory."


def _confidence(said: dict[str, Proportion], width: int) -> list[Line]:
    names = {"sure": "sure", "unsure": "unsure", "guess": "a guess"}
    room = max(width - 30, 6)
    lines: list[Line] = [[("you said   answers  right", MUTED)]]
    for name, seen in said.items():
        look = "$text-success" if name == "sure" else "$text-warning"
        lines.append(
            [
                (f"{names.get(name, name):<10}", ""),
                (f"{seen.trials:>8,}", MUTED),
                (f" {share(seen.share)}", "bold"),
                ("   ", ""),
                *meter(seen.share or 0.0, room, look),
            ]
        )
    return lines
