"""What a fit of the memory model found, in figures with what they mean, and which one decides."""

from __future__ import annotations

from textwrap import wrap

from mdquiz.study.fit import Fit
from mdquiz.study.table import table
from mdquiz.text import counted


def fit_lines(found: Fit, width: int = 80) -> list[str]:
    """Both sets of parameters on the reviews that neither was fitted to.

    Args:
        found: What was found.
        width: Columns there are.
    """
    rows = [("", "log loss", "error")]
    for name, judged in (("before", found.before), ("fitted", found.after)):
        rows.append((name, f"{judged.log_loss:.4f}", f"{100 * judged.error:.1f}%"))
    about = f"{counted(found.reviews, 'review')}; judged on the last {found.judged_on:,}:"
    means = (
        "Log loss decides. It is how much each answer surprised the model, on average; lower is "
        "better. Error is how far the shares remembered lay from those expected: with few answers "
        "mostly luck, it decides nothing."
    )
    gain = f"Gain in log loss: {found.gain:.4f} +/- {found.gain_error:.4f} by chance."
    return [*wrap(about, width), *table(rows, width), *wrap(means, width), *wrap(gain, width)]


def verdict_words(found: Fit, *, dry_run: bool) -> str:
    """What follows from it."""
    if not found.better:
        if found.gain > 0:
            return (
                "The fitted parameters predict you a little better, but no more than chance may "
                "bring; nothing was changed."
            )
        return (
            "By log loss the present parameters predict you as well or better; nothing was changed."
        )
    if dry_run:
        return "The fitted parameters predict you better; `mdquiz fit` puts them in force."
    return (
        "The fitted parameters are in force from each card's next review on. "
        "`mdquiz fit --undo` takes them back."
    )
