"""The cards: topics by strength and by marks still to gain, misconceptions and leeches."""

from __future__ import annotations

from mdquiz.study.stats_lines import LONGEST_LIST
from mdquiz.tui.literal import literal_line
from mdquiz.tui.screens.stats_pages import View, nothing, share, words
from mdquiz.tui.widgets.charts import MUTED, Line, bar, meter, title, width_of


def topics(view: View) -> list[Line]:
    """Each topic's strength and what it can still bring, most marks to gain first."""
    found = [topic for topic in view.stats.topics if topic.cards]
    if not found:
        return nothing(view, "There are no cards")
    most = max(topic.marks_to_gain for topic in found)
    room = 20 if view.width >= 76 else 12 if view.wide else 0
    gain = 10 if view.wide else 5
    then = "on the exam day" if view.stats.exam_day else "today"
    head = f"{'':<{room + 1}}" if room else ""
    head += "known  to gain" + " " * (gain + 1) + (" learned    " if view.wide else "") + " topic"
    lines: list[Line] = []
    for topic in found:
        line: Line = [*meter(topic.lasting, room, "$text-success"), (" ", "")] if room else []
        line += [
            (f"{100 * topic.lasting:>4.0f}%", "bold $text-success"),
            (f"{topic.marks_to_gain:>9.1f} ", "bold $text-accent"),
            *bar(topic.marks_to_gain, most, gain, "$accent"),
        ]
        if view.wide:
            line.append((f" {topic.learned:>5}/{topic.cards:<5}", MUTED))
        name = literal_line(topic.tag or "(no topic)", max(view.width - width_of(line) - 1, 4))
        lines.append([*line, (f" {name}", "")])
    return [
        title("Topics", "most marks to gain first"),
        [(head, MUTED)],
        *lines,
        [],
        *words(
            f"Known: expected {then} if nothing more is done; to gain: marks until all is known.",
            view.width,
        ),
    ]


def trouble(view: View) -> list[Line]:
    """Cards wrong though the learner was sure, and cards missed again and again."""
    stats = view.stats
    lines: list[Line] = []
    if stats.misconceptions:
        still = sum(wrong.open for wrong in stats.misconceptions)
        remark = f"{still} not put right yet" if still else "all put right since"
        lines += [title("✗ Wrong though sure" if view.wide else "✗ Sure and wrong", remark)]
        most = max(wrong.times for wrong in stats.misconceptions)
        for wrong in stats.misconceptions[:LONGEST_LIST]:
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
        remark = "missed again and again"
        remark += ": reword them, or split them" if view.wide else ""
        lines.append(title("Leeches", remark))
        most_lapses = max(leech.lapses for leech in stats.leeches)
        for leech in stats.leeches[:LONGEST_LIST]:
            line = [
                (f"  {leech.lapses:>3} × ", "bold"),
                *bar(leech.lapses, most_lapses, _bar_width(view), "$warning"),
            ]
            if view.wide:
                line.append((f" {leech.seconds / 60:>4.0f} min", MUTED))
            lines.append(_with_prompt(view, line, view.prompts.get(leech.card, str(leech.card))))
        lines.append([])
    if lines:
        return [*lines, *words("✗ still open · ✓ right since · d drills these cards.", view.width)]
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


def _bar_width(view: View) -> int:
    return 8 if view.wide else 4


def _with_prompt(view: View, line: Line, prompt: str) -> Line:
    """Deck text stands last: nothing to its right can be pushed."""
    return [*line, ("  " + literal_line(prompt, max(view.width - width_of(line) - 2, 4)), "")]
