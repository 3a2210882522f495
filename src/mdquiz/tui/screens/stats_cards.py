"""The cards: topics by strength and by marks still to gain, misconceptions and leeches."""

from __future__ import annotations

from collections.abc import Sequence

from mdquiz.insight.topics import Topic
from mdquiz.memory.counts import LEECH_LAPSES
from mdquiz.study.stats_lines import LONGEST_LIST, topic_words
from mdquiz.tui.literal import literal_line
from mdquiz.tui.screens.stats_pages import View, nothing, share, words
from mdquiz.tui.widgets.charts import MUTED, Line, bar, meter, title, width_of
from mdquiz.tui.wrap import cells

LEAST_ROWS = 6
"""Lines for cards on a page; with fewer it scrolls."""


def topics(view: View) -> list[Line]:
    """Each topic's strength and what it can still bring, most marks to gain first."""
    found = [topic for topic in view.stats.topics if topic.cards]
    if not found:
        return nothing(view, "There are no cards")
    most = max(topic.marks_to_gain for topic in found)
    figures = [
        (f"{100 * topic.lasting:.0f}%", f"{topic.marks_to_gain:,.1f}", _learned(topic))
        for topic in found
    ]
    heads = ("known", "to gain", "learned")
    wide = [max(map(len, column)) for column in zip(heads, *figures, strict=True)]
    if not view.wide:
        wide[2] = 0
    names = [topic.tag or "(no topic)" for topic in found]
    taken = sum(wide) + 2 * sum(map(bool, wide))
    longest = max(map(cells, names))
    # What a name leaves over is for the bars, first of what can be gained, then of what is known.
    gain = min(max(view.width - taken - longest - 1, 5 if view.width - taken > 22 else 0), 10)
    gain = gain if gain >= 4 else 0
    room = min(max(view.width - taken - gain - longest - 3, 0), 20)
    room = room if room >= 6 else 0
    lines: list[Line] = []
    for topic, name, (known, gained, learned) in zip(found, names, figures, strict=True):
        line: Line = [*meter(topic.lasting, room, "$text-success"), (" ", "")] if room else []
        line += [
            (f"{known:>{wide[0]}}  ", "bold $text-success"),
            (f"{gained:>{wide[1]}} ", "bold $text-accent"),
            *bar(topic.marks_to_gain, most, gain, "$accent"),
        ]
        if wide[2]:
            line.append((f" {learned:>{wide[2]}} ", MUTED))
        shown = literal_line(name, max(view.width - width_of(line) - 1, 4))
        lines.append([*line, (f" {shown}", "")])
    head = " " * (room + 1 if room else 0) + f"{heads[0]:>{wide[0]}}  {heads[1]:>{wide[1]}} "
    head += " " * gain + (f" {heads[2]:>{wide[2]}} " if wide[2] else "") + " topic"
    return [
        title("Topics", "most marks to gain first"),
        [(head, MUTED)],
        *lines,
        [],
        *words(topic_words(view.stats), view.width),
    ]


def _learned(topic: Topic) -> str:
    return f"{topic.learned:,}/{topic.cards:,}"


def trouble(view: View) -> list[Line]:
    """Cards wrong though the learner was sure, and cards missed again and again."""
    stats = view.stats
    lines: list[Line] = []
    wrongs, leeches = _that_fit(view, stats.misconceptions, stats.leeches)
    if stats.misconceptions:
        still = sum(wrong.open for wrong in stats.misconceptions)
        remark = f"{still} not put right yet" if still else "all put right since"
        lines += [title("✗ Wrong though sure" if view.wide else "✗ Sure and wrong", remark)]
        most = max(wrong.times for wrong in stats.misconceptions)
        for wrong in stats.misconceptions[:wrongs]:
            look = "$text-error" if wrong.open else "$text-success"
            sign = "✗" if wrong.open else "✓"
            line: Line = [
                (f"{sign} ", look),
                (f"{wrong.times:>3} × ", "bold"),
                *bar(wrong.times, most, _bar_width(view), "$error"),
            ]
            lines.append(_with_prompt(view, line, view.prompts.get(wrong.card, str(wrong.card))))
        lines.append([])
    if stats.leeches:
        remark = f"missed {LEECH_LAPSES} times or more"
        remark += " once learned: reword them, or split them" if view.wide else ""
        lines.append(title("Leeches", remark))
        most_lapses = max(leech.lapses for leech in stats.leeches)
        for leech in stats.leeches[:leeches]:
            line = [
                (f"  {leech.lapses:>3} × ", "bold"),
                *bar(leech.lapses, most_lapses, _bar_width(view), "$warning"),
            ]
            if view.wide:
                line.append((f" {leech.seconds / 60:>4.0f} min", MUTED))
            lines.append(_with_prompt(view, line, view.prompts.get(leech.card, str(leech.card))))
        lines.append([])
    if lines:
        whole = sum(min(len(own), LONGEST_LIST) for own in (stats.misconceptions, stats.leeches))
        more = whole - wrongs - leeches
        drills = f"these cards and {more} more" if more else "these cards"
        said = f"✗ still open · ✓ right since · d drills {drills}."
        return [*lines, *words(said, view.width)]
    known = share(stats.retained.share).strip()
    return [
        [("No misconceptions, no leeches", "bold $text-success")],
        [],
        *words(
            "Say how sure you are while you drill: what you get wrong though sure stands here."
            + (f" Remembered so far: {known}." if stats.retained.trials else ""),
            view.width,
        ),
    ]


def _that_fit(view: View, wrong: Sequence[object], leeches: Sequence[object]) -> tuple[int, int]:
    """How many of each list fit a screen of some height; a short one scrolls over all of them."""
    first, second = min(len(wrong), LONGEST_LIST), min(len(leeches), LONGEST_LIST)
    room = view.height - sum(2 for count in (first, second) if count) - 1
    if not view.wide or room < LEAST_ROWS or first + second <= room:
        return first, second
    first = min(first, max(room - second, room // 2))
    return first, min(second, room - first)


def _bar_width(view: View) -> int:
    return 8 if view.wide else 4


def _with_prompt(view: View, line: Line, prompt: str) -> Line:
    """Deck text stands last: nothing to its right can be pushed."""
    return [*line, ("  " + literal_line(prompt, max(view.width - width_of(line) - 2, 4)), "")]
