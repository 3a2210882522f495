"""Lists of exam attempts and presets, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mdquiz.cli.output import emit, emit_json, narrate
from mdquiz.exams.amounts import amount_text, decimal_text
from mdquiz.exams.presets import replaces_shipped
from mdquiz.exams.report_words import accuracy_text, minutes_text

if TYPE_CHECKING:
    from mdquiz.exams.preset import Preset
    from mdquiz.study.attempts import AttemptRow


def emit_attempts(rows: Sequence[AttemptRow], output_format: str) -> None:
    """Print attempts, oldest first."""
    if output_format == "json":
        emit_json([_attempt_value(row) for row in rows])
        return
    for row in rows:
        state = f"running, {minutes_text(row.left_ms)} left" if row.running else "handed in"
        state = "abandoned" if row.abandoned else state
        score = "" if row.running else f"  {decimal_text(row.tally.score)} of "
        score += "" if row.running else amount_text(row.tally.maximum)
        accuracy = "" if row.running else f"  accuracy {accuracy_text(row.tally)}"
        emit(
            f"{row.number:>4}  {row.started.local:%Y-%m-%d %H:%M}  {row.preset:<16}  "
            f"{row.questions:>3} questions  {state}{score}{accuracy}"
        )
    if not rows:
        narrate("No exam was taken yet. Begin one with `mdquiz exam start`.")


def emit_presets(presets: Sequence[Preset], output_format: str) -> None:
    """Print presets by name."""
    if output_format == "json":
        emit_json([_preset_value(preset) for preset in presets])
        return
    width = max((len(preset.name) for preset in presets), default=0)
    for preset in presets:
        own = "" if preset.shipped else "  (your own)"
        if not preset.shipped and replaces_shipped(preset.name):
            own = "  (your own; it replaces the built-in one)"
        emit(
            f"{preset.name:<{width}}  {preset.questions:>3} questions  "
            f"{amount_text(preset.total):>4} marks  {amount_text(preset.minutes):>3} min  "
            f"{marks_text(preset):<22}  {preset.title}{own}"
        )
        if preset.shipped and not preset.verified:
            emit(f"{'':<{width}}  unverified{f': {preset.doubt}' if preset.doubt else ''}")


def marks_text(preset: Preset) -> str:
    """`+2 / -2/3`; `by section` where sections differ."""
    scheme = preset.scheme
    if any(part.marks is not None or part.penalty is not None for part in scheme.sections):
        return "marks by section"
    wrong = f"-{amount_text(scheme.penalty)}" if scheme.penalty else "0"
    return f"+{amount_text(scheme.marks)} / {wrong}"


def _attempt_value(row: AttemptRow) -> dict[str, object]:
    return {
        "attempt": row.number,
        "started": row.started.zoned.isoformat(timespec="seconds"),
        "started_ms": row.started.utc_ms,
        "preset": row.preset,
        "title": row.title,
        "questions": row.questions,
        "running": row.running,
        "abandoned": row.abandoned,
        "left_seconds": row.left_ms // 1000,
        "score": None if row.running else str(row.tally.score),
        "maximum": str(row.tally.maximum),
        "right": None if row.running else row.tally.right,
        "wrong": None if row.running else row.tally.wrong,
        "blank": row.tally.blank,
    }


def _preset_value(preset: Preset) -> dict[str, object]:
    return {
        "name": preset.name,
        "title": preset.title,
        "questions": preset.questions,
        "marks": str(preset.total),
        "minutes": str(preset.minutes),
        "right": str(preset.scheme.marks),
        "wrong": str(-preset.scheme.penalty),
        "sections": [part.name for part in preset.scheme.sections],
        "as_of": preset.as_of,
        "source": preset.source,
        "verified": preset.verified,
        "doubt": preset.doubt,
        "shipped": preset.shipped,
    }
