"""Advice on the desired retention in plain words, with the table it goes by."""

from __future__ import annotations

from textwrap import wrap

from mdquiz.memory.plan.retention import ALIKE, Tried, best_tried
from mdquiz.study.retention import Advice
from mdquiz.text import counted


def advice_lines(advice: Advice, width: int = 78) -> list[str]:
    """What to tell a learner, the table first.

    Args:
        advice: What was found.
        width: Columns for sentences; the table takes 36.
    """
    if not advice.cards:
        return wrap("Without cards there is nothing to say of the desired retention.", width)
    if not advice.enough:
        few = (
            "Too little to say which desired retention your own times speak for: "
            f"{advice.answers} repeated answers, {advice.misses} of them misses. Until there are "
            "thirty of each, what an answer costs goes mostly by published times; 0.9 is the "
            "usual choice."
        )
        return wrap(few, width)
    about = (
        f"Desired retention, played {counted(advice.days, 'day')} ahead with your "
        f"{counted(advice.cards, 'card')} at {counted(advice.minutes, 'minute')} a day. Your own "
        f"times: {advice.pass_seconds:.0f} s for what you know, {advice.miss_seconds:.0f} s for a "
        "miss."
    )
    return [
        *wrap(about, width),
        "",
        f"{'':<9}{'minutes':>9}{'known':>8}{'marks':>10}",
        f"{'retention':<9}{'a day':>9}{'then':>8}{'an hour':>10}",
        *(_row(one) for one in advice.tried),
        "",
        *wrap(" ".join(_words(advice)), width),
    ]


def _row(one: Tried) -> str:
    known = f"{100 * one.share:.1f}%"
    return f"{one.retention:<9.2f}{one.minutes:>9.1f}{known:>8}{one.per_hour:>10.1f}"


def _words(advice: Advice) -> list[str]:
    best, now = best_tried(advice.tried), advice.at_setting()
    said = [f"{best.retention:.2f} leaves most known in your time."]
    if best is max(advice.tried, key=lambda one: one.retention):
        said = [f"Your time suffices even for {best.retention:.2f}, which leaves most known."]
    if now is best:
        said.append("That is your setting.")
    else:
        said.append(f"Your setting is {now.retention:g}: {_against(now, best)}.")
        said.append(f"`mdquiz config desired_retention {best.retention:g}` changes it.")
    hour = max(advice.tried, key=lambda one: one.per_hour)
    if hour is not best:
        said.append(
            f"Most for each hour comes of {hour.retention:.2f}, with {hour.minutes:.1f} minutes "
            f"a day and {100 * hour.share:.1f}% known."
        )
    if advice.fitted:
        before = best_tried(advice.present)
        same = before.retention == best.retention
        said.append(
            "By the parameters before the fit it was the same."
            if same
            else f"By the parameters before the fit it was {before.retention:.2f}."
        )
    if advice.planned:
        said.append(
            "Your plan goes by marks and needs none of this: it counts for cards outside the plan, "
            "and after the exam."
        )
    return said


def _against(now: Tried, best: Tried) -> str:
    """What the present setting brings and costs beside the best."""
    fewer = 100 * (best.share - now.share)
    minutes = now.minutes - best.minutes
    known = "as much known" if fewer <= 100 * ALIKE else f"{fewer:.1f} % less known"
    if abs(minutes) < 0.05:
        return f"{known} in the same time"
    more = "more" if minutes > 0 else "less"
    return f"{known} for {abs(minutes):.1f} minutes a day {more}"
